import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { keepMemoryLow } from '@/corpus/ingest/memory';
import { randomOf } from '@/corpus/evaluate/random';
import { readFiles } from '@/corpus/ingest/read-file';
import { closeDesk, migrateDesk, openDesk, type Desk } from '@/db/client';
import type { Actor } from '@/db/commands/run';
import { ensureCollection, importFile } from '@/db/commands/import';
import { ensureFirstPerson } from '@/db/commands/people';
import { SHAPES } from './pages/shapes';

/** Web pages read and stored one after the other: in the shapes that news sites have, and saved ones. */
const PAGES = 1000;
const LIMIT_PER_SECOND = 30;
const LIMIT_MB = 300;

const SAVED = resolve(import.meta.dirname, '../e2e/awkward/pages');

interface Maker {
  readonly name: string;
  /** The bytes of its page with this number, no two of which have the same text. */
  make(number: number): Uint8Array;
}

interface Kind extends Maker {
  pages: number;
  kilobytes: number;
  ms: number;
}

function kindsOf(): Kind[] {
  const random = randomOf(11);
  const encoder = new TextEncoder();
  const shapes: Maker[] = SHAPES.map(({ name, page }) => ({
    name,
    make: (number) => encoder.encode(page(random, number)),
  }));
  const files = readdirSync(SAVED).sort();
  const saved = files.map((file) => readFileSync(join(SAVED, file), 'latin1'));
  const awkward: Maker = {
    name: 'saved awkward pages',
    make: (number) => copyOf(saved[Math.floor(number / KINDS) % saved.length] ?? '', number),
  };
  return [...shapes, awkward].map((maker) => ({ ...maker, pages: 0, kilobytes: 0, ms: 0 }));
}

const KINDS = SHAPES.length + 1;

/** A saved page whose words are its own: the desk takes each for an article that it has not seen. */
function copyOf(page: string, number: number): Uint8Array {
  const mark = String(number).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
  const marked = page.replace(/<[^>]*>|(?<= )[^\s<>"{}&;]{3,}(?= )/g, (found) =>
    found.startsWith('<') ? found : found + mark,
  );
  return Buffer.from(marked, 'latin1');
}

/** Reads and stores one page; how many articles it gave. */
async function bringIn(store: Store, bytes: Uint8Array, number: number): Promise<number> {
  let articles = 0;
  const facts = { name: `${number}.html`, url: null, contentType: null };
  for await (const read of readFiles(bytes, facts)) {
    if ('note' in read) continue;
    const outcome = importFile(store.desk, store.actor, store.collection, read);
    if (!('refused' in outcome)) articles += outcome.articles.length;
  }
  return articles;
}

interface Store {
  readonly desk: Desk;
  readonly actor: Actor;
  readonly collection: string;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const desk = openDesk(join(folder, 'stet.db'));
  try {
    migrateDesk(desk);
    const actor = ensureFirstPerson(desk);
    const { id } = ensureCollection(desk, actor, 'Pages');
    report(await measure({ desk, actor, collection: id }));
  } finally {
    closeDesk(desk);
    rmSync(folder, { recursive: true });
  }
}

interface Measured {
  readonly kinds: readonly Kind[];
  readonly articles: number;
  readonly peakMb: number;
}

/**
 * The kinds in turns. Timed is what an import does with the bytes of a file: reading, storing, and
 * keeping memory low; not the drawing of the page's words, which no import does. The memory is the
 * whole program's.
 */
async function measure(store: Store): Promise<Measured> {
  const kinds = kindsOf();
  let articles = 0;
  let peakMb = 0;
  for (let number = 0; number < PAGES; number++) {
    const kind = kinds[number % KINDS]!;
    const bytes = kind.make(number);
    const start = performance.now();
    articles += await bringIn(store, bytes, number);
    keepMemoryLow();
    kind.ms += performance.now() - start;
    kind.pages += 1;
    kind.kilobytes += bytes.length / 1024;
    peakMb = Math.max(peakMb, process.memoryUsage.rss() / (1024 * 1024));
  }
  return { kinds, articles, peakMb };
}

const rounded = (figure: number) => Math.round(figure * 10) / 10;

function report({ kinds, articles, peakMb }: Measured): void {
  const sum = (figure: (kind: Kind) => number) =>
    kinds.reduce((all, kind) => all + figure(kind), 0);
  for (const { name, pages, kilobytes, ms } of kinds) {
    const figures = { perSecond: rounded((pages / ms) * 1000), kb: Math.round(kilobytes / pages) };
    console.log(JSON.stringify({ bench: 'pages', case: `${pages} of ${name}`, ...figures }));
  }
  const perSecond = (PAGES / sum(({ ms }) => ms)) * 1000;
  console.log(
    JSON.stringify({
      bench: 'pages',
      case: `${PAGES} web pages of ${Math.round(sum(({ kilobytes }) => kilobytes) / PAGES)} kB`,
      perSecond: rounded(perSecond),
      articles,
      peakMb: Math.round(peakMb),
      limit: { perSecond: LIMIT_PER_SECOND, peakMb: LIMIT_MB },
      ok: perSecond >= LIMIT_PER_SECOND && articles === PAGES && peakMb < LIMIT_MB,
    }),
  );
}

await main();
