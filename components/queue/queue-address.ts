import type { QueueFilter } from '@/corpus/verification/queue';

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

/** The filter with one field set, or taken out with null. */
export function withField<Name extends keyof QueueFilter>(
  filter: QueueFilter,
  name: Name,
  value: QueueFilter[Name] | null,
): QueueFilter {
  const { [name]: _old, ...rest } = filter;
  return (value === null || value === '' ? rest : { ...rest, [name]: value }) as QueueFilter;
}
