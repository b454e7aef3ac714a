import type { Worker } from 'node:worker_threads';
import type { ReadingState } from '@/components/suggestion/reading-state';
import { currentDesk } from '@/db/client';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import { findDetectable, hasRun, listUnread } from '@/db/queries/detectable';
import type { SuggestAnswer, SuggestRequest } from '@/db/worker/suggest';
import { startThread } from './thread';

/** An idle worker gives its memory back after this time. */
const IDLE_MS = 30_000;

interface Suggesting {
  worker: Worker | null;
  idle: NodeJS.Timeout | null;
  readonly waiting: SuggestRequest[];
  current: SuggestRequest | null;
  done: number;
  total: number;
  problem: string | null;
}

const shared = globalThis as { stetSuggesting?: Suggesting };

function state(): Suggesting {
  shared.stetSuggesting ??= { worker: null, idle: null, waiting: [], current: null, done: 0, total: 0, problem: null }; // prettier-ignore
  return shared.stetSuggesting;
}

/** Of the articles that came in while the desk was down, so many newest ones are read as it starts. */
const READ_AT_START = 200;

/** Reads what came in by the command line or with the samples; nothing where STET_SUGGEST is `off`. */
export function suggestAtStart(): void {
  if (process.env['STET_SUGGEST'] === 'off') return;
  const unread = listUnread(currentDesk(), OWN_DETECTOR, READ_AT_START);
  for (const { articleId, personId } of unread) suggest([articleId], personId);
}

/** Suggests by itself, on import and as an article opens, unless STET_SUGGEST is `off`. */
export function suggestByItself(articleIds: readonly string[], personId: string): void {
  if (process.env['STET_SUGGEST'] === 'off') return;
  const desk = currentDesk();
  const unread = articleIds.filter((id) => {
    const read = findDetectable(desk, id);
    return read !== null && !hasRun(desk, read, OWN_DETECTOR);
  });
  suggest(unread, personId);
}

/** Has articles read in a worker thread, one after the other; those that wait already are not added. */
export function suggest(articleIds: readonly string[], personId: string): void {
  const now = state();
  const known = new Set([...now.waiting, ...(now.current ? [now.current] : [])].map(({ articleId }) => articleId)); // prettier-ignore
  if (known.size === 0) Object.assign(now, { done: 0, total: 0, problem: null });
  for (const articleId of articleIds) {
    if (known.has(articleId)) continue;
    now.waiting.push({ articleId, personId });
    now.total++;
  }
  next();
}

export function suggestProgress(): ReadingState {
  const { done, total, problem } = state();
  return { done, total, problem };
}

/** Forgets the articles that wait; the one being read is finished. */
export function stopSuggesting(): void {
  const now = state();
  now.total -= now.waiting.length;
  now.waiting.length = 0;
}

/** Ends the worker at once: what it was storing is stored whole or not at all. */
export function endSuggesting(): void {
  stopSuggesting();
  void state().worker?.terminate();
}

function next(): void {
  const now = state();
  if (now.current !== null) return;
  if (now.idle !== null) clearTimeout(now.idle);
  const request = now.waiting.shift();
  if (request === undefined) {
    now.idle = setTimeout(() => void now.worker?.terminate(), IDLE_MS);
    now.idle.unref();
    return;
  }
  now.current = request;
  now.worker ??= startWorker();
  now.worker.postMessage(request);
}

function startWorker(): Worker {
  const worker = startThread('suggest');
  worker.on('message', (answer: SuggestAnswer) => settle(answer.result === 'failed' ? answer.reason : null)); // prettier-ignore
  worker.on('error', (error) => settle(error instanceof Error ? error.message : String(error)));
  worker.on('exit', () => {
    const now = state();
    if (now.worker === worker) now.worker = null;
    if (now.current !== null) settle('The reading was broken off.');
  });
  return worker;
}

function settle(problem: string | null): void {
  const now = state();
  if (now.current === null) return;
  now.current = null;
  now.done++;
  now.problem = problem ?? now.problem;
  next();
}
