import { eq } from 'drizzle-orm';
import { sourceKey, sourceName } from '@/corpus/suggestion/source-name';
import type { SuggestionDetails } from '@/corpus/suggestion/model';
import type { Desk } from '../client';
import * as schema from '../schema';

type AnnotationRow = typeof schema.annotation.$inferSelect;

/**
 * Writes under which name an attribution's source is listed. Called after every write of the
 * annotation, in the same transaction; what is no attribution of a person's is not listed.
 */
export function projectSource(desk: Desk, row: AnnotationRow): void {
  const { attributionSource } = schema;
  const { id, kind, origin, removed, articleId } = row;
  if (kind !== 'attribution' || removed || origin === 'suggestion') {
    desk.orm.delete(attributionSource).where(eq(attributionSource.annotationId, id)).run();
    return;
  }
  const name = sourceName(wordsOfSource(desk, row.targetId), resolvedSpeaker(desk, id));
  const listed = { articleId, name, key: name === null ? null : sourceKey(name) };
  desk.orm
    .insert(attributionSource)
    .values({ annotationId: id, ...listed })
    .onConflictDoUpdate({ target: attributionSource.annotationId, set: listed })
    .run();
}

/** Lists the attributions that were marked before sources were; a second call does nothing. */
export function projectMissingSources(desk: Desk): void {
  const { annotation } = schema;
  const ids = desk.sqlite
    .prepare<[], string>(
      `SELECT id FROM annotation WHERE kind = 'attribution' AND removed = 0 AND origin <> 'suggestion'
         AND id NOT IN (SELECT annotation_id FROM attribution_source)`,
    )
    .pluck()
    .all();
  desk.sqlite.transaction(() => {
    for (const id of ids) {
      const row = desk.orm.select().from(annotation).where(eq(annotation.id, id)).get();
      if (row !== undefined) projectSource(desk, row);
    }
  })();
}

function wordsOfSource(desk: Desk, targetId: string): string {
  return desk.sqlite
    .prepare<[string], string>(
      `SELECT exact FROM span WHERE target_id = ? AND part = 'source' AND revision_id =
         (SELECT max(s.revision_id) FROM span s WHERE s.target_id = span.target_id)
       ORDER BY ordinal, piece`,
    )
    .pluck()
    .all(targetId)
    .join(' ');
}

function resolvedSpeaker(desk: Desk, annotationId: string): string | null {
  const { suggestion } = schema;
  const found = desk.orm
    .select({ details: suggestion.details })
    .from(suggestion)
    .where(eq(suggestion.id, annotationId))
    .get();
  const { speaker } = found?.details ?? ({ speaker: null } satisfies Partial<SuggestionDetails>);
  return speaker?.name ?? null;
}
