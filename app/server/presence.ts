import type { Presence } from '@/corpus/people/presence';
import { tellOfPresence } from './event-feed';

/** A window that has not been heard of for so long is gone: it says where it is three times as often. */
const GONE_AFTER_MS = 45_000;
const SWEEP_MS = 5_000;

/** More windows on one article than any desk has: the rest are not shown. */
const MOST_WINDOWS = 200;

interface Window extends Presence {
  readonly heardAt: number;
}

interface Presences {
  readonly articles: Map<string, Map<string, Window>>;
  sweep: NodeJS.Timeout | null;
}

const shared = globalThis as { stetPresence?: Presences };

/** Kept in this process alone, and forgotten with it (docs/decisions/0014-work.md). */
function presences(): Presences {
  shared.stetPresence ??= { articles: new Map(), sweep: null };
  return shared.stetPresence;
}

export function listHere(articleId: string): readonly Presence[] {
  const windows = [...(presences().articles.get(articleId)?.values() ?? [])];
  return windows.map(({ heardAt: _h, ...presence }) => presence);
}

/** A window is on the article, at this place. */
export function beHere(articleId: string, presence: Presence): void {
  const state = presences();
  const windows = state.articles.get(articleId) ?? new Map<string, Window>();
  const key = keyOf(presence.person.id, presence.windowId);
  const before = windows.get(key);
  if (before === undefined && windows.size >= MOST_WINDOWS) return;
  windows.set(key, { ...presence, heardAt: Date.now() });
  state.articles.set(articleId, windows);
  state.sweep ??= startSweeping();
  if (before?.block === presence.block && before.annotationId === presence.annotationId) return;
  tellOfPresence(articleId, listHere(articleId));
}

export function leave(articleId: string, personId: string, windowId: string): void {
  const windows = presences().articles.get(articleId);
  if (windows?.delete(keyOf(personId, windowId)) !== true) return;
  tellOfPresence(articleId, listHere(articleId));
}

const keyOf = (personId: string, windowId: string) => `${personId} ${windowId}`;

function startSweeping(): NodeJS.Timeout {
  const timer = setInterval(sweep, SWEEP_MS);
  timer.unref();
  return timer;
}

function sweep(): void {
  const state = presences();
  const oldest = Date.now() - GONE_AFTER_MS;
  for (const [articleId, windows] of state.articles) {
    const gone = [...windows].filter(([, { heardAt }]) => heardAt < oldest);
    for (const [key] of gone) windows.delete(key);
    if (gone.length > 0) tellOfPresence(articleId, listHere(articleId));
    if (windows.size === 0) state.articles.delete(articleId);
  }
  if (state.articles.size > 0 || state.sweep === null) return;
  clearInterval(state.sweep);
  state.sweep = null;
}
