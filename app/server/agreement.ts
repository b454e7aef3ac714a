import type { AgreementReport } from '@/corpus/agreement/report';
import { currentDesk } from '@/db/client';
import { latestEventSeq } from '@/db/queries/reading';
import { isKeptFrom, type Viewer } from '@/db/visible';
import type { AgreementAnswer, AgreementOrder } from '@/db/worker/agreement';
import { startThread } from './thread';

/** Reports that are kept, with all their cases. */
const KEPT = 2;

const shared = globalThis as { stetAgreement?: Map<string, Promise<AgreementReport>> };

/**
 * How far the layers of a collection that `viewer` may see agree, as the desk stands now: counted in a thread of its own,
 * and kept until something on the desk changes. Rejects where the thread fails.
 */
export function agreementOf(collectionId: string, viewer: Viewer): Promise<AgreementReport> {
  const kept = (shared.stetAgreement ??= new Map());
  const reader = isKeptFrom(currentDesk(), viewer) ? viewer.id : '';
  const key = `${collectionId} ${reader} ${latestEventSeq(currentDesk())}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  for (const old of kept.keys()) if (kept.size >= KEPT) kept.delete(old);
  const counted = count({ collectionId, viewer: { id: viewer.id, role: viewer.role } });
  kept.set(key, counted);
  counted.catch(() => kept.delete(key));
  return counted;
}

function count(order: AgreementOrder): Promise<AgreementReport> {
  return new Promise((resolve, reject) => {
    const worker = startThread('agreement', order);
    worker.once('message', (report: AgreementAnswer) => resolve(report));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The count of the agreement was broken off.')));
  });
}
