import type { NoticeKind } from '@/corpus/people/notices';
import type { Desk } from '../client';
import { newId } from '../ids';
import type { Ledger } from './ledger';

interface About {
  readonly articleId: string;
  readonly annotationId: string | null;
}

/**
 * Tells people of what the command does, once for each kind however often it is said; nobody is told
 * of what they do themselves, and nobody who has left. What somebody outside answers nobody here did.
 */
export function notify(
  { desk, act }: Ledger,
  kind: NoticeKind,
  people: Iterable<string | null>,
  { articleId, annotationId }: About,
): void {
  const insert = desk.sqlite.prepare(
    `INSERT INTO notification (id, person_id, kind, command_id, from_id, at, article_id, annotation_id, count)
     SELECT ?, p.id, ?, ?, ?, ?, ?, ?, 1 FROM person p WHERE p.id = ? AND p.removed = 0
     ON CONFLICT (command_id, person_id, kind) DO UPDATE SET count = count + 1`,
  );
  for (const personId of new Set(people)) {
    if (personId === null || (personId === act.personId && kind !== 'answered')) continue;
    insert.run(newId(), kind, act.commandId, act.personId, act.at, articleId, annotationId, personId); // prettier-ignore
  }
}

/** Tells those who work or worked on a check: its assignee, who judged it, and who signed it. */
export function notifyWorkers(ledger: Ledger, kind: NoticeKind, checkId: string): void {
  const about = placeOf(ledger.desk, checkId);
  const people = ledger.desk.sqlite
    .prepare<[string, string], string | null>(
      `SELECT value FROM "check" c, json_each(json_array(c.assignee_id, c.checked_by, c.signed_by))
         WHERE c.id = ?
       UNION SELECT person_id FROM assessment WHERE check_id = ? AND removed = 0`,
    )
    .pluck()
    .all(checkId, checkId);
  notify(ledger, kind, people, about);
}

export function placeOf(desk: Desk, checkId: string): About {
  return desk.sqlite
    .prepare<[string], About>(
      'SELECT article_id AS articleId, annotation_id AS annotationId FROM "check" WHERE id = ?',
    )
    .get(checkId)!;
}

/** Takes back, or brings back, what people were told of a command whose doing is undone or redone. */
export function withdrawNotices(desk: Desk, commandId: string): void {
  const [origin, times] = desk.sqlite
    .prepare<[string], [string, number]>(
      `WITH RECURSIVE undone (id, times) AS (VALUES (?, 1) UNION ALL
         SELECT c.undoes, times + 1 FROM undone u JOIN command c ON c.id = u.id
         WHERE c.undoes IS NOT NULL)
       SELECT id, times FROM undone ORDER BY times DESC LIMIT 1`,
    )
    .raw()
    .get(commandId)!;
  desk.sqlite
    .prepare<[number, string]>('UPDATE notification SET withdrawn = ? WHERE command_id = ?')
    .run(times % 2, origin);
}
