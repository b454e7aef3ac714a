/** Imports of fewer files are over before a line of progress is read. */
const WORTH_SHOWING = 20;

/** What a long import shows in a terminal, and whether a person has asked it to stop. */
export interface Progress {
  step(): void;
  stopped(): boolean;
}

/**
 * A line of progress on standard error where that is a terminal. Ctrl C ends the import after the
 * file that is being read; what is stored stays, and the same command goes on from there, because
 * files that are on the desk are recognised.
 */
export function showProgress(total: number): Progress {
  const start = performance.now();
  let done = 0;
  let asked = false;
  const stop = () => {
    if (asked) process.exit(130);
    asked = true;
    process.stderr.write('\nStopping after this file; run the same command again to go on.\n');
  };
  process.on('SIGINT', stop);
  return {
    stopped: () => asked,
    step: () => {
      done++;
      if (done === total) process.off('SIGINT', stop);
      if (total < WORTH_SHOWING || !process.stderr.isTTY) return;
      const left = ((performance.now() - start) / done) * (total - done);
      const line = `${done} of ${total} files, about ${Math.ceil(left / 1000)} s left`;
      process.stderr.write(done === total ? '\r\x1b[K' : `\r\x1b[K${line}`);
    },
  };
}
