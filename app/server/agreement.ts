import type { AdjudicationAnswer } from '@/db/worker/adjudication';
import type { AgreementAnswer } from '@/db/worker/agreement';
import { countedOf } from './counted';

/** How far the layers of a collection agree. */
export function agreementOf(collectionId: string): Promise<AgreementAnswer> {
  return countedOf('agreement', { collectionId });
}

/** How far the cases of a collection are decided, and how near each layer comes to that. */
export function adjudicationOf(collectionId: string): Promise<AdjudicationAnswer> {
  return countedOf('adjudication', { collectionId });
}
