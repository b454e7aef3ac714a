import type { Kind } from '../annotation/model';
import { findEvidenceGap, type CitedEvidence } from './evidence-rule';
import type { Disposition, Fidelity, Finding, Status } from './model';

export interface SignOffCase {
  readonly kind: Kind;
  readonly status: Status;
  readonly finding: Finding | null;
  readonly fidelity: Fidelity | null;
  readonly disposition: Disposition | null;
  readonly replacement: string | null;
  readonly evidence: readonly CitedEvidence[];
  readonly mode: 'single' | 'four_eyes';
  /** True where the person who would sign is the one who recorded the finding. */
  readonly signerIsChecker: boolean;
}

/** Findings that say evidence could not settle the matter, so the evidence rule asks nothing. */
const NEEDS_NO_EVIDENCE: readonly Finding[] = ['insufficient', 'not_checkable'];

/**
 * What stands against signing, each a sentence; empty when the check may be signed
 * (docs/glossary.md, "Sign-off").
 */
export function listSignOffBlockers(check: SignOffCase): readonly string[] {
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
  if (check.mode === 'four_eyes' && check.signerIsChecker) {
    blockers.push('A second person must sign: you recorded the finding.');
  }
  return blockers;
}
