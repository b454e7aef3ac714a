import { useEffect, useSyncExternalStore } from 'react';
import { ImportQueue, NOTHING_QUEUED, type ImportProgress } from './import-queue';
import { keepBrokenOff } from './broken-off';

/** One for the window: an import goes on while another page of the desk is shown. */
const queue = new ImportQueue();
queue.subscribe(() => keepBrokenOff(queue.getSnapshot()));

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
