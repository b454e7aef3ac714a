import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvFileName, csvHeader, csvLine, csvRows } from './csv';
import { dataPackage } from './datapackage';
import { TABLES } from './tables';
import { EXAMPLE } from './testing/example';
import { articlesFromCsv } from './testing/from-csv';
import { written } from './testing/written';

const HARD_CELLS = [
  '',
  ' a ',
  'a,b',
  'say "so"',
  'two\n\nlines',
  'a\rb',
  '=1+1',
  '-2',
  '“x”',
  '🚆',
  '\u2028',
];

/** Left to itself csv-stringify does not quote a lone line feed; RFC 4180 does. */
const OPTIONS = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

test('a line is what csv-stringify writes', () => {
  expect(csvLine(HARD_CELLS)).toBe(stringify([HARD_CELLS], OPTIONS));
});

test('any cells are read back by csv-parse as they were', () => {
  const cells = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HARD_CELLS)), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(cells, cells, (one, two) => {
      const read = parse(csvLine(one) + csvLine(two), {
        record_delimiter: '\r\n',
        relax_column_count: true,
      });
      expect(read).toEqual([one, two]);
    }),
  );
});

test('the CSV of an article holds all that its JSON holds', () => {
  expect(articlesFromCsv(written('csv', [EXAMPLE]).files)).toEqual([EXAMPLE]);
});

test('every row has a cell for every column', () => {
  for (const table of TABLES) {
    for (const row of table.rowsOf(EXAMPLE)) expect(row).toHaveLength(table.fields.length);
  }
});

test('no cell is changed against formulas', () => {
  const headline = '=HYPERLINK("http://x")';
  const [row] = csvRows(TABLES[0]!, { ...EXAMPLE, headline });
  expect(row).toContain('"=HYPERLINK(""http://x"")"');
});

test('without articles a table is its header', () => {
  expect(written('csv', []).files['spans.csv']).toBe(
    'annotation_id,part,ordinal,piece,start_cp,end_cp,exact\r\n',
  );
});

test('the data package describes each file with columns, keys, size and hash', () => {
  const facts = TABLES.map((table) => ({ name: csvFileName(table), bytes: 7, sha256: 'ab' }));
  const described = dataPackage(facts) as unknown as {
    offsetUnit: string;
    resources: {
      name: string;
      path: string;
      bytes: number;
      hash: string;
      schema: {
        fields: { name: string }[];
        primaryKey: string[];
        foreignKeys: { fields: string; reference: { resource: string; fields: string } }[];
      };
    }[];
  };
  expect(described.offsetUnit).toBe('codepoint');
  const names = described.resources.map(({ name }) => name);
  for (const [index, { path, bytes, hash, schema }] of described.resources.entries()) {
    const columns = schema.fields.map(({ name }) => name);
    expect(csvHeader(TABLES[index]!)).toBe(`${columns.join(',')}\r\n`);
    expect([path, bytes, hash]).toEqual([`${names[index]}.csv`, 7, 'sha256:ab']);
    expect(columns).toEqual(expect.arrayContaining(schema.primaryKey));
    for (const { fields, reference } of schema.foreignKeys) {
      expect(columns).toContain(fields);
      expect(names).toContain(reference.resource);
    }
  }
  expect(() => dataPackage([])).toThrow('articles.csv');
});
