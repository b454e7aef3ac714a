import { startThread, type Script } from './thread';

/**
 * The one message of a thread of its own. Rejects where the thread fails, or is stopped because the
 * client went away; then nothing is kept.
 */
export function askApart<Answer>(
  script: Script,
  task: object,
  signal: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = startThread(script, task);
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (answer: Answer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error(`The thread “${script}” was broken off.`));
    });
  });
}
