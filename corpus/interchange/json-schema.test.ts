import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { DatasetArticle } from './article';
import { ARTICLE_JSON_SCHEMA } from './json-schema';
import { articleLine } from './jsonl';
import { AWKWARD_ARTICLES } from './testing/awkward';
import { EXAMPLE } from './testing/example';
import { HAS_PYTHON_SCHEMA, pythonFaults } from './testing/python-schema';
import { written } from './testing/written';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(ARTICLE_JSON_SCHEMA);
const encode = (article: DatasetArticle) => [...articleLine(article)].join('');
const decode = (article: DatasetArticle) => JSON.parse(encode(article)) as DatasetArticle;

test('the example is valid', () => {
  validate(decode(EXAMPLE));
  expect(validate.errors).toBeNull();
});

test('a line holds the record and nothing else, on one line', () => {
  const line = encode(EXAMPLE);
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(JSON.parse(line)).toEqual({
    schema: 'stet-article/1',
    offsetUnit: 'codepoint',
    ...EXAMPLE,
  });
});

test('the order of a record’s keys does not change the bytes', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, reversed(inner)]),
    );
  };
  expect(encode(reversed(EXAMPLE) as DatasetArticle)).toBe(encode(EXAMPLE));
});

test('fields that a record should not have are not written', () => {
  const [first, second] = EXAMPLE.annotations;
  const annotations = [{ ...first!, secret: 'x' }, second!];
  expect(encode({ ...EXAMPLE, annotations })).toBe(encode(EXAMPLE));
});

test.each([
  ['an article without annotations', { annotations: [] }, true],
  ['an unknown field', { mood: 'good' }, false],
  ['a missing hash', { revision: { number: 1 } }, false],
  ['another unit', { offsetUnit: 'utf16' }, false],
  ['a day that is none', { date: '20 November' }, false],
])('%s', (_name, patch, valid) => {
  expect(validate({ ...decode(EXAMPLE), ...patch })).toBe(valid);
});

test('evidence that is off the record, and suggestions, are not valid', () => {
  const line = encode(EXAMPLE);
  expect(
    validate(
      JSON.parse(line.replace('"terms":"on_record","locator"', '"terms":"off_record","locator"')),
    ),
  ).toBe(false);
  expect(validate(JSON.parse(line.replace('"origin":"person"', '"origin":"suggestion"')))).toBe(
    false,
  );
  expect(validate(JSON.parse(line.replace(/"start":\d+/, '"start":-1')))).toBe(false);
});

test('an article of many annotations is written in pieces that make one line', () => {
  const [first] = EXAMPLE.annotations;
  const annotations = Array.from({ length: 1234 }, (_, number) => ({
    ...first!,
    id: `A${number}`,
  }));
  const pieces = [...articleLine({ ...EXAMPLE, annotations })];
  expect(pieces.length).toBeGreaterThan(10);
  const read = JSON.parse(pieces.join('')) as DatasetArticle;
  expect(read.annotations.map(({ id }) => id)).toEqual(annotations.map(({ id }) => id));
});

test.skipIf(!HAS_PYTHON_SCHEMA)(
  'python3-jsonschema takes every line by the schema that is written beside it, and no other (skipped where it is not installed)',
  () => {
    const { files } = written('jsonl', [EXAMPLE, ...AWKWARD_ARTICLES]);
    const schema: unknown = JSON.parse(files['articles.schema.json']!);
    const lines = files['articles.jsonl']!.trimEnd().split('\n');
    const wrong = lines.map((line) =>
      line.replace('"offsetUnit":"codepoint"', '"offsetUnit":"byte"'),
    );
    const [faults] = pythonFaults([[schema, [...lines, ...wrong]]]);
    expect(faults).toEqual([...lines.map(() => 0), ...wrong.map(() => 1)]);
  },
  60_000,
);
