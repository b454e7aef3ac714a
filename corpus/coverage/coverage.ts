import { contentOf, type Kind, type PartSpan } from '../annotation/model';
import { isOwnProse, type BlockRole } from '../document/block';
import { sentencesOf } from '../spans/sentences';
import type { Span } from '../spans/span';
import { OPEN_STATUSES, type Status } from '../verification/model';
import { counted, figure } from '../wording/numbers';

/**
 * What stands of a sentence: `checked` (a mark on it is checked), `attributed` (it is given to a
 * source), `nothing` (a person says that nothing is to be checked), `marked` (its checks are still
 * to do), `uncovered`.
 */
export const COVERAGE_STATES = ['checked', 'attributed', 'nothing', 'marked', 'uncovered'] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

/** A sentence of the article's own prose; offsets of the revision's text. */
export interface CoveredSentence extends Span {
  readonly state: CoverageState;
}

/** How many sentences stand in each state. */
export type CoverageCounts = Readonly<Record<CoverageState, number>>;

export interface Coverage {
  readonly sentences: readonly CoveredSentence[];
  readonly counts: CoverageCounts;
}

/** A block as coverage reads it: its role and its place in the revision's text. */
export interface CoverageBlock extends Span {
  readonly role: BlockRole;
}

/** A person's mark with the status of its check; suggestions and removed marks are left out. */
export interface CoverageMark {
  readonly kind: Kind;
  readonly status: Status;
  readonly spans: readonly PartSpan[];
}

/** Roles whose words are a label of the article and no sentence of it; a headline or a caption says something. */
const LABELS: ReadonlySet<BlockRole> = new Set(['kicker', 'byline', 'credit', 'crosshead']);

/**
 * The sentences that have to be covered: of the own prose, with a letter or a figure in them. Kickers, bylines,
 * credits and crossheads are none.
 */
export function sentencesToCover(text: string, blocks: readonly CoverageBlock[]): readonly Span[] {
  return blocks.flatMap(({ role, start, end }) =>
    isOwnProse(role) && !LABELS.has(role)
      ? sentencesOf(text.slice(start, end))
          .map((span) => ({ start: start + span.start, end: start + span.end }))
          .filter((span) => /[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)))
      : [],
  );
}

/**
 * Says of each sentence what covers it best. A mark covers every sentence that its content touches,
 * an attribution also those of its source and cue. `nothing`: places that hold nothing to check.
 */
export function coverageOf(
  sentences: readonly Span[],
  marks: readonly CoverageMark[],
  nothing: readonly Span[],
): Coverage {
  const states: CoverageState[] = sentences.map(() => 'uncovered');
  const cover = (span: Span, state: CoverageState) => {
    for (let at = firstEndingAfter(sentences, span.start); at < sentences.length; at++) {
      if (sentences[at]!.start >= span.end) break;
      if (rank(state) < rank(states[at]!)) states[at] = state;
    }
  };
  for (const { kind, status, spans } of marks) {
    const state = stateOf(kind, status);
    if (state === null) continue;
    const covering = kind === 'attribution' ? spans.filter(({ part }) => part !== 'addressee') : contentOf(spans); // prettier-ignore
    for (const span of covering) cover(span, state);
  }
  for (const span of nothing) cover(span, 'nothing');
  return {
    sentences: sentences.map(({ start, end }, at) => ({ start, end, state: states[at]! })),
    counts: countsOf(states),
  };
}

function stateOf(kind: Kind, status: Status): CoverageState | null {
  if (status === 'cut') return null;
  if (status === 'checked' || status === 'signed_off') return 'checked';
  if (kind === 'attribution') return 'attributed';
  return status === 'not_for_check' ? 'nothing' : 'marked';
}

function rank(state: CoverageState): number {
  return COVERAGE_STATES.indexOf(state);
}

/** How often each state is among them. */
export function countsOf(states: readonly CoverageState[]): CoverageCounts {
  const counts = { checked: 0, attributed: 0, nothing: 0, marked: 0, uncovered: 0 };
  for (const state of states) counts[state]++;
  return counts;
}

/** The index of the first sentence that ends behind an offset; the length where none does. */
function firstEndingAfter(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function isOpen(status: Status): boolean {
  return (OPEN_STATUSES as readonly Status[]).includes(status);
}

/** True for a sentence that an article cannot be signed with. */
export function lacksCover({ state }: CoveredSentence): boolean {
  return state === 'uncovered' || state === 'marked';
}

export function totalOf(counts: CoverageCounts): number {
  return COVERAGE_STATES.reduce((sum, state) => sum + counts[state], 0);
}

export function coveredOf({ checked, attributed, nothing }: CoverageCounts): number {
  return checked + attributed + nothing;
}

/** The figure in words: "12 of 40 sentences covered". */
export function coverageWords(counts: CoverageCounts): string {
  const total = totalOf(counts);
  if (total === 0) return 'No sentences to cover';
  return `${figure(coveredOf(counts))} of ${counted(total, 'sentence')} covered`;
}

/** The next sentence without cover behind an offset, else the first one; null where all are covered. */
export function nextUncovered(
  sentences: readonly CoveredSentence[],
  offset: number,
): CoveredSentence | null {
  const lacking = sentences.filter(lacksCover);
  return lacking.find(({ start }) => start > offset) ?? lacking[0] ?? null;
}

/** Part of the map beside the text: a run of text of which the state is the worst one in it. */
export interface MapRun {
  readonly state: CoverageState;
  /** The first sentence of this state in it: where a press leads. */
  readonly start: number;
  /** As shares of the article's sentences by length, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

/** The map's runs, top to bottom, at most `most`: neighbours of one state are one run. */
export function mapRuns(sentences: readonly CoveredSentence[], most: number): readonly MapRun[] {
  const length = sentences.reduce((sum, { start, end }) => sum + end - start, 0);
  const runs: { state: CoverageState; start: number; from: number; to: number }[] = [];
  let done = 0;
  for (const { start, end, state } of sentences) {
    const from = done / length;
    done += end - start;
    const to = done / length;
    const last = runs.at(-1);
    if (last === undefined) runs.push({ state, start, from, to });
    else if (last.state === state) last.to = to;
    else if (last.to - last.from < 1 / most) {
      if (rank(state) > rank(last.state)) Object.assign(last, { state, start });
      last.to = to;
    } else runs.push({ state, start, from, to });
  }
  return runs;
}
