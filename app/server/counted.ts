import { currentDesk } from '@/db/client';
import { latestEventSeq } from '@/db/queries/reading';
import type { AdjudicationOrder } from '@/db/worker/adjudication';
import type { AgreementOrder } from '@/db/worker/agreement';
import { startThread } from './thread';

/** Reports of one sort that are kept, with all that they tell. */
const KEPT = 2;

const shared = globalThis as { stetCounted?: Map<string, Map<string, Promise<unknown>>> };

/**
 * What a thread tells of a collection as the desk stands now: counted beside the server, and kept
 * until something on the desk changes. `reader`: whom alone the answer is for, or nobody in particular.
 * Rejects where the thread fails.
 */
export function countedOf<Answer>(
  script: 'agreement' | 'adjudication',
  reader: string,
  order: AgreementOrder | AdjudicationOrder,
): Promise<Answer> {
  const all = (shared.stetCounted ??= new Map<string, Map<string, Promise<unknown>>>());
  const kept = all.get(script) ?? new Map<string, Promise<unknown>>();
  all.set(script, kept);
  const key = `${order.collectionId} ${reader} ${latestEventSeq(currentDesk())}`;
  const known = kept.get(key) as Promise<Answer> | undefined;
  if (known !== undefined) return known;
  for (const old of kept.keys()) if (kept.size >= KEPT) kept.delete(old);
  const counted = count<Answer>(script, order);
  kept.set(key, counted);
  counted.catch(() => kept.delete(key));
  return counted;
}

function count<Answer>(script: 'agreement' | 'adjudication', order: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = startThread(script, order);
    worker.once('message', (report: Answer) => resolve(report));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The count was broken off.')));
  });
}
