import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Above this much memory a long import collects what it no longer needs, in bytes. */
const HIGH = 255 * 1024 * 1024;

/** Collecting takes time: it is done no more often than this, in ms. */
const PAUSE = 250;

let collectedAt = -PAUSE;
let collect: (() => void) | null = null;

/**
 * Keeps a long import small: Node lets its memory grow while the machine has more, and parsed pages
 * are large. Called after each file of an import, on the desk and in the terminal.
 */
export function keepMemoryLow(): void {
  const now = performance.now();
  if (now - collectedAt < PAUSE || process.memoryUsage.rss() < HIGH) return;
  collectedAt = now;
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
