import { and, asc, eq } from 'drizzle-orm';
import type {
  ArticleDetails,
  PersonName,
  ReadingAnnotation,
  ReadingArticle,
  ReadingBlock,
  RevisionName,
} from '@/corpus/annotation/reading';
import type { PartSpan } from '@/corpus/annotation/model';
import type { Desk } from '../client';
import * as schema from '../schema';
import { hasOverrides } from './decisions';
import { layerNames, type LayerNames } from './layer-names';
import { isTeam } from './people';
import { hasProject } from './projects';
import { reasonFinder } from './suggestion-reasons';

/** All that the workbench needs of an article; null where there is none with this id. */
export function findReading(desk: Desk, articleId: string): ReadingArticle | null {
  const read = desk.sqlite.transaction((): ReadingArticle | null => {
    const article = findArticle(desk, articleId);
    const revisions = listRevisions(desk, articleId);
    const revision = revisions.at(-1);
    if (article === null || revision === undefined) return null;
    return {
      article,
      revision,
      revisions,
      blocks: listBlocks(desk, revision.id),
      annotations: listAnnotations(desk, articleId, revision.id),
      hasSuggestions: hasSuggestions(desk, articleId),
      isShared:
        isTeam(desk) || hasOverrides(desk, articleId) || hasProject(desk, article.collectionId),
      people: listPeople(desk),
      eventSeq: latestEventSeq(desk),
    };
  });
  return read();
}

export function findArticle(desk: Desk, articleId: string): ArticleDetails | null {
  const { article, collection, original } = schema;
  const row = desk.orm
    .select({ article, collectionName: collection.name, fileName: original.fileName })
    .from(article)
    .innerJoin(collection, eq(collection.id, article.collectionId))
    .leftJoin(original, eq(original.id, article.originalId))
    .where(and(eq(article.id, articleId), eq(article.removed, false)))
    .get();
  if (row === undefined) return null;
  const {
    contentHash: _h,
    createdAt: _c,
    removed: _r,
    originalId: _o,
    ordinal: _n,
    part: _p,
    joinedInto: _j,
    ...details
  } = row.article;
  return { ...details, collectionName: row.collectionName, fileName: row.fileName };
}

/** Oldest first. */
export function listRevisions(desk: Desk, articleId: string): readonly RevisionName[] {
  const { revision } = schema;
  return desk.orm
    .select({
      id: revision.id,
      number: revision.number,
      note: revision.note,
      createdAt: revision.createdAt,
    })
    .from(revision)
    .where(eq(revision.articleId, articleId))
    .orderBy(asc(revision.number))
    .all();
}

/** The blocks of a revision in order, with their texts cut from the revision's text. */
export function listBlocks(desk: Desk, revisionId: string): readonly ReadingBlock[] {
  const text = desk.sqlite
    .prepare<[string], string>('SELECT text FROM revision WHERE id = ?')
    .pluck()
    .get(revisionId);
  if (text === undefined) return [];
  const { block } = schema;
  return desk.orm
    .select({
      id: block.id,
      ordinal: block.ordinal,
      role: block.role,
      depth: block.depth,
      group: block.groupNumber,
      start: block.start,
      end: block.end,
      formatting: block.formatting,
    })
    .from(block)
    .where(eq(block.revisionId, revisionId))
    .orderBy(asc(block.ordinal))
    .all()
    .map(({ formatting, ...row }) => ({
      ...row,
      text: text.slice(row.start, row.end),
      ...(formatting === null ? {} : { formatting }),
    }));
}

interface AnnotationRow {
  readonly id: string;
  readonly kind: ReadingAnnotation['kind'];
  readonly layer: string;
  readonly origin: ReadingAnnotation['origin'];
  readonly types: string;
  readonly flags: string;
  readonly speech: ReadingAnnotation['speech'];
  readonly sourceType: ReadingAnnotation['sourceType'];
  readonly terms: ReadingAnnotation['terms'];
  readonly anonymityReason: string | null;
  readonly version: number;
  readonly removed: number;
  readonly createdBy: string;
  readonly checkId: string | null;
  readonly status: string | null;
  readonly finding: string | null;
  readonly assigneeId: string | null;
  readonly checkVersion: number | null;
  readonly targetId: string;
}

const ANNOTATION = `
  SELECT a.id, a.kind, a.layer, a.origin, a.types, a.flags, a.speech, a.source_type AS sourceType,
    a.terms, a.anonymity_reason AS anonymityReason, a.version, a.removed,
    a.created_by AS createdBy, a.target_id AS targetId, c.id AS checkId, c.status, c.finding,
    c.assignee_id AS assigneeId, c.version AS checkVersion
  FROM annotation a LEFT JOIN "check" c ON c.annotation_id = a.id`;

function hasSuggestions(desk: Desk, articleId: string): boolean {
  const any = desk.sqlite.prepare<[string]>(
    `SELECT 1 FROM suggestion WHERE article_id = ? AND state = 'proposed' LIMIT 1`,
  );
  return any.get(articleId) !== undefined;
}

/** The annotations that people made on an article, with their spans on one revision. */
export function listAnnotations(
  desk: Desk,
  articleId: string,
  revisionId: string,
): readonly ReadingAnnotation[] {
  const rows = desk.sqlite
    .prepare<[string], AnnotationRow>(
      `${ANNOTATION} WHERE a.article_id = ? AND a.removed = 0
         AND a.origin <> 'suggestion'`,
    )
    .all(articleId);
  const spans = new Map<string, PartSpan[]>();
  const all = desk.sqlite
    .prepare<[string], PartSpan & { targetId: string }>(
      `SELECT target_id AS targetId, part, ordinal, piece, start, "end" FROM span WHERE revision_id = ?`,
    )
    .all(revisionId);
  for (const { targetId, ...span } of all) {
    const list = spans.get(targetId);
    if (list === undefined) spans.set(targetId, [span]);
    else list.push(span);
  }
  const names = layerNames(desk);
  return rows.map((row) => annotationOf(names, row, spans.get(row.targetId) ?? [], null));
}

/** Single annotations by id, also removed ones: what a live update asks for. */
export function listAnnotationsById(
  desk: Desk,
  articleId: string,
  ids: readonly string[],
): readonly ReadingAnnotation[] {
  const row = desk.sqlite.prepare<[string, string], AnnotationRow>(
    `${ANNOTATION} WHERE a.id = ? AND a.article_id = ?`,
  );
  const spans = desk.sqlite.prepare<[string, string], PartSpan>(
    `SELECT part, ordinal, piece, start, "end" FROM span WHERE target_id = ? AND revision_id =
       (SELECT id FROM revision WHERE article_id = ? ORDER BY number DESC LIMIT 1)`,
  );
  const reasonOf = reasonFinder(desk);
  const names = layerNames(desk);
  return ids.flatMap((id) => {
    const found = row.get(id, articleId);
    if (found === undefined) return [];
    const reason = found.origin === 'suggestion' ? reasonOf(id) : null;
    return [annotationOf(names, found, spans.all(found.targetId, articleId), reason)];
  });
}

function annotationOf(
  { nameOf }: LayerNames,
  row: AnnotationRow,
  spans: readonly PartSpan[],
  suggestion: ReadingAnnotation['suggestion'],
): ReadingAnnotation {
  const { checkId, status, finding, assigneeId, checkVersion, targetId: _t, ...annotation } = row;
  return {
    ...annotation,
    layer: nameOf(row.layer),
    types: JSON.parse(row.types) as ReadingAnnotation['types'],
    flags: JSON.parse(row.flags) as ReadingAnnotation['flags'],
    removed: row.removed === 1,
    spans,
    suggestion,
    check:
      checkId === null
        ? null
        : ({
            id: checkId,
            status,
            finding,
            assigneeId,
            version: checkVersion,
          } as ReadingAnnotation['check']),
  };
}

/** Who is on the desk. */
export function listPeople(desk: Desk): readonly PersonName[] {
  const { person } = schema;
  return desk.orm
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(eq(person.removed, false))
    .orderBy(asc(person.id))
    .all();
}

/** The newest event's number; 0 on a desk without history. */
export function latestEventSeq(desk: Desk): number {
  return desk.sqlite.prepare<[], number | null>('SELECT max(seq) FROM event').pluck().get() ?? 0;
}
