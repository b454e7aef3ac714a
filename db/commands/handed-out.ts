import type { Desk } from '../client';
import { RefusedError } from './errors';

/** Throws RefusedError for an article that a blind project has handed out: its layers belong to its text as it is. */
export function refuseHandedOut({ sqlite }: Desk, ...articleIds: readonly string[]): void {
  const find = sqlite
    .prepare<[string], string>(
      `SELECT r.headline FROM assignment s JOIN article r ON r.id = s.article_id
       WHERE s.article_id = ? AND s.removed = 0 LIMIT 1`,
    )
    .pluck();
  for (const id of articleIds) {
    const headline = find.get(id);
    if (headline === undefined) continue;
    throw new RefusedError(
      'invalid',
      `“${headline}” is handed out for labelling: its text cannot be cut or joined any more.`,
    );
  }
}
