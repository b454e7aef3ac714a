import { counted, figure } from '@/corpus/wording/numbers';
import type { LineState } from './imported-line';

export interface ImportCounts {
  /** Files that were given, and those of which nothing is to come. */
  readonly total: number;
  readonly through: number;
  readonly waiting: number;
  readonly stopped: number;
  /** Files, and parts of archives, that are refused; files that failed. */
  readonly refused: number;
  readonly failed: number;
  readonly newArticles: number;
  readonly newRevisions: number;
  readonly knownArticles: number;
}

export const NO_COUNTS: ImportCounts = {
  total: 0,
  through: 0,
  waiting: 0,
  stopped: 0,
  refused: 0,
  failed: 0,
  newArticles: 0,
  newRevisions: 0,
  knownArticles: 0,
};

/** The counts with one more file or part of an archive. */
export function addReport(counts: ImportCounts, state: LineState): ImportCounts {
  if (state.at === 'note') return counts;
  if (state.at !== 'done') return { ...counts, [state.at]: counts[state.at] + 1 };
  let { newArticles, newRevisions, knownArticles } = counts;
  for (const { isNew, revision } of state.report.articles) {
    if (isNew) newArticles++;
    else if (revision !== null) newRevisions++;
    else knownArticles++;
  }
  return { ...counts, newArticles, newRevisions, knownArticles };
}

/** What came of an import so far, as one sentence. */
export function summaryWords(counts: ImportCounts): string {
  const { newArticles, newRevisions, knownArticles, refused, failed, stopped } = counts;
  const parts = [
    newArticles > 0 || knownArticles + newRevisions === 0
      ? `${counted(newArticles, 'article')} imported`
      : '',
    newRevisions > 0 ? counted(newRevisions, 'new revision') : '',
    knownArticles > 0 ? `${counted(knownArticles, 'article')} already here` : '',
    refused > 0 ? `${figure(refused)} refused` : '',
    failed > 0 ? `${counted(failed, 'file')} failed` : '',
    stopped > 0 ? `${counted(stopped, 'file')} to go` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** “about 3 minutes left”. */
export function leftWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `about ${counted(Math.max(1, seconds), 'second')} left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? `about ${counted(minutes, 'minute')} left`
    : `about ${counted(Math.round(minutes / 60), 'hour')} left`;
}
