import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Above this much memory a long import collects what it no longer needs, in bytes. */
const HIGH = 255 * 1024 * 1024;

let collect: (() => void) | null = null;

/**
 * Keeps a long import small: Node lets its memory grow while the machine has more, and parsed pages
 * are large. Called after each file.
 */
export function keepMemoryLow(): void {
  if (process.memoryUsage.rss() < HIGH) return;
  if (collect === null) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
