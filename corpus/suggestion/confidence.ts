import { OWN_DETECTOR, type SuggestionReason } from './model';

/** How many decisions a rule's stated confidence is worth against the desk's own. */
const PRIOR_WEIGHT = 20;

/** What the desk has decided about the suggestions of one rule. */
export interface Decisions {
  readonly accepted: number;
  readonly rejected: number;
}

/**
 * The share of a rule's suggestions that is right (0 to 1), as it is shown: what was measured when
 * the rule was written (`stated`), moved by what the desk accepted and rejected since.
 */
export function shownConfidence(stated: number, { accepted, rejected }: Decisions): number {
  return (PRIOR_WEIGHT * stated + accepted) / (PRIOR_WEIGHT + accepted + rejected);
}

/** Why something is suggested, who is taken to speak, and how often its rule is right, in one sentence. */
export function reasonSentence({
  reason,
  detector,
  speaker,
  confidence,
}: Pick<SuggestionReason, 'reason' | 'detector' | 'speaker' | 'confidence'>): string {
  const begun = reason.charAt(0).toUpperCase() + reason.slice(1).replace(/\.$/, '');
  const who = speaker === null || speaker === '' ? '' : `; speaker: ${speaker}`;
  const by = detector === OWN_DETECTOR.name ? '' : `${detector}, `;
  return `${begun}${who}; ${by}${confidenceWords(confidence)}.`;
}

/** A confidence in words: "right 98 of 100 times". */
export function confidenceWords(confidence: number): string {
  return `right ${Math.round(100 * confidence)} of 100 times`;
}
