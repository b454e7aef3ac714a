import type { Notice, NoticeKind, NoticePage } from '@/corpus/people/notices';
import type { Desk } from '../client';
import { statement } from './statements';

const PAGE_SIZE = 50;

interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly fromId: string;
  readonly fromName: string;
  readonly at: string;
  readonly articleId: string;
  readonly headline: string;
  readonly annotationId: string | null;
  readonly words: string | null;
  readonly count: number;
  readonly readAt: string | null;
}

/** The annotation's article where it has one: a cut may have moved it since. Who answered a link is not on the desk. */
const NOTICES = `
  SELECT n.id, n.kind, n.from_id AS fromId, CASE n.kind WHEN 'answered'
      THEN (SELECT i.name FROM event e JOIN inquiry_answer i ON i.id = e.entity_id
        WHERE e.command_id = n.command_id AND e.entity = 'inquiryAnswer' LIMIT 1)
      ELSE p.name END AS fromName, n.at, r.id AS articleId,
    r.headline, n.annotation_id AS annotationId, n.count, n.read_at AS readAt,
    (SELECT group_concat(exact, ' … ') FROM (SELECT s.exact FROM span s
      WHERE s.target_id = a.target_id AND s.part = 'content' AND s.revision_id =
        (SELECT max(v.revision_id) FROM span v WHERE v.target_id = a.target_id)
      ORDER BY s.ordinal, s.piece)) AS words
  FROM notification n JOIN person p ON p.id = n.from_id
    LEFT JOIN annotation a ON a.id = n.annotation_id
    JOIN article r ON r.id = coalesce(a.article_id, n.article_id)
  WHERE n.person_id = ? AND n.withdrawn = 0 AND n.id < ? ORDER BY n.id DESC LIMIT ?`;

/** Behind every id. */
const NEWEST = '~';

/** What a person was told, newest first, a page at a time. */
export function listNotices(
  desk: Desk,
  personId: string,
  cursor: string | null = null,
): NoticePage {
  const rows = statement<NoticeRow>(desk, NOTICES).all(personId, cursor ?? NEWEST, PAGE_SIZE + 1);
  const page = rows.slice(0, PAGE_SIZE).map(noticeOf);
  return {
    notices: page,
    unread: countUnread(desk, personId),
    nextCursor: rows.length > PAGE_SIZE ? page.at(-1)!.id : null,
  };
}

function noticeOf({ fromId, fromName, annotationId, words, readAt, ...row }: NoticeRow): Notice {
  return {
    ...row,
    from: { id: fromId, name: fromName },
    annotation: annotationId === null ? null : { id: annotationId, words: words ?? '' },
    isRead: readAt !== null,
  };
}

export function countUnread(desk: Desk, personId: string): number {
  return statement<number>(
    desk,
    'SELECT count(*) FROM notification WHERE person_id = ? AND withdrawn = 0 AND read_at IS NULL',
  )
    .pluck()
    .get(personId) as number;
}
