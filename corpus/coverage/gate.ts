import type { Disposition, Status } from '../verification/model';
import { isOpen, type CoveredSentence } from './coverage';
import type { TickedChecklist } from './checklist';

/** A check as the gate looks at it. `words` are those it is about. */
export interface GateCheck {
  readonly annotationId: string;
  readonly status: Status;
  readonly disposition: Disposition | null;
  readonly rationale: string | null;
  readonly words: string;
}

export interface GateCase {
  readonly text: string;
  readonly sentences: readonly CoveredSentence[];
  readonly checks: readonly GateCheck[];
  readonly checklists: readonly TickedChecklist[];
  /** True where the mode asks for a second person and who would sign has checked in this article. */
  readonly signerIsChecker: boolean;
  /** True where the revision has been signed and nothing changed since. */
  readonly isSigned: boolean;
}

export const OBSTACLES = [
  'signed',
  'four_eyes',
  'disputed',
  'tk',
  'on_author',
  'waiting',
  'open',
  'uncovered',
  'checklist',
] as const;
export type ObstacleKind = (typeof OBSTACLES)[number];

/** One thing that stands in the way of signing an article, and where it is put right. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  /** What it is about: the words of a check or a sentence, the line of a checklist. */
  readonly words: string;
  readonly annotationId: string | null;
  /** Offset in the revision's text. */
  readonly offset: number | null;
}

const at = (kind: ObstacleKind, words: string, place: Partial<Obstacle> = {}): Obstacle => ({
  annotationId: null,
  offset: null,
  ...place,
  kind,
  words,
});

/**
 * All that stands in the way of signing an article as a whole, in the order in which a desk would
 * settle it; empty where it can be signed (docs/glossary.md, "Gate").
 */
export function listObstacles(gate: GateCase): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (gate.isSigned) obstacles.push(at('signed', ''));
  if (gate.signerIsChecker) obstacles.push(at('four_eyes', ''));
  obstacles.push(...gate.checks.flatMap(obstacleOf));
  for (const { start, end, state } of gate.sentences) {
    if (state !== 'uncovered') continue;
    obstacles.push(at('uncovered', gate.text.slice(start, end), { offset: start }));
  }
  for (const { name, items, required } of gate.checklists) {
    if (!required) continue;
    for (const item of items) {
      if (item.tick === null) obstacles.push(at('checklist', `${name}: ${item.words}`));
    }
  }
  return obstacles.sort((a, b) => OBSTACLES.indexOf(a.kind) - OBSTACLES.indexOf(b.kind));
}

/** What stands in the way with one check: the gravest thing. */
function obstacleOf(check: GateCheck): readonly Obstacle[] {
  const { annotationId, words, status, disposition, rationale } = check;
  const told = (kind: ObstacleKind) => [at(kind, words, { annotationId })];
  if (status === 'cut') return [];
  if (status === 'disputed') return told('disputed');
  if (disposition === 'tk') return told('tk');
  if (disposition === 'on_author' && !rationale?.trim()) return told('on_author');
  if (status === 'waiting') return told('waiting');
  return isOpen(status) ? told('open') : [];
}

type Told = (count: number) => string;
const plural = (one: string, many: string): Told => (count) => (count === 1 ? one : `${count} ${many}`); // prettier-ignore

const OBSTACLE_WORDS: Readonly<Record<ObstacleKind, Told>> = {
  signed: () => 'This revision is signed, and nothing has changed since.',
  four_eyes: () => 'A second person must sign: you recorded findings in this article.',
  disputed: plural('One check is disputed.', 'checks are disputed.'),
  tk: plural('One check is still TK.', 'checks are still TK.'),
  on_author: plural(
    'One check is left on the author, without a reason in its rationale.',
    'checks are left on the author, without a reason in their rationale.',
  ),
  waiting: plural('One check waits for an answer.', 'checks wait for an answer.'),
  open: plural('One check is not signed off.', 'checks are not signed off.'),
  uncovered: plural(
    'One sentence is neither checked, attributed nor marked as nothing to check.',
    'sentences are neither checked, attributed nor marked as nothing to check.',
  ),
  checklist: plural('One line of a checklist is not ticked.', 'lines of checklists are not ticked.'), // prettier-ignore
};

/** The obstacles of one kind in one sentence. */
export function obstacleSentence(kind: ObstacleKind, count: number): string {
  return OBSTACLE_WORDS[kind](count);
}
