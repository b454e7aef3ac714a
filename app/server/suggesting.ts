import type { Worker } from 'node:worker_threads';
import type { ReadingState } from '@/components/suggestion/reading-state';
import { currentDesk } from '@/db/client';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import { findDetectable, listUnread } from '@/db/queries/detectable';
import { isReadByAll, listDetectors } from '@/db/queries/detectors';
import type { SuggestAnswer, SuggestRequest } from '@/db/worker/suggest';
import { startThread } from './thread';

/** An idle worker gives its memory back after this time. */
const IDLE_MS = 30_000;

/** A worker thread with what waits for it. */
interface Lane {
  worker: Worker | null;
  idle: NodeJS.Timeout | null;
  readonly waiting: SuggestRequest[];
  current: SuggestRequest | null;
}

/** Stet's rules never wait for a detector of the desk's own, which may be slow: that has a lane apart. */
interface Suggesting {
  readonly rules: Lane;
  readonly detectors: Lane;
  done: number;
  total: number;
  problem: string | null;
}

const shared = globalThis as { stetSuggesting?: Suggesting };

const emptyLane = (): Lane => ({ worker: null, idle: null, waiting: [], current: null });

function state(): Suggesting {
  shared.stetSuggesting ??= { rules: emptyLane(), detectors: emptyLane(), done: 0, total: 0, problem: null }; // prettier-ignore
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
    return read !== null && !isReadByAll(desk, read);
  });
  suggest(unread, personId);
}

/**
 * Has articles read in worker threads, one after the other, by Stet's rules and by the desk's detectors
 * that are on; those that wait already are not added.
 */
export function suggest(articleIds: readonly string[], personId: string): void {
  const now = state();
  const lanes = [now.rules, now.detectors];
  if (lanes.every(isEmpty)) Object.assign(now, { done: 0, total: 0, problem: null });
  const asked = listDetectors(currentDesk()).filter(({ off }) => !off);
  for (const articleId of articleIds) {
    add(now.rules, { articleId, personId, detectorId: null });
    for (const { id } of asked) add(now.detectors, { articleId, personId, detectorId: id });
  }
  for (const lane of lanes) next(lane);
}

function isEmpty({ waiting, current }: Lane): boolean {
  return waiting.length === 0 && current === null;
}

function add(lane: Lane, request: SuggestRequest): void {
  const { articleId, detectorId } = request;
  const isSame = (other: SuggestRequest | null) =>
    other?.articleId === articleId && other.detectorId === detectorId;
  if (isSame(lane.current) || lane.waiting.some(isSame)) return;
  lane.waiting.push(request);
  state().total++;
}

export function suggestProgress(): ReadingState {
  const { done, total, problem } = state();
  return { done, total, problem };
}

/** Forgets the articles that wait; those being read are finished. */
export function stopSuggesting(): void {
  const { rules, detectors } = state();
  for (const lane of [rules, detectors]) forget(lane, () => true);
}

function forget(lane: Lane, isForgotten: (request: SuggestRequest) => boolean): void {
  const kept = lane.waiting.filter((request) => !isForgotten(request));
  state().total -= lane.waiting.length - kept.length;
  lane.waiting.splice(0, lane.waiting.length, ...kept);
}

/** Ends the workers at once: what they were storing is stored whole or not at all. */
export function endSuggesting(): void {
  stopSuggesting();
  const { rules, detectors } = state();
  for (const { worker } of [rules, detectors]) void worker?.terminate();
}

function next(lane: Lane): void {
  if (lane.current !== null) return;
  if (lane.idle !== null) clearTimeout(lane.idle);
  const request = lane.waiting.shift();
  if (request === undefined) {
    lane.idle = setTimeout(() => void lane.worker?.terminate(), IDLE_MS);
    lane.idle.unref();
    return;
  }
  lane.current = request;
  lane.worker ??= startWorker(lane);
  lane.worker.postMessage(request);
}

function startWorker(lane: Lane): Worker {
  const worker = startThread('suggest');
  worker.on('message', (answer: SuggestAnswer) => settle(lane, answer));
  worker.on('error', (error) =>
    settle(lane, brokenOff(error instanceof Error ? error.message : String(error))),
  );
  worker.on('exit', () => {
    if (lane.worker === worker) lane.worker = null;
    if (lane.current !== null) settle(lane, brokenOff('The reading was broken off.'));
  });
  return worker;
}

const brokenOff = (problem: string): SuggestAnswer => ({ problem, gaveUp: true });

/** A detector that fails is not asked about the articles that wait: it would fail, or hang, at each. */
function settle(lane: Lane, { problem, gaveUp }: SuggestAnswer): void {
  const now = state();
  const { current } = lane;
  if (current === null) return;
  lane.current = null;
  now.done++;
  now.problem = problem ?? now.problem;
  const { detectorId } = current;
  if (gaveUp && detectorId !== null) {
    forget(lane, (request) => request.detectorId === detectorId);
  }
  next(lane);
}
