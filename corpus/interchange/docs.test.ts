import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ArticleFormat } from './format-names';
import { articleLine } from './jsonl';
import { ARTICLE_JSON_SCHEMA } from './json-schema';
import { EXAMPLE } from './testing/example';
import { written } from './testing/written';

const FILE = 'docs/formats.md';
const exampleLine = [...articleLine(EXAMPLE)].join('');

/** The block of code under a mark; UPDATE_DOCS=1 writes what it should hold first. */
function block(mark: string, language: string, wanted: string): string {
  const pattern = new RegExp(`(<!-- ${mark} -->\\s+\`\`\`${language}\\n)([\\s\\S]*?)(\\n\`\`\`)`);
  if (process.env['UPDATE_DOCS'] === '1') {
    const updated = readFileSync(FILE, 'utf8').replace(
      pattern,
      (_all, before: string, _old, after: string) => `${before}${wanted}${after}`,
    );
    writeFileSync(FILE, updated);
  }
  return pattern.exec(readFileSync(FILE, 'utf8'))?.[2] ?? 'null';
}

function documented(mark: string, wanted: unknown): string {
  return JSON.stringify(JSON.parse(block(mark, 'json', JSON.stringify(wanted, null, 2))));
}

const exampleIn = (format: ArticleFormat) => written(format, [EXAMPLE]).files;

test('docs/formats.md holds exactly the JSON Schema (UPDATE_DOCS=1 writes it)', () => {
  expect(documented('schema', ARTICLE_JSON_SCHEMA)).toBe(JSON.stringify(ARTICLE_JSON_SCHEMA));
});

test('the example of docs/formats.md is what the encoder writes', () => {
  expect(`${documented('example', JSON.parse(exampleLine))}\n`).toBe(exampleLine);
});

test('the example of Web Annotation is the first annotation that is written', () => {
  const [first] = JSON.parse(exampleIn('w3c')['annotations.json']!) as unknown[];
  expect(documented('example-w3c', first)).toBe(JSON.stringify(first));
});

test.each(['brat', 'polnear'] as const)('the example of %s is the article’s standoff', (format) => {
  const standoff = exampleIn(format)[`${EXAMPLE.id}.ann`]!.trimEnd();
  expect(block(`example-${format}`, 'text', standoff)).toBe(standoff);
});

test.each(['doccano', 'prodigy'] as const)('the example of %s is the article’s line', (format) => {
  const line = exampleIn(format)[`${format}.jsonl`]!.trimEnd();
  expect(documented(`example-${format}`, JSON.parse(line))).toBe(line);
});

test.each([
  ['labelstudio', 'tasks.json'],
  ['claimreview', 'claimreviews.json'],
  ['averitec', 'claims.json'],
] as const)('the example of %s is what it holds of the article', (format, file) => {
  const [first] = JSON.parse(exampleIn(format)[file]!) as unknown[];
  expect(documented(`example-${format}`, first)).toBe(JSON.stringify(first));
});

test.each([
  ['iob2', 'tokens.iob2', 'text'],
  ['conllu', 'articles.conllu', 'text'],
  ['xmi', `${EXAMPLE.id}.xmi`, 'xml'],
  ['tei', `${EXAMPLE.id}.xml`, 'xml'],
] as const)('the example of %s is the article’s file', (format, file, language) => {
  const content = exampleIn(format)[file]!.trimEnd();
  expect(block(`example-${format}`, language, content)).toBe(content);
});
