import type { Attributes, Kind, Part } from '@/corpus/annotation/model';
import type { SpanInput } from '@/corpus/commands/project-requests';
import type { CommandInputs, CommandName, CommandStep } from '@/corpus/commands/requests';
import type { Desk } from '../client';
import { RefusedError, StaleError } from '../commands/errors';
import { newId } from '../ids';
import type { TestDesk } from './desk';

/** The text that most tests mark. */
export const STORY = `Harbour repairs to cost 3.4 million

By Ada Okafor

The repairs will cost 3.4 million euros, Mayor Anna Holt told the Courier on Monday. “We had no choice,” she said.

The town of Port Hallen has 41,000 people and two harbours. Its new lighthouse, built in 1911, is 62 metres high.
`;

export interface Mark {
  readonly id: string;
  readonly checkId: string;
}

/** A step, with the input's type checked against its name. */
export function step<Name extends CommandName>(
  name: Name,
  input: CommandInputs[Name],
): CommandStep {
  return { name, input } as CommandStep;
}

/** The first place of some words in a text, as a span of a part. */
export function spanOf(text: string, words: string, part: Part = 'content', piece = 0): SpanInput {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { part, ordinal: 0, piece, start, end: start + words.length };
}

type TestArticle = ReturnType<TestDesk['article']>;

/** Marks the first place of some words; returns the new annotation and its check. */
export function mark(
  test: TestDesk,
  article: TestArticle,
  words: string,
  kind: Kind = 'claim',
  attributes: Partial<Attributes> = {},
): Mark {
  const id = newId();
  const { articleId, revisionId, text } = article;
  const spans = [spanOf(text, words)];
  test.run(step('createAnnotation', { id, articleId, revisionId, kind, spans, attributes }));
  return { id, checkId: checkIdOf(test.desk, id) };
}

export function checkIdOf(desk: Desk, annotationId: string): string {
  return desk.sqlite
    .prepare<[string], string>('SELECT id FROM "check" WHERE annotation_id = ?')
    .pluck()
    .get(annotationId)!;
}

/** One row of a table by id. */
export function rowOf(desk: Desk, table: string, id: string): Readonly<Record<string, unknown>> {
  return desk.sqlite
    .prepare<[string], Record<string, unknown>>(`SELECT * FROM "${table}" WHERE id = ?`)
    .get(id)!;
}

export function versionOf(desk: Desk, table: string, id: string): number {
  return rowOf(desk, table, id)['version'] as number;
}

/** Brings a claim to `signed_off`: one primary item, a finding, and the steps. */
export function signOff(test: TestDesk, { checkId }: Mark): void {
  const version = () => versionOf(test.desk, 'check', checkId);
  const evidenceItemId = addEvidence(test);
  test.run(step('citeEvidence', { id: newId(), checkId, evidenceItemId, stance: 'supports', primary: true })); // prettier-ignore
  test.run(step('setStatus', { checkId, version: version(), status: 'checking' }));
  test.run(step('recordFinding', { checkId, version: version(), finding: 'supported', fidelity: 'verbatim' })); // prettier-ignore
  test.run(step('setStatus', { checkId, version: version(), status: 'checked' }));
  test.run(step('setStatus', { checkId, version: version(), status: 'signed_off' }));
}

export function addEvidence(
  test: TestDesk,
  change: Partial<CommandInputs['addEvidence']> = {},
): string {
  const id = newId();
  const { collectionId } = test;
  const item = { kind: 'document', title: 'Minutes', place: 'shelf 3', origin: 'Council' } as const;
  test.run(step('addEvidence', { id, collectionId, ...item, terms: 'on_record', ...change }));
  return id;
}

/** Everything a person could tell apart on a desk: all tables but the log and times of change. */
export function dump(desk: Desk): Readonly<Record<string, unknown>> {
  const tables = ['annotation', 'check', 'check_label', 'assessment', 'decision', 'sign_off_override', 'check_lock', 'notification', 'collection', 'evidence_item', 'citation', 'archived_copy', 'confidant', 'thread', 'message', 'saved_view', 'carry_review', 'suggestion', 'rule_switch', 'source', 'source_alias', 'attribution_source', 'article', 'block', 'person', 'span', 'anchoring', 'nothing_to_check', 'article_signature', 'checklist', 'checklist_tick', 'inquiry', 'inquiry_key', 'inquiry_answer', 'contact', 'release', 'guide', 'tag_set', 'project', 'project_member', 'project_article', 'assignment', 'assignment_time', 'detector', 'adjudication', 'datasheet']; // prettier-ignore
  const rows = tables.map((table) => {
    const all = desk.sqlite.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all();
    const shown = all.filter((row) => row['withdrawn'] !== 1);
    const kept = shown.map(({ version: _v, updated_at: _u, ...row }) => JSON.stringify(row)).sort();
    return [table, kept] as const;
  });
  return Object.fromEntries(rows);
}

interface Standing {
  readonly id: string;
  readonly headline: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly marks: readonly unknown[];
}

/** What a reader sees of each article: its newest text, blocks, marks, and their checks. */
export function standing(desk: Desk): readonly Standing[] {
  const all = <Row>(sql: string, ...values: unknown[]) =>
    desk.sqlite.prepare<unknown[], Row>(sql).all(...values);
  const articles = all<{ id: string; revisionId: string; headline: string; text: string }>(
    `SELECT a.*, v.id AS revisionId, v.text FROM article a JOIN revision v ON v.article_id = a.id
     WHERE a.removed = 0 AND v.number = (SELECT max(number) FROM revision WHERE article_id = a.id)
     ORDER BY a.id`,
  );
  return articles.map(({ revisionId, ...article }) => ({
    ...withoutTimes(article),
    blocks: all(
      `SELECT ordinal, role, depth, group_number, start, "end", original_start, original_end, formatting
       FROM block WHERE revision_id = ? ORDER BY ordinal`,
      revisionId,
    ),
    marks: all<{ id: string; target_id: string }>(
      `SELECT c.*, a.*, n.outcome, n.places FROM annotation a
       LEFT JOIN anchoring n ON n.target_id = a.target_id AND n.revision_id = ?
       LEFT JOIN "check" c ON c.annotation_id = a.id WHERE a.article_id = ? ORDER BY a.id`,
      revisionId,
      article.id,
    ).map((mark) => ({
      ...withoutTimes(mark),
      spans: all(
        `SELECT part, ordinal, piece, start, "end", exact, prefix, suffix FROM span
         WHERE target_id = ? AND revision_id = ? ORDER BY part, ordinal, piece`,
        mark.target_id,
        revisionId,
      ),
    })),
  }));
}

function withoutTimes<Row extends object>(row: Row): Row {
  const counted = ['version', 'updated_at', 'part'];
  return Object.fromEntries(Object.entries(row).filter(([k]) => !counted.includes(k))) as Row;
}

export function countRows(desk: Desk, table: string): number {
  return desk.sqlite.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get()!;
}

/** What a refused command says, and that it wrote nothing; throws where it was not refused. */
export function refusalOf(test: TestDesk, act: () => unknown): RefusedError | StaleError {
  const before = [dump(test.desk), countRows(test.desk, 'event'), countRows(test.desk, 'command')];
  try {
    act();
  } catch (error) {
    const after = [dump(test.desk), countRows(test.desk, 'event'), countRows(test.desk, 'command')];
    if (JSON.stringify(before) !== JSON.stringify(after)) throw new Error('it wrote', { cause: error }); // prettier-ignore
    if (error instanceof RefusedError || error instanceof StaleError) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
