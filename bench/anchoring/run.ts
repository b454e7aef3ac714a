import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import search from 'approx-string-match';
import { SAMPLE_FILES } from '@/corpus/articles/index';
import { carrier } from '@/corpus/anchoring/carry';
import { foldWords } from '@/corpus/anchoring/tokens';
import { BLOCK_SEPARATOR, layOut } from '@/corpus/document/text';
import {
  carryingCases,
  type CarryingCase,
  type CarryingText,
} from '@/corpus/evaluate/carrying-cases';
import { editAsADesk } from '@/corpus/evaluate/desk-edits';
import { EditedText } from '@/corpus/evaluate/edited-text';
import { randomOf } from '@/corpus/evaluate/random';
import type { Truth } from '@/corpus/evaluate/truth';
import { median, report } from '../report';
import { ingest } from '@/corpus/ingest/ingest';
import { anchorSpan, type AnchoredSpan, type Span } from '@/corpus/spans/span';

/**
 * Carries spans over edits whose truth is known, by Stet and by three other ways, and prints for
 * each what it said against the truth. `--seed N` runs one seed alone.
 */
const SPANS = 10_000;
const LONG_SPANS = 2000;
const LONG_WORDS = 20_000;
const SEEDS = [1, 2, 3];
/** The project's folder. */
const [ROOT = ''] = process.argv.slice(2);
const SHARED = join(ROOT, '../shared');
const SAMPLES = join(ROOT, 'corpus/articles');

interface Said {
  readonly outcome: 'found' | 'changed' | 'ambiguous' | 'lost';
  readonly span: Span | null;
}

type Method = (item: CarryingCase, spans: readonly AnchoredSpan[]) => readonly Said[];

function blockText(text: string) {
  return { text, blocks: layOut(text.split(BLOCK_SEPARATOR).map(asBlock)).blocks };
}

function asBlock(text: string) {
  return { role: 'paragraph' as const, text, depth: 0, group: null, original: null };
}

const byStet: Method = ({ before, after }, spans) => {
  const carry = carrier(blockText(before), blockText(after));
  return spans.map((span) => {
    const { outcome, span: place } = carry(span);
    return { outcome: outcome === 'unchanged' || outcome === 'moved' ? 'found' : outcome, span: place }; // prettier-ignore
  });
};

/** The offsets as they were stored. */
const byOffsets: Method = ({ after }, spans) =>
  spans.map(({ start, end }) => ({ outcome: end <= after.length ? 'found' : 'lost', span: { start, end } })); // prettier-ignore

/** The place of the same words nearest to the old one. */
const byExactSearch: Method = ({ after }, spans) =>
  spans.map(({ exact, start }) => {
    let best = -1;
    for (let at = after.indexOf(exact); at >= 0; at = after.indexOf(exact, at + 1)) {
      if (best < 0 || Math.abs(at - start) < Math.abs(best - start)) best = at;
    }
    return best < 0
      ? { outcome: 'lost', span: null }
      : { outcome: 'found', span: { start: best, end: best + exact.length } };
  });

/** Fuzzy search for the quote, scored with its context: 50 quote, 20 prefix, 20 suffix, 2 place. */
const byFuzzySearch: Method = ({ after }, spans) =>
  spans.map((span) => {
    const { exact, prefix, suffix, start } = span;
    const limit = Math.min(256, exact.length >> 1);
    const hits = exactHits(after, exact) ?? search(after, exact, limit);
    const scored = hits.map((hit) => ({ hit, score: scoreOf(hit, after, exact, prefix, suffix, start) })); // prettier-ignore
    const best = scored.sort((x, y) => y.score - x.score)[0];
    return best === undefined
      ? { outcome: 'lost', span: null }
      : { outcome: 'found', span: { start: best.hit.start, end: best.hit.end } };
  });

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

function exactHits(text: string, words: string): Hit[] | null {
  const hits: Hit[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    hits.push({ start: at, end: at + words.length, errors: 0 });
  }
  return hits.length > 0 ? hits : null;
}

function scoreOf(
  hit: Hit,
  text: string,
  exact: string,
  prefix: string,
  suffix: string,
  start: number,
): number {
  const near = (words: string, around: string) => {
    if (words === '') return 1;
    const errors = Math.min(...search(around, words, words.length).map((found) => found.errors));
    return 1 - Math.min(errors, words.length) / words.length;
  };
  const quote = 1 - hit.errors / exact.length;
  const before = near(prefix, text.slice(Math.max(0, hit.start - prefix.length), hit.start));
  const after = near(suffix, text.slice(hit.end, hit.end + suffix.length));
  const place = 1 - Math.abs(hit.start - start) / text.length;
  return (50 * quote + 20 * before + 20 * after + 2 * place) / 92;
}

const METHODS: Readonly<Record<string, Method>> = {
  Stet: byStet,
  'stored offsets': byOffsets,
  'exact search': byExactSearch,
  'fuzzy search': byFuzzySearch,
};

/** Truth → what was said → how many; `wrong`: silently on other words than its own. */
type Table = Record<Truth['kind'], Record<string, number>>;

function tally(table: Table, item: CarryingCase, truth: Truth, said: Said): string {
  const row = table[truth.kind];
  const words = ({ start, end }: Span) => foldWords(item.after.slice(start, end));
  let cell: string = said.outcome;
  if (said.outcome === 'found' && truth.kind !== 'ambiguous') {
    const right =
      truth.kind === 'survived' &&
      words(said.span!) === words(truth.place) &&
      said.span!.start < truth.place.end &&
      truth.place.start < said.span!.end;
    cell = right ? 'found' : 'wrong';
  }
  row[cell] = (row[cell] ?? 0) + 1;
  return cell;
}

function emptyTable(): Table {
  return { survived: {}, changed: {}, gone: {}, ambiguous: {} };
}

function texts(): CarryingText[] {
  const samples = SAMPLE_FILES.flatMap(({ file }) => articlesIn(join(SAMPLES, file)));
  const seeds = listFiles(join(SHARED, 'seeds'), '').flatMap(articlesIn);
  const marked = [join(SHARED, 'polnear/dev'), join(SHARED, 'gold/seeds')].flatMap((folder) =>
    listFiles(folder, '.txt').map(readMarked),
  );
  return [...samples, ...seeds, ...marked].filter(({ text }) => text.length > 400);
}

function listFiles(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

function articlesIn(path: string): CarryingText[] {
  const outcome = ingest(readFileSync(path), path);
  if (!outcome.ok) return [];
  return outcome.articles.map(({ blocks }) => ({ text: layOut(blocks).text, spans: [] }));
}

/** A text with the spans of its `.ann` file (brat standoff, whose offsets are code points). */
function readMarked(path: string): CarryingText {
  const raw = readFileSync(path, 'utf8');
  const units = [0];
  for (const sign of raw) units.push(units.at(-1)! + sign.length);
  const lines = readFileSync(path.replace(/\.txt$/, '.ann'), 'utf8').split('\n');
  const spans = lines.flatMap((line) => {
    const found = /^T\d+\t\S+ (\d+) (\d+)\t/.exec(line);
    return found === null ? [] : [{ start: units[+found[1]!]!, end: units[+found[2]!]! }];
  });
  return { text: raw, spans: spans.filter(({ start, end }) => end > start) };
}

function runSeed(all: readonly CarryingText[], seed: number): void {
  const tables = Object.fromEntries(Object.keys(METHODS).map((name) => [name, emptyTable()]));
  const ms: Record<string, number> = {};
  for (const item of carryingCases(all, seed, SPANS)) {
    const anchored = item.spans.map(({ span }) => anchorSpan(item.before, span));
    for (const [name, method] of Object.entries(METHODS)) {
      const start = performance.now();
      const said = method(item, anchored);
      ms[name] = (ms[name] ?? 0) + performance.now() - start;
      for (const [index, { span, truth }] of item.spans.entries()) {
        const cell = tally(tables[name]!, item, truth, said[index]!);
        if (process.env['STET_SHOW'] === cell && name === 'Stet') show(item, span, truth, said[index]!); // prettier-ignore
      }
    }
  }
  for (const [name, table] of Object.entries(tables)) print(name, seed, table, ms[name]!);
}

function show(item: CarryingCase, span: Span, truth: Truth, said: Said): void {
  if (process.env['STET_TRUTH'] && process.env['STET_TRUTH'] !== truth.kind) return;
  const around = (text: string, { start, end }: Span) =>
    `${text.slice(Math.max(0, start - 60), start)}[[${text.slice(start, end)}]]${text.slice(end, end + 60)}`.replaceAll('\n', '⏎'); // prettier-ignore
  console.error(`${truth.kind} (${item.edits} edits)\n  was  ${around(item.before, span)}`);
  if ('place' in truth) console.error(`  true ${around(item.after, truth.place)}`);
  console.error(
    `  said ${said.outcome} ${said.span === null ? '' : around(item.after, said.span)}`,
  );
}

function print(name: string, seed: number, table: Table, ms: number): void {
  const sum = (row: Record<string, number>) => Object.values(row).reduce((x, y) => x + y, 0);
  const share = (part: number, whole: number) => Math.round((part / whole) * 10_000) / 100;
  const wrong = Object.values(table).reduce((total, row) => total + (row['wrong'] ?? 0), 0);
  const found = share(table.survived['found'] ?? 0, sum(table.survived));
  const { changed } = table;
  const told = changed['changed'] ?? 0;
  const calledChanged = share(told, told + (changed['lost'] ?? 0));
  const limits = { wrong: 0, found: 99.5, calledChanged: 98 };
  const ok = wrong === 0 && found >= limits.found && calledChanged >= limits.calledChanged;
  console.log(
    JSON.stringify({
      bench: 'anchoring',
      case: `${name}, seed ${seed}`,
      wrong,
      found,
      calledChanged,
      table,
      ms: Math.round(ms),
      ...(name === 'Stet' ? { limits, ok } : {}),
    }),
  );
}

/** 2,000 spans over 20,000 words with 40 edits: the time to align once and judge each. */
function runLong(all: readonly CarryingText[]): void {
  const random = randomOf(5);
  let text = '';
  while (text.split(/\s+/).length < LONG_WORDS) {
    text += (text === '' ? '' : BLOCK_SEPARATOR) + random.pick(all).text;
  }
  const edited = new EditedText(text);
  editAsADesk(edited, 40, random, random.pick(all).text);
  const spans = Array.from({ length: LONG_SPANS }, () => {
    const start = random.below(text.length - 200);
    return { start, end: start + 10 + random.below(150) };
  });
  const [before, after] = [blockText(text), blockText(edited.text)];
  const times = Array.from({ length: 7 }, () => {
    const start = performance.now();
    const carry = carrier(before, after);
    for (const span of spans) carry(span);
    return performance.now() - start;
  });
  report({
    bench: 'anchoring',
    case: `${LONG_SPANS} spans over ${LONG_WORDS} words, median of 7`,
    ms: median(times),
    limitMs: 200,
  });
}

function main(): void {
  const all = texts();
  runLong(all);
  const at = process.argv.indexOf('--seed');
  const seeds = at < 0 ? SEEDS : [Number(process.argv[at + 1])];
  for (const seed of seeds) runSeed(all, seed);
}

main();
