import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layOut } from '../../document/text';
import { detect } from '../detect';
import type { Suggestion } from '../model';

/** A short text, and the same with the parts of its first attribution marked in it. */
export interface AttributionCase {
  readonly text: string;
  readonly marked: string;
  /** False where it is read wrongly today. */
  readonly isKnown: boolean;
}

export const ATTRIBUTION_CASES: readonly AttributionCase[] = readFileSync(
  join(import.meta.dirname, 'attributions.md'),
  'utf8',
)
  .split('\n')
  .filter((line) => line.startsWith('- '))
  .map((line) => {
    const marked = line.slice(2).replace(' (not yet)', '');
    return {
      marked,
      text: marked.replace(/[[\]<>{}]/g, ''),
      isKnown: !line.endsWith('(not yet)'),
    };
  });

export const paragraph = (text: string) => ({
  role: 'paragraph' as const,
  text,
  depth: 0,
  group: null,
  original: null,
});

/** The first attribution of a text, and the text with it marked as the cases are. */
export function markedBy(text: string): { found: Suggestion | undefined; marked: string } {
  const input = { ...layOut([paragraph(text)]), date: null };
  const found = detect(input).find(({ kind }) => kind === 'attribution');
  const marks = { source: '[]', cue: '<>', content: '{}', addressee: null };
  const edges = (found?.spans ?? []).flatMap(({ start, end, part }) => {
    const pair = marks[part];
    return pair === null ? [] : [[start, pair[0]!, 0] as const, [end, pair[1]!, 1] as const];
  });
  let marked = text;
  for (const [at, mark] of edges.sort((a, b) => b[0] - a[0] || a[2] - b[2])) {
    marked = marked.slice(0, at) + mark + marked.slice(at);
  }
  return { found, marked };
}
