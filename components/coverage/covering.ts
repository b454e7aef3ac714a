import type { CommandStep } from '@/corpus/commands/requests';
import { countsOf, type CoveredSentence } from '@/corpus/coverage/coverage';
import type { ArticleCoverage } from '@/corpus/coverage/model';
import { spansOverlap, type Span } from '@/corpus/spans/span';
import { newId } from '../desk/command-client';

/** The sentences that a selection touches, or in which, or just behind which, the caret stands. */
export function sentencesAt(
  sentences: readonly CoveredSentence[],
  selection: Span,
): readonly CoveredSentence[] {
  if (selection.start < selection.end) return sentences.filter((one) => spansOverlap(one, selection)); // prettier-ignore
  const at = selection.start;
  const found = sentences.find(({ start, end }) => start <= at && at < end) ?? sentences.find(({ start, end }) => start <= at && at <= end); // prettier-ignore
  return found === undefined ? [] : [found];
}

export interface Covering {
  readonly steps: readonly CommandStep[];
  readonly coverage: ArticleCoverage;
  readonly sentence: string;
  /** True where marks are taken away. */
  readonly isTakenBack: boolean;
}

/**
 * What saying “nothing to check” of sentences does: it marks those without cover; where there are none,
 * it takes the marks on them away. Null where neither can be done.
 */
export function coveringOf(coverage: ArticleCoverage, chosen: readonly CoveredSentence[]): Covering | null {
  const { articleId, revisionId } = coverage;
  const lacking = chosen.filter(({ state }) => state === 'uncovered');
  if (lacking.length > 0) {
    const steps = lacking.map(({ start, end }): CommandStep => ({ name: 'markNothingToCheck', input: { id: newId(), articleId, revisionId, start, end } })); // prettier-ignore
    const count = lacking.length === 1 ? '' : ` in ${lacking.length} sentences`;
    return { steps, coverage: withState(coverage, lacking, 'nothing'), sentence: `Nothing to check${count}.`, isTakenBack: false }; // prettier-ignore
  }
  const marks = coverage.nothing.filter((mark) => chosen.some((one) => spansOverlap(one, mark)));
  if (marks.length === 0) return null;
  const steps = marks.map(({ id, version }): CommandStep => ({ name: 'removeNothingToCheck', input: { id, version } })); // prettier-ignore
  const bare = chosen.filter(({ state }) => state === 'nothing');
  return { steps, coverage: withState(coverage, bare, 'uncovered'), sentence: 'The sentence is to be covered again.', isTakenBack: true }; // prettier-ignore
} // prettier-ignore

function withState(
  coverage: ArticleCoverage,
  changed: readonly CoveredSentence[],
  state: CoveredSentence['state'],
): ArticleCoverage {
  const sentences = coverage.sentences.map((one) => (changed.includes(one) ? { ...one, state } : one)); // prettier-ignore
  const counts = countsOf(sentences.map((one) => one.state));
  return { ...coverage, sentences, counts };
}
