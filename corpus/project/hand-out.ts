import type { Use } from './model';

/** An article as it is handed out. */
export interface Handed {
  readonly id: string;
  readonly use: Use;
  /** Who has it: submitted, or open and worked on within the time-out. */
  readonly holders: readonly string[];
  /** Who had it and was away too long: the next who asks may get it. */
  readonly lapsed: readonly string[];
}

export interface HandOut {
  readonly perArticle: number;
  readonly members: readonly string[];
  readonly articles: readonly Handed[];
}

/** What a person gets next, or why there is nothing, as a sentence. */
export type Next =
  { readonly articleId: string } | { readonly articleId: null; readonly why: string };

/**
 * The article that a member gets next: training first, then work, then the reserve. Of work one
 * that is begun comes before others, and then one whose holders the person shares least with. Who
 * has had an equal share of the work's places gets only what nobody with less could take.
 */
export function nextArticle(handOut: HandOut, personId: string): Next {
  const isFree = ({ holders, lapsed }: Handed) =>
    !holders.includes(personId) && !lapsed.includes(personId);
  const free = handOut.articles.filter(isFree);
  const training = free.find(({ use }) => use === 'training');
  if (training !== undefined) return { articleId: training.id };
  const open = free.filter(
    ({ use, holders }) => use !== 'training' && holders.length < handOut.perArticle,
  );
  const work = open.filter(({ use }) => use === 'work');
  const shared = sharedWith(handOut, personId);
  if (work.length > 0) {
    const [next] = inBalance(withinShare(handOut, work, personId), shared);
    return next === undefined
      ? { articleId: null, why: 'You have had your share of the work: what is left is for the others.' } // prettier-ignore
      : { articleId: next.id };
  }
  const [reserve] = inBalance(open, shared);
  return reserve === undefined
    ? { articleId: null, why: 'There is nothing left to hand out.' }
    : { articleId: reserve.id };
}

/** Of some articles those that a person may take without taking them from who has had less. */
function withinShare(
  { articles, members, perArticle }: HandOut,
  open: readonly Handed[],
  personId: string,
): readonly Handed[] {
  const work = articles.filter(({ use }) => use === 'work');
  const share = Math.ceil((work.length * perArticle) / Math.max(1, members.length));
  const hasHad = (who: string) => work.filter(({ holders }) => holders.includes(who)).length;
  if (hasHad(personId) < share) return open;
  const others = members.filter((who) => hasHad(who) < share);
  return open.filter(({ holders, lapsed }) =>
    others.every((who) => holders.includes(who) || lapsed.includes(who)),
  );
}

/** How many articles a person has together with each other. */
function sharedWith({ articles }: HandOut, personId: string): ReadonlyMap<string, number> {
  const shared = new Map<string, number>();
  for (const { use, holders } of articles) {
    if (use === 'training' || !holders.includes(personId)) continue;
    for (const other of holders) shared.set(other, (shared.get(other) ?? 0) + 1);
  }
  return shared;
}

function inBalance(
  articles: readonly Handed[],
  shared: ReadonlyMap<string, number>,
): readonly Handed[] {
  const met = ({ holders }: Handed) =>
    holders.reduce((sum, holder) => sum + (shared.get(holder) ?? 0), 0);
  return articles.toSorted(
    (a, b) => b.holders.length - a.holders.length || met(a) - met(b) || (a.id < b.id ? -1 : 1),
  );
}
