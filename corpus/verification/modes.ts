import type { Kind } from '../annotation/model';
import type { Fidelity, Finding, Status } from './model';

/**
 * How many people a collection wants for a check. `single`: the checker may sign. `four_eyes`: not
 * who marked it checks, not who checked it signs. `blind_double`: two judge without seeing each other.
 * `panel`: several do, and enough of them have to agree.
 */
export const MODES = ['single', 'four_eyes', 'blind_double', 'panel'] as const;
export type Mode = (typeof MODES)[number];

/** Fewest and most people who judge on a panel. */
export const PANEL_SIZE = { fewest: 2, most: 15 } as const;

/** A collection's mode with its figures; they are null but for a panel. */
export interface ModeSettings {
  readonly mode: Mode;
  readonly panelSize: number | null;
  readonly quorum: number | null;
}

/** How many people judge on their own, and how many of them have to agree. */
export interface Judging {
  readonly judges: number;
  readonly quorum: number;
}

/** Null where a check has one finding, which everybody sees as it is written. */
export function judgingOf({ mode, panelSize, quorum }: ModeSettings): Judging | null {
  if (mode === 'blind_double') return { judges: 2, quorum: 2 };
  if (mode !== 'panel') return null;
  const judges = panelSize ?? PANEL_SIZE.fewest;
  return { judges, quorum: quorum ?? judges };
}

/** Why a panel cannot be of this size with this quorum; null where it can. */
export function findPanelProblem(panelSize: number | null, quorum: number | null): string | null {
  const { fewest, most } = PANEL_SIZE;
  if (panelSize === null || panelSize < fewest || panelSize > most) {
    return `A panel has ${fewest} to ${most} people.`;
  }
  if (quorum === null || quorum * 2 <= panelSize || quorum > panelSize) {
    return `Of ${panelSize} people more than half have to agree, and at most all.`;
  }
  return null;
}

/**
 * Statuses in which judgements made apart are not open: each person sees their own alone. The way
 * out of them is that the judgements are in.
 */
export const JUDGING_STATUSES: readonly Status[] = [
  'unchecked',
  'checking',
  'waiting',
  'not_for_check',
  'cut',
];

export interface Judgement {
  readonly finding: Finding | null;
  readonly fidelity: Fidelity | null;
}

/** Whether a judgement says what it has to say of such a mark. */
export function isComplete(kind: Kind, { finding, fidelity }: Judgement): boolean {
  return kind === 'quote' ? fidelity !== null : finding !== null;
}

/** What the judgements that were handed in come to. */
export type Tally =
  /** Not enough are in. */
  | { readonly state: 'open'; readonly missing: number }
  | { readonly state: 'agreed'; readonly judgement: Judgement; readonly agreeing: number }
  /** All are in, and too few agree. */
  | { readonly state: 'split' };

/** Two judgements agree where finding and fidelity are the same. */
export function tallyOf({ judges, quorum }: Judging, handedIn: readonly Judgement[]): Tally {
  const groups = new Map<string, Judgement[]>();
  for (const judgement of handedIn) {
    const key = `${judgement.finding} ${judgement.fidelity}`;
    groups.set(key, [...(groups.get(key) ?? []), judgement]);
  }
  const largest = [...groups.values()].reduce((a, b) => (b.length > a.length ? b : a), []);
  if (largest.length >= quorum) {
    return { state: 'agreed', judgement: largest[0]!, agreeing: largest.length };
  }
  const missing = judges - handedIn.length;
  return missing > 0 ? { state: 'open', missing } : { state: 'split' };
}
