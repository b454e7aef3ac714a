import type { PartSpan } from '@/corpus/annotation/model';
import { closeDesk, openDesk } from '@/db/client';
import { runCommand } from '@/db/commands/run';
import { newId } from '@/db/ids';
import { findActor } from '@/db/queries/desk';
import type { Desk } from './desk';

/** Marks claims in a layer: the words stand in the article with this headline, each once. */
export function claimsInLayer(
  desk: Desk,
  headline: string,
  layer: string,
  claims: readonly string[],
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
    for (const words of claims) {
      const id = newId();
      const start = text.indexOf(words);
      const span: PartSpan = { part: 'content', ordinal: 0, piece: 0, start, end: start + words.length }; // prettier-ignore
      const input = { id, articleId, revisionId, kind: 'claim', spans: [span], attributes: {} };
      runCommand(opened, actor, { id: newId(), steps: [{ name: 'createAnnotation', input }] });
      opened.sqlite.prepare('UPDATE annotation SET layer = ? WHERE id = ?').run(layer, id);
    }
  } finally {
    closeDesk(opened);
  }
}
