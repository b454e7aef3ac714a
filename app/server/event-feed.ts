import { currentDesk } from '@/db/client';
import { listEventsAfter, type EventNotice } from '@/db/queries/desk';
import { placeOf } from '@/db/commands/notify';
import { latestEventSeq } from '@/db/queries/reading';
import type { Presence } from '@/corpus/people/presence';

/** How often the newest event number is read: one index look-up, also for other processes' writes. */
const POLL_MS = 150;

/**
 * An event, or something of the moment that is no event and in no history: who is on an article
 * (`presence`), that a check was locked or freed (`lock`), that somebody's notices changed (`notice`).
 */
export type LiveNotice = EventNotice & { readonly here?: readonly Presence[] };

type Listener = (notices: readonly LiveNotice[]) => void;

interface Feed {
  readonly listeners: Set<Listener>;
  readonly closers: Set<() => void>;
  timer: NodeJS.Timeout | null;
  seq: number;
}

const shared = globalThis as { stetFeed?: Feed };

function feed(): Feed {
  shared.stetFeed ??= { listeners: new Set(), closers: new Set(), timer: null, seq: 0 };
  return shared.stetFeed;
}

/** Calls back with every new event from now on; returns how to stop. */
export function subscribe(listener: Listener): () => void {
  const { listeners } = feed();
  if (listeners.size === 0) start();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

/** The newest event that was told; what is of the moment stands beside it. */
export function toldSeq(): number {
  return feed().seq;
}

export function tellOfPresence(articleId: string, here: readonly Presence[]): void {
  tell({ entity: 'presence', articleId, here });
}

/** A check was locked or freed: whoever looks at its annotation looks again. */
export function tellOfLock(checkId: string): void {
  tell({ entity: 'lock', entityId: checkId, ...placeOf(currentDesk(), checkId) });
}

/** Somebody's notices changed. */
export function tellPerson(personId: string): void {
  tell({ entity: 'notice', entityId: personId });
}

function tell(moment: Partial<LiveNotice> & { readonly entity: string }): void {
  const nothing = { commandId: '', entityId: '', articleId: null, annotationId: null, person: '' };
  const notice: LiveNotice = { seq: toldSeq(), ...nothing, ...moment };
  for (const listener of feed().listeners) listener([notice]);
}

/** Keeps a function that ends an open stream, for when the server stops. */
export function onShutdown(close: () => void): () => void {
  feed().closers.add(close);
  return () => feed().closers.delete(close);
}

export function closeStreams(): void {
  for (const close of [...feed().closers]) close();
}

function start(): void {
  const state = feed();
  state.seq = latestEventSeq(currentDesk());
  state.timer = setInterval(poll, POLL_MS);
}

function stop(): void {
  const state = feed();
  if (state.timer !== null) clearInterval(state.timer);
  state.timer = null;
}

function poll(): void {
  const state = feed();
  const notices = listEventsAfter(currentDesk(), state.seq);
  const last = notices.at(-1);
  if (last === undefined) return;
  state.seq = last.seq;
  for (const listener of state.listeners) listener(notices);
}
