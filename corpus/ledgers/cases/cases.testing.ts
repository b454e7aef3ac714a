import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LedgerCase {
  /** As it stands in the file, braces included. */
  readonly marked: string;
  readonly text: string;
  /** What the told sentence holds; empty where nothing is said of it. */
  readonly computation: string;
}

/** The lines of a case file beside this one. */
export function readCases(file: string): readonly LedgerCase[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => {
      const [marked = '', computation = ''] = line.slice(2).split(' => ');
      return { marked, text: marked.replaceAll(/[{}]/g, ''), computation };
    });
}

/** Puts braces around what is told. */
export function withBraces(text: string, spans: readonly { start: number; end: number }[]): string {
  return spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((told, { start, end }) => `${told.slice(0, start)}{${told.slice(start, end)}}${told.slice(end)}`, text); // prettier-ignore
}
