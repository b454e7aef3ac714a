import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { foreignEncoder, foreignFile } from './foreign';
import type { ForeignFormat } from './format-names';
import { articleLine } from './jsonl';
import { ARTICLE_JSON_SCHEMA } from './json-schema';
import { Losses } from './loss';
import { EXAMPLE } from './testing/example';

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

/** What a format writes of the example: its shared files, then those of the article. */
function exampleIn(format: ForeignFormat): Readonly<Record<string, string>> {
  const encoder = foreignEncoder(format, new Losses());
  const shared = encoder.files.map((file) => [
    file.name,
    [...foreignFile(file, [EXAMPLE])].join(''),
  ]);
  const own = [...encoder.filesOf(EXAMPLE)].map(({ name, content }) => [name, content]);
  return Object.fromEntries([...shared, ...own]) as Record<string, string>;
}

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
