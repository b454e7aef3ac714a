import { counted, figure } from '@/corpus/wording/numbers';
import { summaryWords, type ImportCounts } from './import-counts';
import type { ImportProgress } from './import-queue';

const KEY = 'stet-import-broken-off';

/** So many refusals are kept over a reload; the rest are a number. */
const KEPT = 100;

/** An import that a reload of the page broke off. */
export interface BrokenOff {
  readonly counts: ImportCounts;
  readonly refused: readonly string[];
}

/** Keeps, in this tab, how far an import is that is not at its end. */
export function keepBrokenOff({ counts, pace, refused }: ImportProgress): void {
  const isOpen = pace !== 'idle' || counts.stopped + counts.failed > 0;
  if (!isOpen) return forgetBrokenOff();
  const kept = refused.slice(0, KEPT).map(({ name, state }) => {
    return 'sentence' in state ? `${name}: ${state.sentence}` : name;
  });
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ counts, refused: kept } satisfies BrokenOff));
  } catch {
    // A browser that keeps nothing: the desk still has what it stored.
  }
}

export function forgetBrokenOff(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

/** Null where no import was broken off in this tab. */
export function findBrokenOff(): BrokenOff | null {
  try {
    const kept = sessionStorage.getItem(KEY);
    return kept === null ? null : (JSON.parse(kept) as BrokenOff);
  } catch {
    return null;
  }
}

export function brokenOffWords({ counts }: BrokenOff): string {
  const { total, through } = counts;
  const done = summaryWords({ ...counts, stopped: 0 });
  return `The page was loaded again while an import ran. ${figure(through)} of ${counted(total, 'file')} were through: ${done} Drop the same files again to go on: what is here already is recognised.`;
}
