import { CLAIM_TYPES, FLAGS, KINDS } from '@/corpus/annotation/model';
import { STATUSES } from '@/corpus/verification/model';
import { DUE_FILTERS, QUEUE_SORTS, type QueueFilter } from '@/corpus/verification/queue';

function oneOf<T extends string>(values: readonly T[], value: string | null): T | undefined {
  return values.find((known) => known === value);
}

/** Reads the queue's filter from an address; what it does not know is left out. */
export function readQueueFilter(query: URLSearchParams): QueueFilter {
  const kind = oneOf(KINDS, query.get('kind'));
  const type = oneOf(CLAIM_TYPES, query.get('type'));
  const flag = oneOf(FLAGS, query.get('flag'));
  const due = oneOf(DUE_FILTERS, query.get('due'));
  const plain = (name: string) => query.get(name)?.slice(0, 200) || undefined;
  const [articleId, collectionId] = [plain('article'), plain('collection')];
  const [assignee, text] = [plain('assignee'), plain('text')];
  const [toSign, toJudge] = [plain('sign'), plain('judge')];
  return {
    status: oneOf([...STATUSES, 'open', 'all'] as const, query.get('status')) ?? 'open',
    sort: oneOf(QUEUE_SORTS, query.get('sort')) ?? 'risk',
    ...(kind && { kind }),
    ...(type && { type }),
    ...(flag && { flag }),
    ...(due && { due }),
    ...(articleId && { articleId }),
    ...(collectionId && { collectionId }),
    ...(assignee && { assignee }),
    ...(toSign && { toSign }),
    ...(toJudge && { toJudge }),
    ...(text && { text }),
  };
}
