import type { Discussion, DiscussionMessage } from '@/corpus/annotation/discussion';
import type { Span } from '@/corpus/spans/span';
import type { Desk } from '../client';

interface ThreadRow {
  readonly id: string;
  readonly targetId: string;
  readonly version: number;
  readonly resolved: number;
  readonly revisionId: string;
  readonly outcome: Discussion['outcome'] | null;
}

/**
 * The discussions of an article that came with a file, in the order of the newest revision's text;
 * those whose words are gone come last.
 */
export function listDiscussions(desk: Desk, articleId: string): readonly Discussion[] {
  const threads = desk.sqlite
    .prepare<[string], ThreadRow>(
      `SELECT h.id, h.target_id AS targetId, h.version, h.resolved, v.id AS revisionId, n.outcome
       FROM thread h JOIN target t ON t.id = h.target_id
       JOIN revision v ON v.id =
         (SELECT id FROM revision WHERE article_id = t.article_id ORDER BY number DESC LIMIT 1)
       LEFT JOIN annotation a ON a.target_id = t.id
       LEFT JOIN anchoring n ON n.target_id = t.id AND n.revision_id = v.id
       WHERE t.article_id = ? AND a.id IS NULL AND h.removed = 0 ORDER BY h.id`,
    )
    .all(articleId);
  const spansOn = desk.sqlite.prepare<[string, string], Span>(
    `SELECT start, "end" FROM span WHERE target_id = ? AND revision_id = ? ORDER BY start`,
  );
  const place = ({ spans }: Discussion) => spans[0]?.start ?? Infinity;
  return threads
    .map(({ id, targetId, version, resolved, revisionId, outcome }) => ({
      id,
      version,
      resolved: resolved === 1,
      words: lastWords(desk, targetId),
      outcome: outcome ?? 'lost',
      spans: spansOn.all(targetId, revisionId),
      messages: listThreadMessages(desk, id),
    }))
    .sort((x, y) => place(x) - place(y) || (x.id < y.id ? -1 : 1));
}

/** The words of a target on the newest revision on which it stands; "" where it never stood. */
function lastWords(desk: Desk, targetId: string): string {
  return desk.sqlite
    .prepare<[string, string], string>(
      `SELECT exact FROM span WHERE target_id = ?
         AND revision_id = (SELECT max(revision_id) FROM span WHERE target_id = ?) ORDER BY start`,
    )
    .pluck()
    .all(targetId, targetId)
    .join(' … ');
}

interface MessageRow {
  readonly id: string;
  readonly name: string;
  readonly authorName: string | null;
  readonly writtenAt: string | null;
  readonly createdAt: string;
  readonly body: string;
}

function listThreadMessages(desk: Desk, threadId: string): readonly DiscussionMessage[] {
  return desk.sqlite
    .prepare<[string], MessageRow>(
      `SELECT m.id, p.name, m.author_name AS authorName, m.written_at AS writtenAt,
         m.created_at AS createdAt, m.body
       FROM message m JOIN person p ON p.id = m.person_id
       WHERE m.thread_id = ? AND m.removed = 0 ORDER BY m.id`,
    )
    .all(threadId)
    .map(({ id, name, authorName, writtenAt, createdAt, body }) => {
      const isFromFile = authorName !== null;
      return { id, author: authorName ?? name, isFromFile, at: isFromFile ? writtenAt : createdAt, body }; // prettier-ignore
    });
}
