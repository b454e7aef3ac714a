import { NO_PROJECT, type GuideVersion, type Project } from '@/corpus/project/model';
import { TAG_LISTS, WHOLE_TAG_SET, tagsOf, type TagList, type TagSet, type TagUse } from '@/corpus/project/tag-set'; // prettier-ignore
import type { Attributes, Kind } from '@/corpus/annotation/model';
import type { PersonName } from '@/corpus/annotation/reading';
import type { Desk } from '../client';

interface ProjectRow extends Omit<Project, 'mayLook'> {
  readonly mayLook: number;
}

/** How a collection is marked and handed out; as a shared desk where nothing was set. */
export function findProject({ sqlite }: Desk, collectionId: string): Project {
  const row = sqlite
    .prepare<[string], ProjectRow>(
      `SELECT id AS collectionId, labelling, may_look AS mayLook, per_article AS perArticle,
         timeout_hours AS timeoutHours, version FROM project WHERE id = ?`,
    )
    .get(collectionId);
  if (row === undefined) return { ...NO_PROJECT, collectionId, version: 0 };
  return { ...row, mayLook: row.mayLook === 1 };
}

/** Whether somebody made a project of a collection: set it up, wrote its guide, or chose its tags. */
export function hasProject({ sqlite }: Desk, collectionId: string): boolean {
  const found = sqlite
    .prepare(
      `SELECT 1 FROM project WHERE id = @collectionId
       UNION ALL SELECT 1 FROM tag_set WHERE collection_id = @collectionId
       UNION ALL SELECT 1 FROM guide WHERE collection_id = @collectionId AND body <> '' LIMIT 1`,
    )
    .get({ collectionId });
  return found !== undefined;
}

export function isBlind(desk: Desk, collectionId: string): boolean {
  return findProject(desk, collectionId).labelling === 'blind';
}

/** The people whom a project's articles are handed to, by name; who left the desk is not. */
export function listProjectMembers({ sqlite }: Desk, collectionId: string): readonly PersonName[] {
  return sqlite
    .prepare<[string], PersonName>(
      `SELECT p.id, p.name FROM project_member m JOIN person p ON p.id = m.person_id
       WHERE m.collection_id = ? AND m.removed = 0 AND p.removed = 0 ORDER BY p.name, p.id`,
    )
    .all(collectionId);
}

export interface Guide extends GuideVersion {
  readonly body: string;
}

interface GuideRow {
  readonly number: number;
  readonly at: string;
  readonly body: string;
  readonly personId: string | null;
  readonly name: string | null;
}

const GUIDE = `
  SELECT g.version AS number, g.created_at AS at, g.body, p.id AS personId, p.name
  FROM guide g LEFT JOIN event e ON e.entity = 'guide' AND e.entity_id = g.id
    LEFT JOIN person p ON p.id = e.person_id
  WHERE g.collection_id = @collectionId`;

function guideOf({ personId, name, ...row }: GuideRow): Guide {
  return { ...row, by: personId === null ? null : { id: personId, name: name ?? '' } };
}

/** A version of a collection's guide, the newest where none is named; null where there is none. */
export function findGuide(desk: Desk, collectionId: string, number?: number): Guide | null {
  const row = desk.sqlite
    .prepare<unknown[], GuideRow>(
      `${GUIDE} AND (@number IS NULL OR g.version = @number) ORDER BY g.version DESC LIMIT 1`,
    )
    .get({ collectionId, number: number ?? null });
  return row === undefined ? null : guideOf(row);
}

/** The versions of a guide, newest first; the empty one that a collection begins with is none. */
export function listGuideVersions(desk: Desk, collectionId: string): readonly GuideVersion[] {
  return desk.sqlite
    .prepare<unknown[], GuideRow>(`${GUIDE} AND g.body <> '' ORDER BY g.version DESC`)
    .all({ collectionId })
    .map(guideOf)
    .map(({ body: _body, ...version }) => version);
}

export interface VersionedTagSet {
  /** 0 where none was set: then all words are in. */
  readonly version: number;
  readonly tagSet: TagSet;
}

export function findTagSet({ sqlite }: Desk, collectionId: string): VersionedTagSet {
  const row = sqlite
    .prepare<[string], { version: number; definition: string }>(
      'SELECT version, definition FROM tag_set WHERE collection_id = ? ORDER BY version DESC LIMIT 1',
    )
    .get(collectionId);
  if (row === undefined) return { version: 0, tagSet: WHOLE_TAG_SET };
  return { version: row.version, tagSet: JSON.parse(row.definition) as TagSet };
}

/** A mark of a collection as a tag set sees it. */
export interface TaggedMark extends Attributes {
  readonly id: string;
  readonly kind: Kind;
}

interface TaggedRow extends Omit<TaggedMark, 'types' | 'flags'> {
  readonly types: string;
  readonly flags: string;
}

/** The marks of a collection in all layers, one at a time; no suggestions, nothing removed. */
export function* iterateTagged(desk: Desk, collectionId: string): Generator<TaggedMark> {
  const rows = desk.sqlite.prepare<[string], TaggedRow>(
    `SELECT id, kind, types, flags, speech, source_type AS sourceType, terms,
       anonymity_reason AS anonymityReason FROM annotation
     WHERE collection_id = ? AND removed = 0 AND origin <> 'suggestion' ORDER BY id`,
  );
  for (const row of rows.iterate(collectionId)) {
    const types = JSON.parse(row.types) as TaggedMark['types'];
    yield { ...row, types, flags: JSON.parse(row.flags) as TaggedMark['flags'] };
  }
}

/** How many marks of a collection have each word, in all layers; words that none has are left out. */
export function countTagUses(desk: Desk, collectionId: string): readonly TagUse[] {
  const counts = new Map<string, number>();
  for (const mark of iterateTagged(desk, collectionId)) {
    for (const [list, words] of Object.entries(tagsOf(mark))) {
      for (const word of words) {
        const key = `${list} ${word}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return (Object.keys(TAG_LISTS) as TagList[]).flatMap((list) =>
    TAG_LISTS[list].flatMap((word) => {
      const marks = counts.get(`${list} ${word}`) ?? 0;
      return marks === 0 ? [] : [{ list, word, marks }];
    }),
  );
}
