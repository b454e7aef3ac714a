import { contentOf, DESK_LAYERS, type PartSpan } from '@/corpus/annotation/model';
import type { CopyArticle, CopyBlock, CopyEvidence, CopyMessage, CopyNote } from '@/corpus/copy/model'; // prettier-ignore
import { withoutConfidential } from '@/corpus/copy/discreet';
import { isOwnProse } from '@/corpus/document/block';
import type { Span } from '@/corpus/spans/span';
import type { Desk } from '../client';
import { listArticleSignatures } from './article-signatures';
import { findCoverageCounts, findNewestText } from './coverage';
import { JUDGED_OPENLY } from './judgements';
import { listNames } from './people';
import { statement } from './statements';

interface Head {
  readonly headline: string;
  readonly byline: string | null;
  readonly date: string | null;
  readonly collection: string;
}

/**
 * An article as its copies show it, without anything confidential, and without what is cited for judgements
 * that are still made apart; null where it is gone.
 */
export function findCopy(desk: Desk, articleId: string): CopyArticle | null {
  const newest = findNewestText(desk, articleId);
  const coverage = findCoverageCounts(desk, articleId);
  if (newest === null || coverage === null) return null;
  const head = desk.sqlite
    .prepare<[string], Head>(
      `SELECT a.headline, a.byline, a.date, c.name AS collection
       FROM article a JOIN collection c ON c.id = a.collection_id WHERE a.id = ?`,
    )
    .get(articleId)!;
  const blocks = desk.sqlite
    .prepare<[string], CopyBlock>(
      'SELECT role, start, "end" FROM block WHERE revision_id = ? ORDER BY ordinal',
    )
    .all(newest.id);
  const standing = listArticleSignatures(desk, articleId).find(({ withdrawn }) => !withdrawn);
  const isSigned = standing !== undefined && standing.changes.length === 0;
  return withoutConfidential({
    ...head,
    revision: { number: newest.number, hash: newest.hash },
    text: newest.text,
    blocks,
    notes: listNotes(desk, articleId, newest, blocks),
    coverage,
    signature: isSigned ? { person: standing.person, at: standing.at } : null,
  });
}

type NoteRow = Omit<CopyNote, 'spans' | 'types' | 'flags' | 'source' | 'evidence' | 'messages' | 'withheld'> & {
  readonly checkId: string;
  readonly targetId: string;
  readonly types: string;
  readonly flags: string;
  readonly spans: string;
}; // prettier-ignore

function listNotes(
  desk: Desk,
  articleId: string,
  { id: revisionId, text }: { readonly id: string; readonly text: string },
  blocks: readonly CopyBlock[],
): readonly CopyNote[] {
  const names = new Map(listNames(desk).map(({ id, name }) => [id, name]));
  const named = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const rows = desk.sqlite
    .prepare<[string, string, string], NoteRow>(
      `SELECT a.id, a.kind, a.types, a.flags, a.terms, a.anonymity_reason AS anonymityReason, c.status,
         c.reason, c.finding, c.fidelity, c.disposition, c.replacement, c.rationale,
         c.checked_by AS checkedBy, c.signed_by AS signedBy, c.signed_at AS signedAt,
         c.id AS checkId, a.target_id AS targetId,
         json_group_array(json_object('part', s.part, 'ordinal', s.ordinal, 'piece', s.piece,
           'start', s.start, 'end', s."end")) AS spans
       FROM annotation a JOIN "check" c ON c.annotation_id = a.id
       JOIN span s ON s.target_id = a.target_id AND s.revision_id = ?
       WHERE a.article_id = ? AND a.removed = 0 AND a.origin <> 'suggestion' AND a.layer IN (SELECT value FROM json_each(?))
       GROUP BY a.id ORDER BY min(CASE s.part WHEN 'content' THEN s.start END), a.id`,
    )
    .all(revisionId, articleId, JSON.stringify(DESK_LAYERS));
  const notes = rows.map(({ checkId, targetId, spans: json, types, flags, ...row }): CopyNote => {
    const spans = JSON.parse(json) as PartSpan[];
    const source = spans.filter(({ part }) => part === 'source').sort((a, b) => a.start - b.start);
    return {
      ...row,
      types: JSON.parse(types) as CopyNote['types'],
      flags: JSON.parse(flags) as CopyNote['flags'],
      spans: contentOf(spans).toSorted((a, b) => a.start - b.start),
      source: source.length === 0 ? null : source.map(({ start, end }) => text.slice(start, end)).join(', '), // prettier-ignore
      checkedBy: named(row.checkedBy),
      signedBy: named(row.signedBy),
      evidence: listEvidence(desk, checkId),
      messages: listMessages(desk, targetId),
      withheld: 0,
    };
  });
  return notes.filter(
    ({ spans }) => spans.length > 0 && spans.every((span) => isOwn(blocks, span)),
  );
}

/** Furniture and readers' comments are in no copy. */
function isOwn(blocks: readonly CopyBlock[], span: Span): boolean {
  return blocks.some(
    ({ role, start, end }) => isOwnProse(role) && start <= span.start && span.end <= end,
  );
}

function listEvidence(desk: Desk, checkId: string): readonly CopyEvidence[] {
  return statement<Omit<CopyEvidence, 'primary' | 'copies'> & { primary: number; copies: string }>(
    desk,
    `SELECT i.kind, i.title, i.place, i.origin, i.terms, x.stance, x."primary", x.locator, x.excerpt,
         (SELECT json_group_array(json_object('sha256', k.sha256, 'keptAt', k.kept_at) ORDER BY k.id)
            FROM archived_copy k WHERE k.evidence_item_id = i.id AND k.removed = 0) AS copies
       FROM citation x JOIN evidence_item i ON i.id = x.evidence_item_id
         JOIN "check" k ON k.id = x.check_id
       WHERE x.check_id = ? AND x.removed = 0 AND i.removed = 0 AND ${JUDGED_OPENLY} ORDER BY x.id`,
  )
    .all(checkId)
    .map(({ primary, copies, ...row }) => ({
      ...row,
      primary: primary === 1,
      copies: JSON.parse(copies) as CopyEvidence['copies'],
    }));
}

function listMessages(desk: Desk, targetId: string): readonly CopyMessage[] {
  return statement<CopyMessage>(
    desk,
    `SELECT coalesce(m.author_name, p.name) AS person, m.created_at AS at, m.body
       FROM thread t JOIN message m ON m.thread_id = t.id JOIN person p ON p.id = m.person_id
       WHERE t.target_id = ? AND t.removed = 0 AND m.removed = 0 ORDER BY m.id`,
  ).all(targetId);
}
