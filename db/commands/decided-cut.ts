import { UNNAMED_FILE } from '@/corpus/ingest/unnamed';
import type { BlockRole } from '@/corpus/document/block';
import type { Decided } from '@/corpus/ingest/cut-again';
import type { Desk } from '../client';
import { readCutBase } from './cut-base';
import { findJoinedInto } from './live-article';

/** A file as it comes again. */
interface ComingFile {
  readonly file: string;
  readonly url: string | null;
}

/**
 * What people decided about the articles of earlier versions of a file, which are those of a file
 * of its name or from its address: joined, split off, block roles. Null where nobody decided
 * anything. Roles are told by the words of their blocks, the last decision for the same words.
 */
export function findDecided(desk: Desk, collectionId: string, coming: ComingFile): Decided | null {
  const articles = articlesOf(desk, collectionId, coming);
  if (articles.length === 0) return null;
  const joined = articles
    .filter(({ removed }) => removed === 1)
    .flatMap(({ id }) => {
      const holder = findJoinedInto(desk, id);
      const { text } = readCutBase(desk, id);
      if (holder === null || !hasHeld(desk, holder.id, text)) return [];
      return [{ text, holder: { id: holder.id, text: readCutBase(desk, holder.id).text } }];
    });
  const splitOff = articles
    .filter(({ removed, part }) => removed === 0 && part > 0)
    .map(({ id }) => {
      const { text, drafts } = readCutBase(desk, id);
      return { id, text, blocks: drafts };
    });
  const touched = articles.filter(({ isTouched }) => isTouched === 1);
  const roles = new Map(touched.flatMap(({ id }) => rolesChosenIn(desk, id)));
  return joined.length + splitOff.length + roles.size === 0 ? null : { joined, splitOff, roles };
}

interface EarlierRow {
  readonly id: string;
  readonly part: number;
  readonly removed: 0 | 1;
  /** A block of it was changed, or somebody wrote a revision. */
  readonly isTouched: 0 | 1;
}

/** Found from the file, not through the whole collection: the sign keeps its index aside. */
function articlesOf(desk: Desk, collectionId: string, { file, url }: ComingFile): EarlierRow[] {
  return desk.sqlite
    .prepare<[string, string | null, string | null], EarlierRow>(
      `SELECT a.id, a.part, a.removed,
         EXISTS (SELECT 1 FROM event WHERE article_id = a.id AND entity = 'block')
         OR EXISTS (SELECT 1 FROM revision WHERE article_id = a.id AND number > 1 AND original_id IS NULL)
           AS isTouched
       FROM article a JOIN original o ON o.id = a.original_id
       WHERE +a.collection_id = ? AND (o.file_name = ? OR o.url = ?)
         AND (a.removed = 0 OR a.joined_into IS NOT NULL)
       ORDER BY a.ordinal, a.part, a.id`,
    )
    .all(collectionId, file === UNNAMED_FILE ? null : file, url);
}

/** Whether an article held these words beside others: not so where they came as its own later text. */
function hasHeld(desk: Desk, articleId: string, text: string): boolean {
  const found = desk.sqlite
    .prepare<[string, string, string], number>(
      `SELECT 1 FROM revision WHERE article_id = ? AND length(text) > length(?) AND instr(text, ?) > 0`,
    )
    .pluck()
    .get(articleId, text, text);
  return found !== undefined;
}

type Chosen = readonly [text: string, role: BlockRole];

interface RevisionRow {
  readonly id: string;
  readonly text: string;
  readonly isEdited: 0 | 1;
}

/** The roles that people chose in an article, in the order in which they did. */
function rolesChosenIn(desk: Desk, articleId: string): readonly Chosen[] {
  const revisions = desk.sqlite
    .prepare<[string], RevisionRow>(
      `SELECT id, text, original_id IS NULL AS isEdited FROM revision WHERE article_id = ?
       ORDER BY number`,
    )
    .all(articleId);
  return revisions.flatMap((revision, at) => [
    ...(at > 0 && revision.isEdited === 1 ? rolesEdited(desk, revisions[at - 1]!, revision) : []),
    ...rolesSet(desk, revision),
  ]);
}

/** Roles that were set in a revision as it stands. */
function rolesSet(desk: Desk, { id, text }: RevisionRow): Chosen[] {
  return desk.sqlite
    .prepare<[string], Placed>(
      `SELECT b.start, b."end", e.changes ->> '$.role[1]' AS role
       FROM block b JOIN event e ON e.entity = 'block' AND e.entity_id = b.id
       WHERE b.revision_id = ? ORDER BY e.seq`,
    )
    .all(id)
    .filter(({ role }) => role !== null)
    .map(({ start, end, role }) => [text.slice(start, end), role]);
}

/** Roles that a revision that somebody wrote gives to blocks of the one before. */
function rolesEdited(desk: Desk, before: RevisionRow, after: RevisionRow): Chosen[] {
  const old = new Map(rolesOf(desk, before));
  return rolesOf(desk, after).filter(([text, role]) => (old.get(text) ?? role) !== role);
}

function rolesOf(desk: Desk, { id, text }: RevisionRow): Chosen[] {
  return desk.sqlite
    .prepare<[string], Placed>('SELECT start, "end", role FROM block WHERE revision_id = ?')
    .all(id)
    .map(({ start, end, role }) => [text.slice(start, end), role]);
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly role: BlockRole;
}
