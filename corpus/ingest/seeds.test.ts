import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BlockRole, DraftBlock } from '../document/block';
import { ingest } from './ingest';
import type { IngestedArticle } from './model';

// Real pages that are not part of the repository: where they lie beside it, their structure is
// checked by line numbers.
const FOLDER = resolve(import.meta.dirname, '../../../shared/seeds');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).sort() : [];

function load(prefix: string): {
  text: string;
  lines: string[];
  articles: readonly IngestedArticle[];
} {
  const name = FILES.find((file) => file.startsWith(prefix)) ?? '';
  const outcome = ingest(readFileSync(resolve(FOLDER, name)), name);
  if (!outcome.ok) throw new Error(outcome.refused);
  return { text: outcome.text, lines: outcome.text.split('\n'), articles: outcome.articles };
}

/** The number of the line (from 1) on which a block begins. */
function lineOf(text: string, block: DraftBlock): number {
  return text.slice(0, block.original?.start ?? 0).split('\n').length;
}

function linesWith(prefix: string, role: BlockRole): number[] {
  const { text, articles } = load(prefix);
  return articles
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.role === role)
    .map((block) => lineOf(text, block));
}

describe.skipIf(FILES.length === 0)('the seeds (skipped where ../shared/seeds is missing)', () => {
  it('give ten, ten, one, one and one article', () => {
    const counts = ['000', '001', '002', '003', '004'].map((file) => load(file).articles.length);
    expect(counts).toEqual([10, 10, 1, 1, 1]);
  });

  it.each([
    ['000', [1, 53, 103, 159, 187, 241, 269, 295, 309, 365]],
    ['001', [1, 23, 113, 161, 235, 265, 311, 397, 431, 497]],
    ['002', [1]],
    ['003', [1]],
    ['004', [3]],
  ])('%s: headlines', (file, at) => {
    const { lines, articles } = load(file);
    expect(articles.map(({ headline }) => headline)).toEqual(
      at.map((line) => lines[line - 1]?.trim()),
    );
    expect(linesWith(file, 'headline')).toEqual(at);
  });

  it.each<[string, BlockRole, number[]]>([
    ['000', 'caption', [3, 55, 105, 161, 189, 243, 271, 311, 367]],
    ['000', 'byline', [5, 57, 107, 163, 191, 313]],
    ['000', 'crosshead', [127, 221, 339]],
    ['000', 'credit', [51, 101, 157, 185, 239, 267, 293, 307, 363, 389]],
    [
      '001',
      'crosshead',
      [59, 91, 129, 147, 193, 211, 251, 289, 335, 347, 367, 417, 461, 483, 519, 547],
    ],
    ['001', 'credit', [21, 111, 159, 233, 263, 309, 395, 429, 495, 559]],
    ['001', 'block_quote', []],
    ['001', 'furniture', []],
    ['002', 'deck', [4]],
    ['002', 'caption', [26]],
    ['002', 'crosshead', [28]],
    ['002', 'block_quote', [37]],
    ['002', 'furniture', [43, 45, 96]],
    ['003', 'furniture', [3, 5, 7, 47, 51]],
    ['003', 'byline', [9]],
    ['003', 'deck', [11]],
    ['004', 'kicker', [1]],
    ['004', 'crosshead', [19]],
    ['004', 'furniture', [44, 46]],
  ])('%s: %s', (file, role, at) => {
    expect(linesWith(file, role)).toEqual(at);
  });

  it('give datelines, bylines and agencies', () => {
    expect(load('000').articles.map(({ places }) => places)).toEqual([
      ['RAQQA, Syria'],
      ['AIN ISSA, Syria'],
      ['QAMISHLI, Syria', 'BEIRUT'],
      ['GENEVA'],
      ['BEIRUT', 'AMMAN'],
      ['BEIRUT'],
      ['ANKARA'],
      ['CAIRO'],
      ['AMMAN'],
      ['GENEVA'],
    ]);
    expect(load('001').articles.map(({ places }) => places.length)).toEqual([
      1, 2, 1, 1, 1, 1, 3, 1, 3, 1,
    ]);
    for (const file of ['000', '001']) {
      expect(load(file).articles.every(({ agency }) => agency === 'Reuters')).toBe(true);
      expect(load(file).articles.every(({ credit }) => credit !== null)).toBe(true);
    }
    expect(load('000').articles.map(({ byline }) => byline?.split(' and ').length ?? 0)).toEqual([
      1, 1, 2, 1, 2, 0, 0, 0, 1, 0,
    ]);
    expect(load('003').articles[0]).toMatchObject({ places: ['WASHINGTON'], agency: null });
    expect(load('003').articles[0]?.byline).toMatch(/^\w+ \w+, \w+ \w+$/);
    expect(load('004').articles[0]).toMatchObject({ byline: null, places: [], agency: null });
  });

  it('give dates only where something tells them', () => {
    const dates = (file: string): (string | null)[] =>
      load(file).articles.map(({ date }) => (date === null ? null : `${date.value} ${date.basis}`));
    expect(dates('000')).toEqual([
      '2017-06-15 inferred',
      '2017-06-14 inferred',
      null,
      null,
      null,
      '2017-06-12 inferred',
      null,
      null,
      null,
      null,
    ]);
    expect(dates('001')).toEqual(Array<null>(10).fill(null));
    expect([...dates('002'), ...dates('003'), ...dates('004')]).toEqual([
      null,
      '2017-06-09 stated',
      null,
    ]);
  });

  it('give six comments and four replies', () => {
    const { text, articles } = load('002');
    const comments = (articles[0]?.blocks ?? []).filter(({ role }) => role === 'reader_comment');
    const groups = new Map(comments.map(({ group, depth }) => [group, depth]));
    expect([...groups.values()]).toEqual([0, 1, 1, 0, 0, 1, 2, 0, 0, 0]);
    expect(comments.filter(({ group }) => group === 8)).toHaveLength(6);
    expect(comments.every((block) => !/^(?:\d\.|•)/.test(block.text))).toBe(true);
    expect(comments.find((block) => lineOf(text, block) === 64)?.text.split('\n')).toHaveLength(4);
  });

  it('lose nothing', () => {
    for (const file of ['000', '001', '002', '003', '004']) {
      const { text, lines, articles } = load(file);
      const blocks = articles.flatMap((article) => article.blocks);
      const all = blocks.map((block) => block.text).join('\n');
      for (const line of lines) expect(all).toContain(line.trim().replace(/^(?:\d\.|•)\s+/, ''));
      let end = 0;
      for (const { original, role, text: own } of blocks) {
        expect(original?.start).toBeGreaterThanOrEqual(end);
        end = original?.end ?? 0;
        const slice = text.slice(original?.start, end);
        expect(role === 'reader_comment' ? slice.replace(/\n +/g, '\n') : slice).toBe(own);
      }
    }
  });

  it('take well under 300 ms together', () => {
    const files = FILES.map((name) => readFileSync(resolve(FOLDER, name)));
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      for (const bytes of files) ingest(bytes, 'seed.txt');
      return performance.now() - started;
    });
    expect(Math.min(...times)).toBeLessThan(300);
  });
});
