import type { RevisionName } from '@/corpus/annotation/reading';

export type CompareView = 'side' | 'inline';

/** Which two revisions are compared, and how; without a view the width of the window decides. */
export interface CompareChoice {
  readonly from: RevisionName;
  readonly to: RevisionName;
  readonly view: CompareView | null;
}

export type CompareQuery = Readonly<
  Partial<Record<'from' | 'to' | 'view', string | readonly string[]>>
>;

/**
 * What an address asks for. A number that no revision has falls back: `to` to the newest, `from`
 * to the one before `to`. Null for an article with less than two revisions (oldest first).
 */
export function readChoice(
  query: CompareQuery,
  revisions: readonly RevisionName[],
): CompareChoice | null {
  const [first, second] = revisions;
  if (first === undefined || second === undefined) return null;
  const numbered = (value: unknown) => revisions.find(({ number }) => String(number) === value);
  const to = numbered(query.to) ?? revisions.at(-1)!;
  const earlier = revisions[revisions.indexOf(to) - 1];
  const view = query.view === 'side' || query.view === 'inline' ? query.view : null;
  return { from: numbered(query.from) ?? earlier ?? second, to, view };
}

export function compareAddress(articleId: string, { from, to, view }: CompareChoice): string {
  const query = new URLSearchParams({ from: String(from.number), to: String(to.number) });
  if (view !== null) query.set('view', view);
  return `/articles/${articleId}/compare?${query.toString()}`;
}
