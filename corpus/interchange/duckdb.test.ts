import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AWKWARD_ARTICLES } from './testing/awkward';
import { consumerFile } from './testing/consumers';
import { writtenBytes } from './testing/written';

/**
 * Runs a statement in a process of its own, as a reader's would: its threads and its end are not the
 * tests'. Takes DuckDB's path and the statement, prints the rows.
 */
const ASK = `
  const [path, sql] = process.argv.slice(1);
  const { DuckDBInstance } = await import(path);
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson();
  console.log(JSON.stringify(rows));
  connection.closeSync();
  instance.closeSync();
`;

const duckdb = consumerFile('@duckdb/node-api');

function ask(sql: string): readonly (readonly unknown[])[] {
  const args = ['--input-type=module', '-e', ASK, duckdb!, sql];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
  });
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  return JSON.parse(stdout) as readonly (readonly unknown[])[];
}

describe.skipIf(duckdb === null)('DuckDB (skipped where STET_CONSUMERS has none)', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stet-duckdb-'));
    for (const format of ['jsonl', 'csv', 'parquet'] as const) {
      for (const [name, bytes] of Object.entries(writtenBytes(format, AWKWARD_ARTICLES))) {
        writeFileSync(join(folder, name), bytes);
      }
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const pieces = AWKWARD_ARTICLES.flatMap(({ annotations }) =>
    annotations.flatMap(({ parts }) => parts.flatMap((part) => part.pieces)),
  );
  /** How many rows there are, and in how many the words stand where the offsets say. */
  const RIGHT = `count(*), count(*) FILTER (WHERE substring(a.text, s.start_cp + 1, s.end_cp - s.start_cp) = s.exact)`;

  test.each([
    ['CSV', (table: string) => `read_csv('${folder}/${table}.csv', header = true)`],
    ['Parquet', (table: string) => `read_parquet('${folder}/${table}-*.parquet')`],
  ])('finds every span of %s with its words', (_name, from) => {
    const [row] = ask(
      `SELECT ${RIGHT} FROM ${from('spans')} s JOIN ${from('annotations')} n ON n.id = s.annotation_id
       JOIN ${from('articles')} a ON a.id = n.article_id`,
    );
    expect(row!.map(Number)).toEqual([pieces.length, pieces.length]);
  });

  test('finds every span of JSON Lines with its words', () => {
    const [row] = ask(
      `WITH lines AS (SELECT text, unnest(annotations) AS n
         FROM read_json('${folder}/articles.jsonl', format = 'newline_delimited')),
       parts AS (SELECT text, unnest(n.parts) AS p FROM lines),
       pieces AS (SELECT text, unnest(p.pieces) AS s FROM parts)
       SELECT count(*), count(*) FILTER (WHERE substring(text, s."start" + 1, s."end" - s."start") = s.exact)
       FROM pieces`,
    );
    expect(row!.map(Number)).toEqual([pieces.length, pieces.length]);
  });
});
