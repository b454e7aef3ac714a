import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { DetectableText } from '@/corpus/detect/model';
import { layOut } from '@/corpus/document/text';
import { median } from '../report';

const SIZES = [10_000, 100_000, 1_000_000];
const WORDS_A_SECOND = 100_000;
/** About so many words are read at each size; the middle one of the turns counts. */
const MEASURED = 300_000;
const LOADING_MS = 1500;
/** Read before anything is measured, so that the figures are of code that the engine has compiled. */
const WARM_UP = [10_000, 100_000, 100_000];
/** The folder of the sample articles. */
const [ARTICLES = ''] = process.argv.slice(2);

/**
 * Prints how long the detectors take to load, then for growing texts the words a second of one core
 * (processor time, so that a busy machine does not count), the tagger's part in it, and the memory. The
 * first article of a process is slower, while its code is compiled: that is told beside.
 */
async function measureSpeed(): Promise<void> {
  const began = performance.now();
  const { detect } = await import('@/corpus/detect/detect');
  const { tagWords } = await import('@/corpus/detect/tagger');
  const loading = performance.now() - began;
  console.log(`loading: ${Math.round(loading)} ms (at most ${LOADING_MS})`);
  const first = used(() => detect(textOf(WARM_UP[0]!)));
  console.log(
    `first ${WARM_UP[0]} words: ${Math.round(first)} ms of processor time, compiling included`,
  );
  for (const size of WARM_UP) detect(textOf(size));
  const rows: Record<string, Record<string, number | boolean>> = {};
  for (const size of SIZES) {
    const text = textOf(size);
    const before = process.memoryUsage().heapUsed;
    const turns = Math.max(1, Math.round(MEASURED / size));
    const ms = median(Array.from({ length: turns }, () => used(() => detect(text))));
    const tagging = used(() => {
      for (const { start, end } of text.blocks) tagWords(text.text.slice(start, end));
    });
    const speed = Math.round((size / ms) * 1000);
    rows[`${size} words`] = {
      ms: Math.round(ms),
      'words/s': speed,
      'tagger alone, words/s': Math.round((size / tagging) * 1000),
      'heap, MB more': Math.round((process.memoryUsage().heapUsed - before) / 1e6),
      holds: speed >= WORDS_A_SECOND,
    };
  }
  console.table(rows);
}

/** Milliseconds of processor time. */
function used(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The sample articles' paragraphs over and over, until there are so many words. */
function textOf(words: number): DetectableText {
  const paragraphs = readdirSync(ARTICLES)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(ARTICLES, name), 'utf8').split(/\n\n+/))
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const drafts = [];
  for (let count = 0, at = 0; count < words; at++) {
    const text = paragraphs[at % paragraphs.length]!;
    count += text.split(/\s+/).length;
    drafts.push({ role: 'paragraph' as const, text, depth: 0, group: null, original: null });
  }
  return { ...layOut(drafts), date: '2026-03-02' };
}

await measureSpeed();
