import type { AgreementOrder } from '@/db/worker/agreement';
import type { GammaLine } from '@/db/worker/gamma';
import { startThread } from './thread';

/** How many people may have γ counted at a time: each takes a processor for minutes. */
const MOST = 2;

/** How often progress is told at most, in milliseconds. */
const OFTEN = 200;

const shared = globalThis as { stetGammas?: number };

export function isGammaBusy(): boolean {
  return (shared.stetGammas ?? 0) >= MOST;
}

/**
 * Counts γ in a thread of its own, and tells how far it is and the figure as lines of JSON
 * (GammaLine). The thread ends when the reader goes away.
 */
export function gammaStream(order: AgreementOrder): ReadableStream<Uint8Array> {
  shared.stetGammas = (shared.stetGammas ?? 0) + 1;
  const worker = startThread('gamma', order);
  worker.once('exit', () => (shared.stetGammas = shared.stetGammas! - 1));
  const encoder = new TextEncoder();
  let told = 0;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      worker.on('message', (line: GammaLine) => {
        const isLast = 'gamma' in line;
        if (!isLast && Date.now() - told < OFTEN) return;
        told = Date.now();
        controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
        if (!isLast) return;
        worker.removeAllListeners('message');
        controller.close();
      });
      worker.once('error', (error) => controller.error(error));
    },
    async cancel() {
      worker.removeAllListeners('message');
      await worker.terminate();
    },
  });
}
