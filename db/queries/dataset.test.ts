import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DatasetArticle } from '@/corpus/interchange/article';
import type { DatasetFilter } from '@/corpus/interchange/filter';
import { ARTICLE_JSON_SCHEMA } from '@/corpus/interchange/json-schema';
import { articleLine } from '@/corpus/interchange/jsonl';
import { lossReport, newTally } from '@/corpus/interchange/loss';
import { articlesFromCsv } from '@/corpus/interchange/testing/from-csv';
import { written } from '@/corpus/interchange/testing/written';
import { layOut } from '@/corpus/document/text';
import { addRevision, ensureCollection, importFile } from '../commands/import';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { fillDesk } from '../testing/fill';
import { checkOfAnnotation, cite, mark, AWKWARD, type Marks } from '../testing/dataset-marks';
import { iterateDataset } from './dataset';
import { READS } from './dataset-reads';

let made: TestDesk;
beforeEach(() => (made = makeDesk()));
afterEach(() => made.close());

const all = (filter: DatasetFilter = {}) => [...iterateDataset(made.desk, filter)];
const jsonl = (filter: DatasetFilter = {}) =>
  all(filter)
    .map((article) => [...articleLine(article)].join(''))
    .join('');

/** Articles in several scripts, each with a claim, a quote over paragraphs and an attribution. */
function markAwkward(): readonly Marks[] {
  return AWKWARD.map((text) => mark(made, made.article(text)));
}

describe('the exported spans', () => {
  test('their words are the code-point slice of the exported text, in SQL and in JavaScript', () => {
    markAwkward();
    const articles = all();
    const pieces = articles.flatMap(({ text, annotations }) =>
      annotations.flatMap(({ parts }) =>
        parts.flatMap((part) => part.pieces.map((piece) => ({ text, ...piece }))),
      ),
    );
    expect(pieces.length).toBeGreaterThan(AWKWARD.length * 5);
    const slice = made.desk.sqlite
      .prepare<[string, number, number], string>('SELECT substr(?, ? + 1, ?)')
      .pluck();
    for (const { text, start, end, exact } of pieces) {
      expect(slice.get(text, start, end - start)).toBe(exact);
      expect([...text].slice(start, end).join('')).toBe(exact);
    }
  });

  test('every stored span is exported once, in order of first offset, then id', () => {
    markAwkward();
    const tally = newTally();
    const articles = [...iterateDataset(made.desk, {}, tally)];
    const stored = made.desk.sqlite.prepare('SELECT count(*) FROM span').pluck().get();
    expect(tally.spans).toBe(stored);
    for (const { annotations } of articles) {
      const keys = annotations.map(({ id, parts }) => {
        const starts = parts.flatMap(({ pieces }) => pieces.map(({ start }) => start));
        return [Math.min(...starts), id] as const;
      });
      expect(keys).toEqual([...keys].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1)));
    }
  });

  test('blocks are told in code points too, and cover the text', () => {
    markAwkward();
    for (const { text, blocks } of all()) {
      const points = [...text];
      const texts = blocks.map(({ start, end }) => points.slice(start, end).join(''));
      expect(texts.join('\n\n')).toBe(text);
    }
  });

  test('a span whose words are not in the text stops the export with one sentence', () => {
    markAwkward();
    made.desk.sqlite.prepare('UPDATE span SET start = start + 1, "end" = "end" + 1').run();
    expect(() => all()).toThrow(/not where the database says they are/);
  });
});

describe('the bytes', () => {
  test('are the same twice, and valid', () => {
    markAwkward();
    const once = jsonl();
    expect(jsonl()).toBe(once);
    const validate = new Ajv2020({ allowUnionTypes: true }).compile(ARTICLE_JSON_SCHEMA);
    for (const line of once.trimEnd().split('\n')) {
      validate(JSON.parse(line));
      expect(validate.errors).toBeNull();
    }
  });

  test('of the CSV hold what the JSON Lines hold, on a filled desk too', () => {
    markAwkward();
    fillDesk(made.desk, { articles: 20, annotationsPerArticle: 30, seed: 3 });
    const articles = all();
    expect(articlesFromCsv(written('csv', all()).files)).toEqual(articles);
    expect(articles.flatMap(({ annotations }) => annotations).length).toBeGreaterThan(600);
  });

  test('are the same in whatever order the database gives spans and citations', () => {
    markAwkward();
    fillDesk(made.desk, { articles: 3, annotationsPerArticle: 30, seed: 4 });
    const before = jsonl();
    for (const table of ['span', 'citation', 'assessment']) {
      const kept = `kept_${table}`;
      made.desk.sqlite.exec(`
        CREATE TEMP TABLE ${kept} AS SELECT * FROM ${table};
        DELETE FROM ${table};
        INSERT INTO ${table} SELECT * FROM ${kept} ORDER BY rowid DESC;`);
    }
    expect(jsonl()).toBe(before);
  });

  test('an empty desk gives no article', () => {
    expect(all()).toEqual([]);
  });

  test('are one state of the desk while somebody writes', () => {
    markAwkward();
    const before = jsonl();
    const articles = iterateDataset(made.desk);
    const first = articles.next().value as DatasetArticle;
    made.run({ name: 'editArticle', input: { id: all()[1]!.id, version: 1, headline: 'New' } });
    mark(made, made.article('Late news\n\nSomething “happened” late, said Bo Li today.\n'));
    const rest = [...articles];
    expect([first, ...rest].map((article) => [...articleLine(article)].join('')).join('')).toBe(
      before,
    );
    expect(jsonl()).not.toBe(before);
  });
});

describe('what stays on the desk', () => {
  test('suggestions and removed annotations are not in it', () => {
    const [marks] = markAwkward();
    const { sqlite } = made.desk;
    sqlite.prepare(`UPDATE annotation SET origin = 'suggestion' WHERE id = ?`).run(marks!.claim);
    made.run({ name: 'removeAnnotation', input: { id: marks!.quote, version: 1 } });
    const text = jsonl();
    expect(text).not.toContain(marks!.claim);
    expect(text).not.toContain(marks!.quote);
    expect(text).toContain(marks!.attribution);
  });

  test('confidential evidence is counted and never described', () => {
    const [marks] = markAwkward();
    const checkId = checkOfAnnotation(made, marks!.claim);
    for (const terms of ['on_record', 'background', 'deep_background', 'off_record'] as const) {
      cite(made, checkId, terms, `Secret of ${terms}`);
    }
    const tally = newTally();
    const [article] = [...iterateDataset(made.desk, {}, tally)];
    const check = article!.annotations.find(({ id }) => id === marks!.claim)!.check!;
    expect(check.evidence.map(({ terms }) => terms)).toEqual(['on_record', 'background']);
    expect(jsonl()).not.toMatch(/Secret of (deep|off)/);
    expect(tally).toMatchObject({ evidence: 2, withheld: 2 });
    expect(lossReport('csv', tally)).toMatchObject({ lost: [], withheld: { evidence: 2 } });
  });

  test('removed citations, items, assessments and articles are not in it', () => {
    const [marks, other] = markAwkward();
    const checkId = checkOfAnnotation(made, marks!.claim);
    cite(made, checkId, 'on_record', 'Taken away');
    cite(made, checkId, 'on_record', 'Thrown away');
    const { sqlite } = made.desk;
    sqlite.exec(`
      UPDATE citation SET removed = 1 WHERE evidence_item_id IN (SELECT id FROM evidence_item WHERE title = 'Taken away');
      UPDATE evidence_item SET removed = 1 WHERE title = 'Thrown away';
      UPDATE assessment SET removed = 1;
      UPDATE article SET removed = 1 WHERE id = '${other!.articleId}';
    `);
    const text = jsonl();
    expect(text).not.toContain('away');
    expect(text).not.toContain(other!.articleId);
    expect(text).not.toMatch(/"assessments":\[[^\]]/);
  });

  test('annotations of an earlier revision are counted as lost', () => {
    const [marks] = markAwkward();
    const drafts = [
      { role: 'paragraph' as const, text: 'All new.', depth: 0, group: null, original: null },
    ];
    addRevision(made.desk, made.actor, marks!.articleId, drafts, 'Corrected');
    const tally = newTally();
    const [article] = [...iterateDataset(made.desk, {}, tally)];
    expect(article).toMatchObject({
      text: layOut(drafts).text,
      annotations: [],
      revision: { number: 2 },
    });
    expect(lossReport('jsonl', tally).lost).toEqual([
      { what: 'earlier revisions of the articles', count: 1 },
      { what: 'annotations whose words are not in the newest revision', count: 3 },
    ]);
  });
});

describe('a filter', () => {
  test('by article, collection and day chooses articles', () => {
    const marks = markAwkward();
    const { desk, actor } = made;
    const other = ensureCollection(desk, actor, 'Other');
    const bytes = new TextEncoder().encode('Elsewhere\n\nIt rained.\n');
    importFile(desk, actor, other.id, { file: 'b.txt', bytes });
    const ids = marks.map(({ articleId }) => articleId);
    const { sqlite } = desk;
    sqlite.prepare('UPDATE article SET date = ?').run('2026-05-05');
    sqlite.prepare('UPDATE article SET date = ? WHERE id = ?').run('2026-06-06', ids[1]);
    sqlite.prepare('UPDATE article SET date = NULL WHERE id = ?').run(ids[2]);
    const chosen = (filter: DatasetFilter) => all(filter).map(({ id }) => id);
    expect(chosen({})).toHaveLength(ids.length + 1);
    expect(chosen({ collectionId: other.id })).toHaveLength(1);
    expect(chosen({ articleIds: [ids[3]!, ids[0]!, 'NONE'] })).toEqual([ids[0], ids[3]]);
    expect(chosen({ from: '2026-06-01' })).toEqual([ids[1]]);
    expect(chosen({ from: '2026-06-06', to: '2026-06-06' })).toEqual([ids[1]]);
    expect(chosen({ to: '2026-05-31' })).not.toContain(ids[2]);
  });

  test('by kind, status and finding chooses annotations, and articles that have one', () => {
    const marks = markAwkward();
    made.article('Quiet day\n\nNothing at all was marked in this one.\n');
    const kinds = all({ kinds: ['quote'] });
    expect(kinds).toHaveLength(marks.length);
    expect(kinds.flatMap(({ annotations }) => annotations.map(({ kind }) => kind))).toEqual(
      marks.map(() => 'quote'),
    );
    const checked = all({ statuses: ['checking'], findings: ['supported'] });
    expect(checked).toHaveLength(marks.length);
    expect(checked.flatMap(({ annotations }) => annotations.map(({ id }) => id))).toEqual(
      marks.map(({ claim }) => claim),
    );
    expect(all({ statuses: ['cut'] })).toEqual([]);
  });

  test('none of its articles has to exist', () => {
    markAwkward();
    expect(all({ articleIds: [newId()] })).toEqual([]);
  });
});

test.each(Object.entries(READS))('the read of %s scans no table', (_name, sql) => {
  fillDesk(made.desk, { articles: 50, annotationsPerArticle: 10, seed: 5 });
  const plan = made.desk.sqlite
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...(sql.match(/\?/g) ?? []).map(() => 'x'))
    .map(({ detail }) => detail);
  // SQLite may look through a handful of collections (c) rather than into their index.
  expect(plan.filter((step) => /^SCAN (?!c$)|AUTOMATIC/.test(step))).toEqual([]);
});
