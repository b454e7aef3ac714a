export const STATUSES = [
  'unchecked',
  'checking',
  'waiting',
  'checked',
  'disputed',
  'returned',
  'reopened',
  'signed_off',
  'not_for_check',
  'cut',
] as const;
export type Status = (typeof STATUSES)[number];

export const FINDINGS = [
  'supported',
  'supported_with_caveat',
  'conflicting',
  'refuted_partly',
  'refuted',
  'insufficient',
  'not_checkable',
] as const;
export type Finding = (typeof FINDINGS)[number];

export const FIDELITIES = [
  'verbatim',
  'tidied',
  'trimmed',
  'altered',
  'out_of_context',
  'misattributed',
  'not_found',
] as const;
export type Fidelity = (typeof FIDELITIES)[number];

export const DISPOSITIONS = [
  'stet',
  'fix',
  'soften',
  'attribute',
  'add_context',
  'cut',
  'on_author',
  'tk',
  'legal',
  'correction',
  'clarification',
  'update',
  'retraction',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const EVIDENCE_KINDS = [
  'recording',
  'transcript',
  'document',
  'page',
  'dataset',
  'photograph',
  'person',
  'speaker_confirmation',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

/** Statuses in which work is left to do; the queue's first view. */
export const OPEN_STATUSES = [
  'unchecked',
  'checking',
  'waiting',
  'checked',
  'disputed',
  'returned',
  'reopened',
] as const satisfies readonly Status[];

interface Step {
  readonly to: Status;
  /** A step back or aside needs a reason in words. */
  readonly needsReason: boolean;
}

const forward = (to: Status): Step => ({ to, needsReason: false });
const withReason = (to: Status): Step => ({ to, needsReason: true });

/**
 * The steps a person may take. `cut` is reached and left by a revision that deletes or restores
 * the words, never by hand.
 */
const STEPS: Readonly<Record<Status, readonly Step[]>> = {
  unchecked: [forward('checking'), withReason('not_for_check')],
  checking: [forward('checked'), withReason('waiting'), withReason('not_for_check')],
  waiting: [forward('checking')],
  checked: [forward('signed_off'), withReason('returned'), withReason('disputed')],
  returned: [forward('checking')],
  disputed: [forward('signed_off'), withReason('returned')],
  signed_off: [withReason('reopened')],
  reopened: [forward('checking')],
  not_for_check: [forward('unchecked')],
  cut: [],
};

export function stepsFrom(status: Status): readonly Step[] {
  return STEPS[status];
}

export function findStep(from: Status, to: Status): Step | null {
  return STEPS[from].find((step) => step.to === to) ?? null;
}
