import type { ClaimType, Kind, Part, PartSpan } from '@/corpus/annotation/model';
import { closeDesk, openDesk } from '@/db/client';
import { runCommand } from '@/db/commands/run';
import { newId } from '@/db/ids';
import { findActor } from '@/db/queries/desk';
import type { Desk } from './desk';

/** A mark as a test tells it: words that stand in the article once, by part. */
interface LayerWords {
  readonly kind: Kind;
  readonly words: Readonly<Partial<Record<Part, string>>>;
  readonly types?: readonly ClaimType[];
}

/** Marks claims in a layer: the words stand in the article with this headline, each once. */
export function claimsInLayer(
  desk: Desk,
  headline: string,
  layer: string,
  claims: readonly string[],
): void {
  const marks = claims.map((content): LayerWords => ({ kind: 'claim', words: { content } }));
  marksInLayer(desk, headline, layer, marks);
}

/** Marks words in a layer of the article with this headline. */
export function marksInLayer(
  desk: Desk,
  headline: string,
  layer: string,
  marks: readonly LayerWords[],
): void {
  const opened = openDesk(desk.databasePath);
  try {
    const actor = findActor(opened, null)!;
    const { articleId, revisionId, text } = opened.sqlite
      .prepare<[string], { articleId: string; revisionId: string; text: string }>(
        `SELECT a.id AS articleId, v.id AS revisionId, v.text FROM article a
         JOIN revision v ON v.article_id = a.id WHERE a.headline LIKE ? ORDER BY v.number DESC LIMIT 1`,
      )
      .get(`${headline}%`)!;
    for (const { kind, words, types = [] } of marks) {
      const id = newId();
      const spans = Object.entries(words).map(([part, exact]): PartSpan => {
        const start = text.indexOf(exact);
        return { part: part as Part, ordinal: 0, piece: 0, start, end: start + exact.length };
      });
      const input = { id, articleId, revisionId, kind, spans, attributes: { types } };
      runCommand(opened, actor, { id: newId(), steps: [{ name: 'createAnnotation', input }] });
      opened.sqlite.prepare('UPDATE annotation SET layer = ? WHERE id = ?').run(layer, id);
    }
  } finally {
    closeDesk(opened);
  }
}

/** Accepts what all layers of the article with this headline marked the same. */
export function acceptAgreed(desk: Desk, headline: string): void {
  const opened = openDesk(desk.databasePath);
  try {
    const input = opened.sqlite
      .prepare<[string], { articleId: string; revisionId: string }>(
        `SELECT a.id AS articleId, v.id AS revisionId FROM article a
         JOIN revision v ON v.article_id = a.id WHERE a.headline LIKE ? ORDER BY v.number DESC LIMIT 1`,
      )
      .get(`${headline}%`)!;
    const steps = [{ name: 'adjudicateAgreed', input }];
    runCommand(opened, findActor(opened, null)!, { id: newId(), steps });
  } finally {
    closeDesk(opened);
  }
}
