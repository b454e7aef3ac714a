import type { Doubt } from './doubts';
import type { RuleName } from './rules';

/** How many suggestions were right, of how many. */
export type Count = readonly [right: number, of: number];

/**
 * By rule, in the marked articles written for Stet (`cases/articles/`), without those that something
 * speaks against. Single sentences that show a rule at work are not counted: each was written to be
 * read right, so that more of them would make a rule look surer than it is in running text. The test
 * counts again and fails where these are wrong.
 */
export const COUNTS: Readonly<Partial<Record<RuleName, Count>>> = {
  'quote-says': [25, 25],
  'says-inverted': [10, 10],
  'says-quote': [4, 4],
  'clause-says': [21, 21],
  'says-that': [26, 26],
  'says-clause': [25, 27],
  'says-object': [57, 75],
  'wants-to': [12, 14],
  'asks-to': [4, 4],
  participle: [8, 9],
  'according-to': [4, 4],
  'passive-believed': [5, 6],
  attitude: [4, 4],
  'light-verb': [1, 1],
  'headline-colon': [1, 1],
  'quote-attributed': [68, 68],
};

/** The same for the attributions of all rules that a doubt speaks against, by the gravest one. */
export const DOUBTED: Readonly<Record<Doubt, Count>> = {
  held: [2, 7],
  unreal: [3, 6],
  thought: [10, 10],
  joined: [0, 0],
};

/**
 * Rules that are wrong for the same reasons: a quotation's marks settle where its words begin and end,
 * a verb of saying that somebody speaks; what is read from verbs, nouns and adjectives of thinking,
 * wanting and judging is as often an act as a thought.
 */
const QUOTED: readonly RuleName[] = [
  'quote-says',
  'says-inverted',
  'says-quote',
  'quote-attributed',
];
const TOLD: readonly RuleName[] = ['says-that', 'says-clause', 'clause-says', 'according-to'];

/** How many suggestions the share of its kind of rules is worth against a rule's own. */
const PRIOR_WEIGHT = 20;
/** What is taken for right, of twenty, where nothing of the kind is counted. */
const PRIOR: Count = [14, 20];

/** The share of a rule's suggestions that was right, lower where something speaks against one. */
export function confidenceOf(rule: RuleName, doubt: Doubt | null = null): number {
  const plain = share(COUNTS[rule] ?? [0, 0], priorOf(rule));
  return doubt === null ? plain : Math.min(plain, share(DOUBTED[doubt]));
}

/** The share of two counts together, to three digits. */
export function share(counted: Count, prior: Count = PRIOR): number {
  return Math.round(((counted[0] + prior[0]) / (counted[1] + prior[1])) * 1000) / 1000;
}

/** The share of the rule's kind, with one right and one wrong added (Laplace), so that none is certain. */
function priorOf(rule: RuleName): Count {
  const kind = [QUOTED, TOLD].find((rules) => rules.includes(rule));
  if (kind === undefined) return PRIOR;
  const counts = kind.map((name) => COUNTS[name] ?? [0, 0]);
  const right = counts.reduce((sum, [count]) => sum + count, 1);
  const of = counts.reduce((sum, [, count]) => sum + count, 2);
  return [(PRIOR_WEIGHT * right) / of, PRIOR_WEIGHT];
}
