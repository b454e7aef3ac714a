import { KINDS, type Kind, type Part } from '../annotation/model';

/** What a row of figures is about. */
export interface RowSubject {
  /** Null for all kinds together. */
  readonly kind: Kind | null;
  /** Null for the annotation as a whole: its content, and with it what belongs to it. */
  readonly part: Part | null;
}

/** The rows in the order in which they are shown. */
export const ROWS: readonly RowSubject[] = [
  { kind: null, part: null },
  { kind: 'claim', part: null },
  { kind: 'quote', part: null },
  { kind: 'attribution', part: null },
  { kind: 'attribution', part: 'source' },
  { kind: 'attribution', part: 'cue' },
  { kind: 'attribution', part: 'addressee' },
];

export function kindsOf({ kind }: RowSubject): readonly Kind[] {
  return kind === null ? KINDS : [kind];
}

/** The part whose words a row compares. */
export function comparedPart({ part }: RowSubject): Part {
  return part ?? 'content';
}
