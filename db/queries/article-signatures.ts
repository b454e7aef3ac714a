import type { ArticleSignature, SignatureChange } from '@/corpus/coverage/model';
import { changesSince, sinceSentence, type LaterEvent, type SinceChange } from '@/corpus/coverage/since'; // prettier-ignore
import type { Desk } from '../client';
import { findNewestText } from './coverage';

interface SignatureRow {
  readonly id: string;
  readonly version: number;
  readonly person: string;
  readonly at: string;
  readonly revision: number;
  readonly hash: string;
  readonly reason: string | null;
  readonly removed: number;
  /** The number of the event with which it was made. */
  readonly seq: number;
}

/** How an article was signed as a whole, newest first, with what changed since. */
export function listArticleSignatures(desk: Desk, articleId: string): readonly ArticleSignature[] {
  const rows = desk.sqlite
    .prepare<[string], SignatureRow>(
      `SELECT s.id, s.version, p.name AS person, s.signed_at AS at, v.number AS revision, s.hash,
         s.reason, s.removed, e.seq
       FROM article_signature s JOIN person p ON p.id = s.signed_by
       JOIN revision v ON v.id = s.revision_id
       JOIN event e ON e.entity = 'articleSignature' AND e.entity_id = s.id AND e.created = 1
       WHERE s.article_id = ? AND (s.removed = 0 OR s.reason IS NOT NULL) ORDER BY e.seq DESC`,
    )
    .all(articleId);
  return rows.map(({ seq, reason, removed, ...row }, index) => ({
    ...row,
    // What an older signature would lack is what the newest one was made for.
    changes: index === 0 ? listChanges(desk, articleId, { ...row, seq }) : [],
    withdrawn: removed === 1 ? { reason } : null,
  }));
}

interface Signed {
  readonly seq: number;
  readonly revision: number;
  readonly hash: string;
}

function listChanges(desk: Desk, articleId: string, signed: Signed): readonly SignatureChange[] {
  const events = desk.sqlite
    .prepare<[string, number], Omit<LaterEvent, 'changes' | 'created'> & { changes: string; created: number }>(
      `SELECT e.entity, e.entity_id AS entityId, e.annotation_id AS annotationId, e.created, e.at,
         p.name AS person, e.changes
       FROM event e JOIN person p ON p.id = e.person_id
       WHERE e.article_id = ? AND e.seq > ? ORDER BY e.seq`,
    ) // prettier-ignore
    .all(articleId, signed.seq)
    .map((row) => ({ ...row, created: row.created === 1, changes: JSON.parse(row.changes) as LaterEvent['changes'] })); // prettier-ignore
  const changes = changesSince(events).map((change) => ({
    sentence: sinceSentence(change, wordsOf(desk, change)),
    person: change.person,
    at: change.at,
    annotationId: change.annotationId,
    compare: null,
  }));
  return [...textChange(desk, articleId, signed, events), ...changes];
}

/** That the newest text is another one than was signed. */
function textChange(
  desk: Desk,
  articleId: string,
  { hash, revision }: Signed,
  events: readonly LaterEvent[],
): readonly SignatureChange[] {
  const newest = findNewestText(desk, articleId);
  if (newest === null || newest.hash === hash) return [];
  const last = events.findLast(({ entity }) => entity === 'revision');
  const sentence = `The text changed: revision ${newest.number} is the newest, revision ${revision} was signed.`; // prettier-ignore
  const by = { person: last?.person ?? '', at: last?.at ?? '' };
  return [{ ...by, sentence, annotationId: null, compare: { from: revision, to: newest.number } }];
}

const LONGEST = 120;

/** The words that a change is about: of the mark, the nothing-to-check mark or the block. */
function wordsOf(desk: Desk, { entity, entityId, annotationId }: SinceChange): string {
  const words = entity === 'block' ? [blockWords(desk, entityId)] : markedWords(desk, entity, entity === 'nothingToCheck' ? entityId : annotationId); // prettier-ignore
  const joined = words.join(' … ').replaceAll(/\s+/g, ' ');
  return joined.length <= LONGEST ? joined : `${joined.slice(0, LONGEST - 1)}…`;
}

function blockWords(desk: Desk, blockId: string): string {
  const row = desk.sqlite
    .prepare<[string], { text: string; start: number; end: number }>(
      `SELECT v.text, b.start, b."end" FROM block b JOIN revision v ON v.id = b.revision_id
       WHERE b.id = ?`,
    )
    .get(blockId);
  return row?.text.slice(row.start, row.end) ?? '';
}

/** On the newest revision on which they stand. */
function markedWords(desk: Desk, entity: string, id: string | null): readonly string[] {
  const table = entity === 'nothingToCheck' ? 'nothing_to_check' : 'annotation';
  return desk.sqlite
    .prepare<[string | null], string>(
      `SELECT s.exact FROM ${table} a JOIN span s ON s.target_id = a.target_id
       WHERE a.id = ? AND s.part = 'content' AND s.revision_id =
         (SELECT max(revision_id) FROM span WHERE target_id = a.target_id)
       ORDER BY s.ordinal, s.piece`,
    )
    .pluck()
    .all(id);
}
