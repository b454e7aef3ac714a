import { figure } from '@/corpus/wording/numbers';

/** Imports of fewer files are over before a line of progress is read. */
const WORTH_SHOWING = 20;

const REDRAW_MS = 100;

/** What a long import shows in a terminal, and whether a person has asked it to stop. */
export interface Progress {
  /** How much of the file that is being read is behind it, from 0 to 1. */
  within(share: number): void;
  step(): void;
  stopped(): boolean;
}

/**
 * A line of progress on standard error where that is a terminal. Ctrl C ends the work after the
 * file or article that is being read; what is stored stays, and the same command goes on from there, because
 * files that are on the desk are recognised.
 */
export function showProgress(total: number, what = 'files'): Progress {
  const start = performance.now();
  let done = 0;
  let asked = false;
  const stop = () => {
    if (asked) process.exit(130);
    asked = true;
    process.stderr.write('\nStopping after this one; run the same command again to go on.\n');
  };
  process.on('SIGINT', stop);
  let shownAt = start;
  const show = (share: number) => {
    if (!process.stderr.isTTY || (total < WORTH_SHOWING && share === 0)) return;
    const now = performance.now();
    if (now - shownAt < REDRAW_MS) return;
    shownAt = now;
    const left = ((now - start) / (done + share)) * (total - done - share);
    const part = share === 0 || share === 1 ? '' : ` and ${Math.floor(share * 100)} % of the next`;
    const line = `${figure(done)} of ${figure(total)} ${what}${part}, about ${figure(Math.ceil(left / 1000))} s left`;
    process.stderr.write(`\r\x1b[K${line}`);
  };
  return {
    stopped: () => asked,
    within: show,
    step: () => {
      done++;
      show(0);
      if (done < total) return;
      process.off('SIGINT', stop);
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    },
  };
}
