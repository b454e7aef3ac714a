import type {
  Adjudicable,
  Adjudication,
  LayerMark,
  UnclearCase,
} from '@/corpus/adjudication/model';
import type { ScoredArticle } from '@/corpus/adjudication/scores';
import { DESK_LAYERS } from '@/corpus/annotation/model';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { changesSince, type LaterEvent } from '@/corpus/coverage/since';
import type { Desk } from '../client';
import { listAssignments } from './assignments';
import { findNewestText } from './coverage';
import { isBlind } from './projects';
import { listAnnotations, listAnnotationsById } from './reading';

interface DecisionRow extends Omit<Adjudication, 'members' | 'changed'> {
  readonly members: string;
}

/** What was decided of an article's marks, with what people did to them since; by id. */
export function listAdjudications(desk: Desk, articleId: string): readonly Adjudication[] {
  const rows = desk.sqlite
    .prepare<[string], DecisionRow>(
      `SELECT d.id, d.version, d.outcome, d.members, d.annotation_id AS annotationId, d.reason,
         p.name AS person, d.decided_at AS at
       FROM adjudication d JOIN person p ON p.id = d.decided_by
       WHERE d.article_id = ? AND d.removed = 0 ORDER BY d.id`,
    )
    .all(articleId);
  const changed = changedMembers(desk, articleId);
  return rows.map((row) => ({
    ...row,
    members: JSON.parse(row.members) as Adjudication['members'],
    changed: changed.get(row.id) ?? [],
  }));
}

type ChangeRow = Omit<LaterEvent, 'changes'> & { readonly decision: string; readonly changes: string }; // prettier-ignore

/** The marks of each decision that are other than they were when it was made. */
function changedMembers(
  desk: Desk,
  articleId: string,
): ReadonlyMap<string, Adjudication['changed']> {
  const rows = desk.sqlite
    .prepare<[string], ChangeRow>(
      `SELECT d.id AS decision, e.entity, e.entity_id AS entityId, e.annotation_id AS annotationId,
         e.created, e.at, e.changes, '' AS person
       FROM adjudication d JOIN json_each(d.members) m
       JOIN event e ON e.entity = 'annotation' AND e.entity_id = m.value ->> 'annotation'
       WHERE d.article_id = ? AND d.removed = 0 AND e.seq > (SELECT min(own.seq) FROM event own
         WHERE own.entity = 'adjudication' AND own.entity_id = d.id
           AND own.changes ->> '$.decidedAt[1]' = d.decided_at)
       ORDER BY e.seq`,
    )
    .all(articleId);
  const later = new Map<string, LaterEvent[]>();
  for (const { decision, changes, ...event } of rows) {
    const list = later.get(decision) ?? [];
    list.push({ ...event, changes: JSON.parse(changes) as LaterEvent['changes'] });
    later.set(decision, list);
  }
  return new Map(
    [...later].map(([decision, events]) => [
      decision,
      changesSince(events).map(({ entityId, fields }) => ({
        annotation: entityId,
        isRemoved: fields['removed']?.[1] === true,
      })),
    ]),
  );
}

/** An article as it is adjudicated. */
export interface AdjudicableArticle extends Adjudicable {
  readonly headline: string;
  readonly collectionId: string;
  readonly revisionId: string;
}

/**
 * Null where there is no such article; offsets are those of its newest revision. In a blind project a layer
 * counts from when it is submitted. Layers go by their ids: two people may have one name.
 */
export function findAdjudicable(desk: Desk, articleId: string): AdjudicableArticle | null {
  const read = desk.sqlite.transaction((): AdjudicableArticle | null => {
    const article = desk.sqlite
      .prepare<[string], { headline: string; collectionId: string }>(
        'SELECT headline, collection_id AS collectionId FROM article WHERE id = ? AND removed = 0',
      )
      .get(articleId);
    const revision = findNewestText(desk, articleId);
    if (article === undefined || revision === null) return null;
    const layers = new Map<string, LayerMark[]>();
    const waiting = new Set<string>();
    const { collectionId } = article;
    const handedOut = isBlind(desk, collectionId) ? listAssignments(desk, collectionId) : [];
    for (const { personId, submittedAt } of handedOut.filter(
      (one) => one.articleId === articleId,
    )) {
      if (submittedAt === null) waiting.add(personId);
      else layers.set(personId, []);
    }
    const layerOf = readLayers(desk, articleId);
    for (const annotation of listAnnotations(desk, articleId, revision.id)) {
      const layer = layerOf.get(annotation.id)!;
      if (waiting.has(layer)) continue;
      const list = layers.get(layer) ?? [];
      list.push({ ...layerMark(annotation), layer });
      layers.set(layer, list);
    }
    return {
      ...{ id: articleId, ...article, revisionId: revision.id, text: revision.text, layers },
      decisions: listAdjudications(desk, articleId),
    };
  });
  return read();
}

/** Annotation id → its layer, as it is kept. */
function readLayers({ sqlite }: Desk, articleId: string): ReadonlyMap<string, string> {
  const rows = sqlite
    .prepare<[string], [string, string]>('SELECT id, layer FROM annotation WHERE article_id = ?')
    .raw();
  return new Map(rows.all(articleId));
}

function layerMark(annotation: ReadingAnnotation): LayerMark {
  const { id, layer, kind, spans } = annotation;
  const { types, flags, speech, sourceType, terms, anonymityReason } = annotation;
  const attributes = { types, flags, speech, sourceType, terms, anonymityReason };
  return { id, layer, kind, spans, attributes };
}

/** The articles of a collection that people marked in layers of their own, by id, one at a time. */
export function* iterateAdjudicable(desk: Desk, collectionId: string): Generator<ScoredArticle> {
  const ids = desk.sqlite
    .prepare<[string, string], string>(
      `SELECT DISTINCT n.article_id FROM annotation n JOIN article a ON a.id = n.article_id AND a.removed = 0
       WHERE n.collection_id = ? AND n.removed = 0 AND n.origin <> 'suggestion'
         AND n.layer NOT IN (SELECT value FROM json_each(?)) ORDER BY n.article_id`,
    )
    .pluck()
    .all(collectionId, JSON.stringify(DESK_LAYERS));
  for (const id of ids) {
    const article = findAdjudicable(desk, id);
    if (article !== null) yield { ...article, proposed: () => listProposed(desk, id) };
  }
}

/** What detectors proposed for an article, whatever became of it; what a person corrected, as it is now. */
function listProposed(desk: Desk, articleId: string): readonly LayerMark[] {
  const ids = desk.sqlite
    .prepare<[string], string>(
      `SELECT id FROM suggestion WHERE article_id = ? AND state <> 'withdrawn' ORDER BY id`,
    )
    .pluck()
    .all(articleId);
  return listAnnotationsById(desk, articleId, ids).map(layerMark);
}

/** The cases of a collection for its next guide, the oldest first. */
export function listUnclear(desk: Desk, collectionId: string): readonly UnclearCase[] {
  return desk.sqlite
    .prepare<[string], UnclearCase>(
      `SELECT d.id, d.article_id AS articleId, a.headline, d.reason AS note, p.name AS person,
         d.decided_at AS at, coalesce((SELECT group_concat(s.exact, ' … ') FROM (
           SELECT exact FROM span JOIN annotation n ON n.target_id = span.target_id
           WHERE n.id = d.members ->> '$[0].annotation' AND part = 'content' AND revision_id =
             (SELECT id FROM revision WHERE article_id = a.id ORDER BY number DESC LIMIT 1)
           ORDER BY start) s), '') AS words
       FROM adjudication d JOIN article a ON a.id = d.article_id AND a.removed = 0
       JOIN person p ON p.id = d.decided_by
       WHERE a.collection_id = ? AND d.removed = 0 AND d.outcome = 'guide_unclear'
       ORDER BY d.decided_at, d.id`,
    )
    .all(collectionId);
}

/** The id of a decision that stands and is about one of these marks; null for none. */
export function findStanding(
  desk: Desk,
  articleId: string,
  annotationIds: readonly string[],
  exceptId: string,
): string | null {
  const found = desk.sqlite
    .prepare<[string, string, string, string], string>(
      `SELECT d.id FROM adjudication d WHERE d.article_id = ? AND d.removed = 0 AND d.id <> ? AND (
         d.annotation_id IN (SELECT value FROM json_each(?)) OR EXISTS (SELECT 1 FROM json_each(d.members) m
           WHERE m.value ->> 'annotation' IN (SELECT value FROM json_each(?)))) ORDER BY d.id LIMIT 1`,
    )
    .pluck()
    .get(articleId, exceptId, JSON.stringify(annotationIds), JSON.stringify(annotationIds));
  return found ?? null;
}
