import type { Desk } from '../client';

/** Marks a person's notices as read or unread; `ids` null: all. Other people's are left alone. */
export function markRead(
  desk: Desk,
  personId: string,
  { ids, read }: { readonly ids: readonly string[] | null; readonly read: boolean },
): void {
  const one = ids === null ? '' : 'AND id IN (SELECT value FROM json_each(?))';
  desk.sqlite
    .prepare(
      `UPDATE notification SET read_at = ${read ? `coalesce(read_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))` : 'NULL'}
       WHERE person_id = ? ${one}`,
    )
    .run(personId, ...(ids === null ? [] : [JSON.stringify(ids)]));
}
