import type { ReleaseAnswer, ReleaseTask } from '@/db/worker/release';
import { startThread } from './thread';

/**
 * Makes a release in a thread of its own. Rejects where the thread fails, or is stopped because the
 * client went away; then nothing is kept.
 */
export function makeReleaseApart(task: ReleaseTask, signal: AbortSignal): Promise<ReleaseAnswer> {
  return new Promise((resolve, reject) => {
    const worker = startThread('release', task);
    const stop = () => void worker.terminate();
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (answer: ReleaseAnswer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The release was broken off.'));
    });
  });
}
