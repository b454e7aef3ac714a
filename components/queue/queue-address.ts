import { CLAIM_TYPES, FLAGS, KINDS } from '@/corpus/annotation/model';
import { STATUSES } from '@/corpus/verification/model';
import { DUE_FILTERS, QUEUE_SORTS, type QueueFilter } from '@/corpus/verification/queue';

/** The queue's filter as the query string that stands in the address; defaults are left out. */
export function addressOf(filter: QueueFilter): string {
  const { articleId, collectionId, toSign, toJudge, ...rest } = filter;
  const places = { article: articleId, collection: collectionId };
  const fields = { ...rest, ...places, sign: toSign, judge: toJudge };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    const isDefault =
      (name === 'status' && value === 'open') || (name === 'sort' && value === 'risk');
    if (value !== undefined && value !== '' && !isDefault) query.set(name, value);
  }
  return query.toString();
}

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

/** The filter with one field set, or taken out with null. */
export function withField<Name extends keyof QueueFilter>(
  filter: QueueFilter,
  name: Name,
  value: QueueFilter[Name] | null,
): QueueFilter {
  const { [name]: _old, ...rest } = filter;
  return (value === null || value === '' ? rest : { ...rest, [name]: value }) as QueueFilter;
}
