import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articleLine } from './jsonl';
import { ARTICLE_JSON_SCHEMA } from './json-schema';
import { EXAMPLE } from './testing/example';

const FILE = 'docs/formats.md';
const exampleLine = [...articleLine(EXAMPLE)].join('');

/** The block of JSON under a mark; UPDATE_DOCS=1 writes what it should hold first. */
function documented(mark: string, wanted: unknown): string {
  const pattern = new RegExp(`(<!-- ${mark} -->\\s+\`\`\`json\\n)([\\s\\S]*?)(\\n\`\`\`)`);
  if (process.env['UPDATE_DOCS'] === '1') {
    const content = JSON.stringify(wanted, null, 2);
    const updated = readFileSync(FILE, 'utf8').replace(
      pattern,
      (_all, before: string, _old, after: string) => `${before}${content}${after}`,
    );
    writeFileSync(FILE, updated);
  }
  const found = pattern.exec(readFileSync(FILE, 'utf8'));
  return JSON.stringify(JSON.parse(found?.[2] ?? 'null'));
}

test('docs/formats.md holds exactly the JSON Schema (UPDATE_DOCS=1 writes it)', () => {
  expect(documented('schema', ARTICLE_JSON_SCHEMA)).toBe(JSON.stringify(ARTICLE_JSON_SCHEMA));
});

test('the example of docs/formats.md is what the encoder writes', () => {
  expect(`${documented('example', JSON.parse(exampleLine))}\n`).toBe(exampleLine);
});
