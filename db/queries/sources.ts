import { MOST_STATEMENTS } from '@/corpus/annotation/source';
import type { SourceAlias, SourceDetail, SourceLine, Statement } from '@/corpus/annotation/source';
import type { Desk } from '../client';

/** How many sources a page of the register shows. */
export const SOURCES_PAGE = 200;

/** Each listed attribution with the source that its name belongs to. */
const LISTED = `
  attribution_source s
  LEFT JOIN source_alias x ON x.key = s.key AND x.removed = 0
  LEFT JOIN source c ON c.id = x.source_id AND c.removed = 0`;

const SOURCE_ID = 'coalesce(c.id, s.key)';

export interface SourceFilter {
  /** Words of a name; empty for all. */
  readonly words: string;
  /** Those that come after these, as the last line of the page before has them; null at first. */
  readonly after: Pick<SourceLine, 'statements' | 'id'> | null;
}

/** The register: those with the most statements first, a page at a time. */
export function listSources(desk: Desk, { words, after }: SourceFilter): readonly SourceLine[] {
  const like = `%${words.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return desk.sqlite
    .prepare<[string, string, number, number, string], SourceLine>(
      `SELECT id, name, statements, articles, latest FROM (
         SELECT ${SOURCE_ID} AS id, coalesce(c.name, s.name) AS name, max(length(s.name)),
           count(*) AS statements, count(DISTINCT s.article_id) AS articles, max(a.date) AS latest,
           max(s.name LIKE ? ESCAPE '\\' OR c.name LIKE ? ESCAPE '\\') AS found
         FROM ${LISTED} JOIN article a ON a.id = s.article_id AND a.removed = 0
         WHERE s.key IS NOT NULL GROUP BY 1)
       WHERE found = 1 AND (statements < ? OR (statements = ? AND id > ?))
       ORDER BY statements DESC, id LIMIT ${SOURCES_PAGE}`,
    )
    .all(like, like, after?.statements ?? 1e9, after?.statements ?? 1e9, after?.id ?? '')
    .map(({ id, name, statements, articles, latest }) => ({ id, name, statements, articles, latest })); // prettier-ignore
}

/** One source with its names and statements; null where nothing is given to it. */
export function findSource(desk: Desk, id: string): SourceDetail | null {
  const aliases = desk.sqlite
    .prepare<[string], Omit<SourceAlias, 'joined'> & { joined: number; given: string | null }>(
      `SELECT s.key, s.name, max(length(s.name)), count(*) AS statements, c.id IS NOT NULL AS joined,
         c.name AS given
       FROM ${LISTED} JOIN article a ON a.id = s.article_id AND a.removed = 0
       WHERE ${SOURCE_ID} = ? AND s.key IS NOT NULL GROUP BY s.key ORDER BY statements DESC, s.key`,
    )
    .all(id);
  const [first] = aliases;
  if (first === undefined) return null;
  return {
    id,
    name: first.given ?? first.name,
    aliases: aliases.map(({ key, name, statements, joined }) => ({ key, name, statements, joined: joined === 1 })), // prettier-ignore
    statements: listStatements(desk, id),
    total: aliases.reduce((sum, { statements }) => sum + statements, 0),
  };
}

function listStatements(desk: Desk, id: string): readonly Statement[] {
  const partOf = (part: string) => `
    (SELECT group_concat(exact, ' … ') FROM (SELECT exact FROM span p WHERE p.target_id = n.target_id
       AND p.part = '${part}' AND p.revision_id =
         (SELECT id FROM revision WHERE article_id = a.id ORDER BY number DESC LIMIT 1)
       ORDER BY p.ordinal, p.piece))`;
  return desk.sqlite
    .prepare<[string], Statement>(
      `SELECT n.id AS annotationId, a.id AS articleId, a.headline, a.date, n.speech,
         coalesce(${partOf('content')}, '') AS words, coalesce(${partOf('source')}, '') AS sourceWords,
         ${partOf('cue')} AS cue
       FROM ${LISTED} JOIN article a ON a.id = s.article_id AND a.removed = 0
         JOIN annotation n ON n.id = s.annotation_id
       WHERE ${SOURCE_ID} = ? AND s.key IS NOT NULL
       ORDER BY a.date IS NULL, a.date, a.id, n.id LIMIT ${MOST_STATEMENTS}`,
    )
    .all(id);
}

/** Sources that an article gives something to, by name, with what is given to each. */
export interface ArticleSource {
  readonly id: string;
  readonly name: string;
  readonly annotationIds: readonly string[];
}

export function listArticleSources(desk: Desk, articleId: string): readonly ArticleSource[] {
  return desk.sqlite
    .prepare<[string], { id: string; name: string; given: string }>(
      `SELECT ${SOURCE_ID} AS id, coalesce(c.name, s.name) AS name, max(length(s.name)),
         json_group_array(s.annotation_id) AS given
       FROM ${LISTED} JOIN annotation n ON n.id = s.annotation_id AND n.removed = 0
       WHERE s.article_id = ? AND s.key IS NOT NULL AND n.origin <> 'suggestion'
       GROUP BY 1 ORDER BY name, id`,
    )
    .all(articleId)
    .map(({ id, name, given }) => ({ id, name, annotationIds: JSON.parse(given) as string[] }));
}
