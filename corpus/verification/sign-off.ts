import type { Kind } from '../annotation/model';
import { findEvidenceGap, type CitedEvidence } from './evidence-rule';
import type { Disposition, Fidelity, Finding, Status } from './model';
import type { Mode } from './modes';

export interface SignOffCase {
  readonly kind: Kind;
  readonly status: Status;
  readonly finding: Finding | null;
  readonly fidelity: Fidelity | null;
  readonly disposition: Disposition | null;
  readonly replacement: string | null;
  readonly evidence: readonly CitedEvidence[];
  readonly mode: Mode;
  /** True where the person who would sign recorded the finding or one of the judgements. */
  readonly signerIsChecker: boolean;
  /** True where it is disputed and nobody has decided since. */
  readonly isUndecided: boolean;
}

/** Findings that say evidence could not settle the matter, so the evidence rule asks nothing. */
const NEEDS_NO_EVIDENCE: readonly Finding[] = ['insufficient', 'not_checkable'];

/**
 * What stands against signing, each a sentence; empty when the check may be signed
 * (docs/glossary.md, "Sign-off").
 */
export function listSignOffBlockers(check: SignOffCase): readonly string[] {
  return [...listWorkBlockers(check), ...listPeopleBlockers(check)];
}

/** Of these, what concerns the work itself: nobody can sign over it. */
export function listWorkBlockers(check: SignOffCase): readonly string[] {
  const blockers: string[] = [];
  if (check.status !== 'checked' && check.status !== 'disputed') {
    blockers.push('Only a checked or disputed item can be signed off.');
  }
  if (check.kind === 'quote' && check.fidelity === null) {
    blockers.push('A quote needs its fidelity: is it word for word?');
  }
  if (check.kind !== 'quote' && check.finding === null) {
    blockers.push('There is no finding yet.');
  }
  if (check.disposition === 'tk') blockers.push('It is still marked TK.');
  if (check.disposition === 'fix' && !check.replacement?.trim()) {
    blockers.push('A fix needs the words that replace these.');
  }
  if (check.finding === null || !NEEDS_NO_EVIDENCE.includes(check.finding)) {
    const gap =
      check.disposition === 'on_author' ? null : findEvidenceGap(check.kind, check.evidence);
    if (gap !== null) blockers.push(gap);
  }
  return blockers;
}

/** Of these, what concerns who signs and who decided: an admin can sign over it, with a reason. */
export function listPeopleBlockers(check: SignOffCase): readonly string[] {
  const blockers: string[] = [];
  if (check.isUndecided) blockers.push('It is disputed: an editor decides first, with a reason.');
  if (check.mode !== 'single' && check.signerIsChecker) {
    blockers.push('A second person must sign: you recorded the finding.');
  }
  return blockers;
}
