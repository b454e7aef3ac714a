import type { AgreementReport } from '@/corpus/agreement/report';
import type { AdjudicationAnswer } from '@/db/worker/adjudication';
import { currentDesk } from '@/db/client';
import { isKeptFrom, type Viewer } from '@/db/visible';
import { countedOf } from './counted';

/** How far the layers of a collection that `viewer` may see agree. */
export function agreementOf(collectionId: string, { id, role }: Viewer): Promise<AgreementReport> {
  const reader = isKeptFrom(currentDesk(), { id, role }) ? id : '';
  return countedOf('agreement', reader, { collectionId, viewer: { id, role } });
}

/** How far the cases of a collection are decided, and how near each layer comes to that. */
export function adjudicationOf(collectionId: string): Promise<AdjudicationAnswer> {
  return countedOf('adjudication', '', { collectionId });
}
