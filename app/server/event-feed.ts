import { currentDesk } from '@/db/client';
import { listEventsAfter, type EventNotice } from '@/db/queries/desk';
import { latestEventSeq } from '@/db/queries/reading';

/** How often the newest event number is read: one index look-up, also for other processes' writes. */
const POLL_MS = 150;

type Listener = (notices: readonly EventNotice[]) => void;

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
