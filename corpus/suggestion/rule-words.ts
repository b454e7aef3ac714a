import type { ClaimRule } from '../detect/claims/confidence';
import { RULES } from '../detect/rules';

const CLAIM_RULES: Readonly<Record<ClaimRule, string>> = {
  'claim-casualty': 'A sentence that says who died or was hurt.',
  'claim-wrongdoing': 'A sentence that says that somebody did wrong.',
  'claim-violence': 'A sentence that tells of force or damage.',
  'claim-rank': 'A sentence that claims a rank, such as first or biggest.',
  'claim-figure': 'A sentence with figures.',
  'claim-event': 'A sentence that tells what happened, or why.',
  'claim-fact': 'A sentence that states something else that can be looked up.',
};

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries({ ...RULES, ...CLAIM_RULES }));

/** What a rule looks for, in one sentence; a rule of another detector is told by its name. */
export function ruleWords(rule: string): string {
  return WORDS.get(rule) ?? rule;
}
