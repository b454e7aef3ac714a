import type { RuleName } from './rules';

/** Right and proposed, by rule, in texts marked before the rules saw them; none are counted yet. */
const COUNTS: Partial<Record<RuleName, readonly [right: number, proposed: number]>> = {};

/** Before anything is counted a rule is taken to be right two times of three. */
const PRIOR = { right: 2, proposed: 3 };

/** The share of a rule's suggestions that was right, drawn towards the prior while few are known. */
export function confidenceOf(rule: RuleName): number {
  const [right, proposed] = COUNTS[rule] ?? [0, 0];
  return (right + PRIOR.right) / (proposed + PRIOR.proposed);
}
