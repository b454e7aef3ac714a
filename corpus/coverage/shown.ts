import { LEDGERS, type LedgerEntry, type LedgerName, type Ledgers } from '../ledgers/model';
import type { CoverageCounts } from './coverage';
import { OBSTACLES, type Obstacle, type ObstacleKind } from './gate';
import type { Gate } from './model';

/** How many lines of a kind a page lists; the others are counted. */
export const MOST_LINES = 100;

export interface ShownObstacles {
  readonly kind: ObstacleKind;
  readonly count: number;
  readonly listed: readonly Obstacle[];
}

/** A gate as the sign-off page shows it: without the sentences, and with lists of a size to read. */
export interface ShownGate extends Pick<Gate, 'revision' | 'checklists' | 'signatures'> {
  readonly counts: CoverageCounts;
  readonly obstacles: readonly ShownObstacles[];
}

export interface ShownEntry extends LedgerEntry {
  readonly words: string;
}

export interface ShownLedger {
  readonly name: LedgerName;
  readonly count: number;
  readonly listed: readonly ShownEntry[];
}

export function shownGate({ revision, checklists, signatures, coverage, obstacles }: Gate): ShownGate {
  const kinds = OBSTACLES.map((kind) => obstacles.filter((one) => one.kind === kind));
  const shown = kinds.filter((all) => all.length > 0);
  return {
    revision,
    checklists,
    signatures,
    counts: coverage.counts,
    obstacles: shown.map((all) => ({ kind: all[0]!.kind, count: all.length, listed: all.slice(0, MOST_LINES) })),
  };
} // prettier-ignore

/** `text`: of the revision that the ledgers are about. */
export function shownLedgers(ledgers: Ledgers, text: string): readonly ShownLedger[] {
  return LEDGERS.map((name) => ({
    name,
    count: ledgers[name].length,
    listed: ledgers[name].slice(0, MOST_LINES).map((entry) => ({ ...entry, words: text.slice(entry.start, entry.end) })), // prettier-ignore
  }));
}
