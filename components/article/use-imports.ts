import { useEffect, useSyncExternalStore } from 'react';
import { counted } from './article-words';
import { ImportQueue, NOTHING_QUEUED, type ImportProgress } from './import-queue';

/** One for the window: an import goes on while another page of the desk is shown. */
const queue = new ImportQueue();

export function useImports(): { readonly queue: ImportQueue; readonly progress: ImportProgress } {
  const progress = useSyncExternalStore(queue.subscribe, queue.getSnapshot, () => NOTHING_QUEUED);
  const busy = progress.pace !== 'idle';
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);
  return { queue, progress };
}

export interface ImportCounts {
  readonly total: number;
  /** Files of which nothing is to come. */
  readonly through: number;
  readonly waiting: number;
  readonly stopped: number;
  readonly refused: number;
  readonly failed: number;
  readonly newArticles: number;
  readonly knownArticles: number;
}

export function countImports({ files }: ImportProgress): ImportCounts {
  const at = { waiting: 0, reading: 0, stopped: 0, done: 0, refused: 0, failed: 0 };
  let [newArticles, knownArticles] = [0, 0];
  for (const { state } of files) {
    at[state.at] += 1;
    if (state.at !== 'done') continue;
    const fresh = state.report.articles.filter(({ isNew }) => isNew).length;
    newArticles += fresh;
    knownArticles += state.report.articles.length - fresh;
  }
  const { waiting, stopped, refused, failed } = at;
  const through = files.length - waiting - at.reading;
  return {
    total: files.length,
    through,
    waiting,
    stopped,
    refused,
    failed,
    newArticles,
    knownArticles,
  };
}

/** What came of an import, as one sentence. */
export function summaryWords(counts: ImportCounts): string {
  const { newArticles, knownArticles, refused, failed, stopped } = counts;
  const parts = [
    newArticles > 0 || knownArticles === 0 ? `${counted(newArticles, 'article')} imported` : '',
    knownArticles > 0 ? `${counted(knownArticles, 'article')} already here` : '',
    refused > 0 ? `${counted(refused, 'file')} refused` : '',
    failed > 0 ? `${counted(failed, 'file')} failed` : '',
    stopped > 0 ? `${counted(stopped, 'file')} not sent` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
