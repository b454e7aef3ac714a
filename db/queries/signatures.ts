import type { PartSpan } from '@/corpus/annotation/model';
import { foldWords } from '@/corpus/anchoring/tokens';
import type { Signature } from '@/corpus/verification/check-detail';
import type { Desk } from '../client';
import type { Changes } from '../commands/ledger';
import { hashOf } from '../ids';

interface SignedRow {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly annotationId: string;
  readonly targetId: string;
  /** The article to which the mark belonged when it was signed. */
  readonly articleId: string;
  readonly hash: string;
}

/** What was signed on an article's marks, or on one of them: by whom, which words, where; newest first. */
export function listSignatures(
  desk: Desk,
  of: { readonly articleId: string } | { readonly annotationId: string },
): readonly Signature[] {
  const [column, id] = 'articleId' in of ? ['article_id', of.articleId] : ['id', of.annotationId];
  const rows = desk.sqlite
    .prepare<[string], SignedRow>(
      `SELECT e.seq, e.at, p.name AS person, a.id AS annotationId, a.target_id AS targetId,
         e.article_id AS articleId, e.changes ->> '$.signedHash[1]' AS hash
       FROM annotation a JOIN event e ON e.annotation_id = a.id AND e.entity = 'check'
       JOIN person p ON p.id = e.person_id
       WHERE a.${column} = ? AND e.name IN ('setStatus', 'overrideSignOff')
         AND e.changes ->> '$.status[1]' = 'signed_off' ORDER BY e.seq DESC`,
    )
    .all(id);
  return rows.map((row) => {
    const revision = revisionAt(desk, row);
    return {
      seq: row.seq,
      at: row.at,
      person: row.person,
      annotationId: row.annotationId,
      revision: revision?.number ?? null,
      words: revision === null ? '' : signedWords(desk, row, revision),
      ended: endOf(desk, row),
    };
  });
}

interface RevisionRow {
  readonly id: string;
  readonly number: number;
  readonly text: string;
}

/** The article's newest revision when it was signed. */
function revisionAt(desk: Desk, { articleId, seq }: SignedRow): RevisionRow | null {
  const row = desk.sqlite
    .prepare<[string, number], RevisionRow>(
      `SELECT v.id, v.number, v.text FROM event e JOIN revision v ON v.id = e.entity_id
       WHERE e.article_id = ? AND e.entity = 'revision' AND e.seq < ? ORDER BY e.seq DESC LIMIT 1`,
    )
    .get(articleId, seq);
  return row ?? null;
}

/** The marked words as they were signed: as they stand, or as the history has them if marked anew. */
function signedWords(desk: Desk, row: SignedRow, revision: RevisionRow): string {
  const standing = desk.sqlite
    .prepare<[string, string], PartSpan>(
      `SELECT part, ordinal, piece, start, "end" FROM span WHERE target_id = ? AND revision_id = ?`,
    )
    .all(row.targetId, revision.id);
  const candidates = [standing, ...spansSince(desk, row)].map((spans) => piecesOf(revision, spans));
  const signed = candidates.find((pieces) => hashOf(pieces.map(foldWords).join('\n')) === row.hash);
  return (signed ?? candidates[0]!).join(' … ');
}

/** The places that a mark had before each time that it was marked anew after it was signed. */
function spansSince(desk: Desk, { annotationId, seq }: SignedRow): readonly PartSpan[][] {
  return desk.sqlite
    .prepare<[string, number], string>(
      `SELECT changes FROM event WHERE annotation_id = ? AND seq > ? AND entity = 'annotation'
         AND changes ->> '$.spans[0]' IS NOT NULL ORDER BY seq`,
    )
    .pluck()
    .all(annotationId, seq)
    .map((changes) => (JSON.parse(changes) as Changes)['spans']![0] as PartSpan[]);
}

/** The words of the content, in the order in which they are signed. */
function piecesOf({ text }: RevisionRow, spans: readonly PartSpan[]): readonly string[] {
  return spans
    .filter(({ part }) => part === 'content')
    .sort((x, y) => x.ordinal - y.ordinal || x.piece - y.piece)
    .map(({ start, end }) => text.slice(start, end));
}

/** When a signature ceased to stand and why; null while it stands. */
function endOf(desk: Desk, { annotationId, seq }: SignedRow): Signature['ended'] {
  const ended = desk.sqlite
    .prepare<[string, number], { at: string; reason: string | null }>(
      `SELECT at, changes ->> '$.reason[1]' AS reason FROM event
       WHERE annotation_id = ? AND seq > ? AND entity = 'check'
         AND changes ->> '$.status[0]' = 'signed_off' ORDER BY seq LIMIT 1`,
    )
    .get(annotationId, seq);
  return ended ?? null;
}
