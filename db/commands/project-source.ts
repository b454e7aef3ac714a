import { and, eq, ne } from 'drizzle-orm';
import { sourceKey, sourceName } from '@/corpus/suggestion/source-name';
import type { SuggestionDetails } from '@/corpus/suggestion/model';
import type { Desk } from '../client';
import { prepared } from '../prepared';
import * as schema from '../schema';

type AnnotationRow = typeof schema.annotation.$inferSelect;

const deleteSource = ({ sqlite }: Desk) =>
  sqlite.prepare<[string]>('DELETE FROM attribution_source WHERE annotation_id = ?');

/**
 * Writes under which name an attribution's source is listed. Called after every write of the
 * annotation, in the same transaction; what is no attribution of a person's is not listed.
 */
export function projectSource(desk: Desk, row: AnnotationRow): void {
  const { attributionSource } = schema;
  const { id, kind, origin, removed, articleId } = row;
  if (kind !== 'attribution' || removed || origin === 'suggestion') {
    prepared(desk, deleteSource).run(id);
    return;
  }
  const speaker = resolvedSpeaker(desk, id) ?? speakerReadThere(desk, row);
  const name = sourceName(wordsOfSource(desk, row.targetId), speaker);
  const listed = { articleId, name, key: name === null ? null : sourceKey(name) };
  desk.orm
    .insert(attributionSource)
    .values({ annotationId: id, ...listed })
    .onConflictDoUpdate({ target: attributionSource.annotationId, set: listed })
    .run();
}

/** Lists a reading's article anew: what people marked there goes by the speakers that were read. */
export function projectSourcesOf(desk: Desk, articleId: string): void {
  const { annotation } = schema;
  const rows = desk.orm
    .select()
    .from(annotation)
    .where(
      and(
        eq(annotation.articleId, articleId),
        eq(annotation.removed, false),
        eq(annotation.kind, 'attribution'),
        ne(annotation.origin, 'suggestion'),
      ),
    ) // prettier-ignore
    .all();
  for (const row of rows) projectSource(desk, row);
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

const selectSourceWords = ({ sqlite }: Desk) =>
  sqlite
    .prepare<[string], string>(
      `SELECT exact FROM span WHERE target_id = ? AND part = 'source' AND revision_id =
         (SELECT max(s.revision_id) FROM span s WHERE s.target_id = span.target_id)
       ORDER BY ordinal, piece`,
    )
    .pluck();

const wordsOfSource = (desk: Desk, targetId: string) =>
  prepared(desk, selectSourceWords).all(targetId).join(' ');

const selectDetails = ({ sqlite }: Desk) =>
  sqlite.prepare<[string], string>('SELECT details FROM suggestion WHERE id = ?').pluck();

const resolvedSpeaker = (desk: Desk, annotationId: string) =>
  speakerIn(prepared(desk, selectDetails).get(annotationId));

/** The name of whom a detector read as the speaker, of a suggestion's details as they are stored. */
function speakerIn(details: string | undefined): string | null {
  if (details === undefined) return null;
  return (JSON.parse(details) as SuggestionDetails).speaker?.name ?? null;
}

const selectReadThere = ({ sqlite }: Desk) =>
  sqlite
    .prepare<[string, string, string], string>(
      `SELECT g.details FROM span mine
         JOIN suggestion g ON g.article_id = ? AND g.id <> ?
         JOIN annotation a ON a.id = g.id AND a.kind = 'attribution'
         JOIN span theirs ON theirs.target_id = a.target_id AND theirs.revision_id = mine.revision_id
           AND theirs.part = 'source' AND theirs.start < mine."end" AND theirs."end" > mine.start
       WHERE mine.target_id = ? AND mine.part = 'source'
       ORDER BY mine.revision_id DESC, g.id DESC LIMIT 1`,
    )
    .pluck();

/** Whom a detector read where a person marked the source: the same words in the same revision. */
function speakerReadThere(desk: Desk, { id, articleId, targetId }: AnnotationRow): string | null {
  return speakerIn(prepared(desk, selectReadThere).get(articleId, id, targetId));
}
