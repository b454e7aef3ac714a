import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Words as a PDF sets them; places in points from the page's lower left corner. */
export interface Words {
  readonly text: string;
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly width: number;
  /** Of the type, in points. */
  readonly size: number;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  /** Of the page, in points. */
  readonly height: number;
  readonly words: readonly Words[];
  /** What stands on its side or upside down. */
  readonly turned: readonly string[];
}

export interface PdfContent {
  readonly pages: readonly PdfPage[];
  readonly title: string;
  readonly author: string;
}

/** What the thread answers to the bytes of a PDF. */
export type PdfAnswer =
  | { readonly ok: true; readonly content: PdfContent }
  | { readonly ok: false; readonly why: keyof typeof REFUSED };

export type ReadPdf =
  | { readonly ok: true; readonly content: PdfContent }
  | { readonly ok: false; readonly refused: string };

const REFUSED = {
  locked: 'This PDF is locked with a password; save it without one and import it then.',
  damaged: 'This PDF is damaged or cut off; save it again from where it comes and import that.',
  long: 'This PDF has more than 2,000 pages; split it into smaller ones and import them in turn.',
  slow: 'This PDF takes more than 30 seconds to read; print it to a new PDF, or split it, and import that.',
} as const;

const MOST_MILLISECONDS = 30_000;

/** More than a PDF of 20 MB takes that holds nothing strange. */
const MOST_MEGABYTES = 1024;

/** Reads the words of all pages, within 30 seconds. Nothing outside the bytes is looked for. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const answer = await inTurn(() => ask(bytes));
  return answer.ok ? answer : { ok: false, refused: REFUSED[answer.why] };
}

let thread: Worker | null = null;
let turn: Promise<unknown> = Promise.resolve();

/** One PDF at a time: what one does to the thread is not laid at another's door. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

function ask(bytes: Uint8Array): Promise<PdfAnswer> {
  const worker = (thread ??= startThread());
  worker.ref();
  return new Promise((resolve) => {
    const settle = (answer: PdfAnswer): void => {
      clearTimeout(timer);
      worker.off('message', settle).off('exit', end).unref();
      resolve(answer);
    };
    const end = (): void => settle({ ok: false, why: 'damaged' });
    const timer = setTimeout(() => {
      thread = null;
      void worker.terminate();
      settle({ ok: false, why: 'slow' });
    }, MOST_MILLISECONDS);
    worker.on('message', settle).on('exit', end);
    // The reader takes the bytes for itself, so it gets its own.
    const own = bytes.slice();
    worker.postMessage(own, [own.buffer]);
  });
}

function startThread(): Worker {
  const home = process.env['STET_HOME'] ?? process.cwd();
  const file = join(/*turbopackIgnore: true*/ home, 'corpus/ingest/formats/pdf-thread.mjs');
  const worker = new Worker(/*turbopackIgnore: true*/ file, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  // It ends after an error, and an error that nobody listens to would end the process.
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    if (thread === worker) thread = null;
  });
  return worker;
}
