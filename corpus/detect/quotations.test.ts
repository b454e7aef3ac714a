import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { layOut } from '../document/text';
import { paragraph } from './cases/attributions.testing';
import { detect } from './detect';

const CASES = readFileSync(join(import.meta.dirname, 'cases/quotations.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('- '))
  .map((line) => line.slice(2));

/** A text with its quotes marked as the cases are. */
function markedBy(paragraphs: readonly string[]): string {
  const { text, blocks } = layOut(paragraphs.map(paragraph));
  const edges = detect({ text, blocks, date: null })
    .filter(({ kind }) => kind === 'quote')
    .flatMap(({ spans }) => [
      ...spans.map(({ start }, at) => ({ at: start, mark: at === 0 ? '{' : '{+', closes: 0 })),
      { at: spans.at(-1)!.end, mark: '}', closes: 1 },
    ])
    .sort((a, b) => b.at - a.at || a.closes - b.closes);
  let marked = text;
  for (const { at, mark } of edges) marked = marked.slice(0, at) + mark + marked.slice(at);
  return marked.replaceAll('\n\n', '¶');
}

it.each(CASES)('quotes are told from other marks: %s', (marked) => {
  expect(markedBy(marked.replace(/\{\+?|\}/g, '').split('¶'))).toBe(marked);
});
