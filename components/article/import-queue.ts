import type { NamedFile } from './dropped-files';
import { MAX_FILE_BYTES } from '@/corpus/ingest/limits';
import type { ImportReport } from '@/corpus/ingest/report';

export type ImportedFile = Extract<ImportReport, { articles: unknown }>;

/** Where one file is. `failed`: the desk answered with an error; worth another try. */
export type FileState =
  | { readonly at: 'waiting' | 'reading' | 'stopped' }
  | { readonly at: 'done'; readonly report: ImportedFile }
  | { readonly at: 'refused' | 'failed'; readonly sentence: string };

export interface QueuedFile {
  readonly key: number;
  /** Its name, with its folders where it came in one. */
  readonly name: string;
  readonly state: FileState;
}

export interface ImportProgress {
  readonly files: readonly QueuedFile[];
  /** `unreachable`: paused, because the desk did not answer. */
  readonly pace: 'idle' | 'running' | 'unreachable';
}

interface Waiting {
  readonly blob: Blob;
  /** A web address to fetch instead of the blob. */
  readonly url: string | null;
  readonly collectionId: string;
}

export const NOTHING_QUEUED: ImportProgress = { files: [], pace: 'idle' };

/** Sends files to the desk one at a time, in the order they came. Outlives a change of page. */
export class ImportQueue {
  private readonly contents = new Map<number, Waiting>();
  private readonly listeners = new Set<() => void>();
  private snapshot = NOTHING_QUEUED;
  private lastKey = 0;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): ImportProgress => this.snapshot;

  add(files: readonly NamedFile[], collectionId: string): void {
    const queued = files.map(({ name, blob, url = null }): QueuedFile => {
      const key = ++this.lastKey;
      const sentence = refusalOfSize(blob.size);
      if (sentence !== null) return { key, name, state: { at: 'refused', sentence } };
      this.contents.set(key, { blob, url, collectionId });
      return { key, name, state: { at: 'waiting' } };
    });
    this.publish({ files: [...this.snapshot.files, ...queued] });
    this.start();
  }

  /** Takes out what has not begun; what is being read ends. */
  stop(): void {
    this.replace((file) =>
      file.state.at === 'waiting' ? { ...file, state: { at: 'stopped' } } : file,
    );
    if (this.snapshot.pace === 'unreachable') this.publish({ pace: 'idle' });
  }

  /** Goes on after a break: what was stopped, failed, or could not be sent. */
  tryAgain(): void {
    this.replace((file) =>
      file.state.at === 'stopped' || file.state.at === 'failed'
        ? { ...file, state: { at: 'waiting' } }
        : file,
    );
    this.start();
  }

  /** Forgets the files that are through. */
  clear(): void {
    const { files, pace } = this.snapshot;
    if (pace === 'running') return;
    for (const { key } of files) this.contents.delete(key);
    this.publish(NOTHING_QUEUED);
  }

  private start(): void {
    if (this.snapshot.pace === 'running') return;
    this.publish({ pace: 'running' });
    void this.work();
  }

  private async work(): Promise<void> {
    for (;;) {
      const next = this.snapshot.files.find(({ state }) => state.at === 'waiting');
      const waiting = next && this.contents.get(next.key);
      if (next === undefined || waiting === undefined) break;
      this.set(next.key, { at: 'reading' });
      const state = await send(next.name, waiting);
      if (state === null) {
        this.set(next.key, { at: 'waiting' });
        this.publish({ pace: 'unreachable' });
        return;
      }
      if (state.at !== 'failed') this.contents.delete(next.key);
      this.set(next.key, state);
    }
    this.publish({ pace: 'idle' });
  }

  private set(key: number, state: FileState): void {
    this.replace((file) => (file.key === key ? { ...file, state } : file));
  }

  private replace(change: (file: QueuedFile) => QueuedFile): void {
    this.publish({ files: this.snapshot.files.map(change) });
  }

  private publish(change: Partial<ImportProgress>): void {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}

function refusalOfSize(bytes: number): string | null {
  if (bytes <= MAX_FILE_BYTES) return null;
  const [has, limit] = [bytes, MAX_FILE_BYTES].map((size) => size / (1024 * 1024));
  return `The file has ${has!.toFixed(1)} MB and the limit is ${limit} MB; split it into smaller files.`;
}

/** Null where the desk did not answer. */
async function send(name: string, { blob, url, collectionId }: Waiting): Promise<FileState | null> {
  let body: ArrayBuffer;
  try {
    body = await blob.arrayBuffer();
  } catch {
    const sentence = 'The browser could not read the file; it may have been moved or changed.';
    return { at: 'refused', sentence };
  }
  try {
    const what = url === null ? { file: name } : { url };
    const query = new URLSearchParams({ ...what, collection: collectionId });
    const response = await fetch(`/api/import?${query}`, { method: 'POST', body });
    return await stateOf(response);
  } catch {
    return null;
  }
}

async function stateOf(response: Response): Promise<FileState> {
  if (response.ok) {
    const report = (await response.json()) as ImportReport;
    return 'refused' in report
      ? { at: 'refused', sentence: report.refused }
      : { at: 'done', report };
  }
  if (response.status >= 500) {
    return { at: 'failed', sentence: 'Something went wrong on the desk; nothing of it is stored.' };
  }
  const { message } = (await response.json()) as { message: string };
  return { at: 'failed', sentence: message };
}
