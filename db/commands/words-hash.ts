import { foldWords } from '@/corpus/anchoring/tokens';
import type { Desk } from '../client';
import { hashOf } from '../ids';
import { prepared } from '../prepared';

const selectContent = ({ sqlite }: Desk) =>
  sqlite
    .prepare<[string], string>(
      `SELECT s.exact FROM annotation a JOIN span s ON s.target_id = a.target_id
       WHERE a.id = ? AND s.part = 'content' AND s.revision_id =
         (SELECT id FROM revision WHERE article_id = a.article_id ORDER BY number DESC LIMIT 1)
       ORDER BY s.ordinal, s.piece`,
    )
    .pluck();

/** SHA-256 of the words that an annotation's content covers now, typography and space folded. */
export function wordsHash(desk: Desk, annotationId: string): string {
  const words = prepared(desk, selectContent).all(annotationId);
  return hashOf(words.map(foldWords).join('\n'));
}
