import { isArchiveName, refusalOfSize } from '@/corpus/ingest/limits';
import type { ImportLine } from '@/corpus/ingest/report';
import type { NamedFile } from './dropped-files';
import { addReport, NO_COUNTS, type ImportCounts } from './import-counts';
import type { ImportedFile, ImportedLine, LineState } from './imported-line';
import { sendFile, type Sent, type ToSend } from './import-sending';

/** The file that is being read; `of` is null where it is not known how many parts it has. */
export interface ReadingFile {
  readonly name: string;
  readonly at: number;
  readonly of: number | null;
}

export interface ImportProgress {
  /** `unreachable`: paused, because the desk did not answer. */
  readonly pace: 'idle' | 'running' | 'unreachable';
  readonly counts: ImportCounts;
  readonly reading: ReadingFile | null;
  /** What is done, in order; what was refused or failed, in order. Grow in place. */
  readonly done: readonly ImportedLine[];
  readonly refused: readonly ImportedLine[];
  /** From 0 to 1, by bytes. */
  readonly share: number;
  /** About how long it still takes, in ms; null where that cannot be said yet. */
  readonly left: number | null;
}

export const NOTHING_QUEUED: ImportProgress = {
  pace: 'idle',
  counts: NO_COUNTS,
  reading: null,
  done: [],
  refused: [],
  share: 0,
  left: null,
};

type Waiting = Omit<ToSend, 'from'> & { from: number };

/** How often those who watch are told, in ms: thousands of files come faster than a page draws. */
const TELL_EACH = 80;

/** A file costs this many bytes' time beside its own. */
const BYTES_A_FILE = 4096;

/** Sends files to the desk one at a time, in the order they came. Outlives a change of page. */
export class ImportQueue {
  private readonly listeners = new Set<() => void>();
  private snapshot = NOTHING_QUEUED;
  private waiting: Waiting[] = [];
  private stopped: Waiting[] = [];
  private failed: Waiting[] = [];
  private done: ImportedLine[] = [];
  private refused: ImportedLine[] = [];
  private counts: ImportCounts = NO_COUNTS;
  private pace: ImportProgress['pace'] = 'idle';
  private reading: (ReadingFile & { readonly share: number; readonly weight: number }) | null =
    null;
  /** Bytes of all files, of those that are through, and how long that took. */
  private weight = { all: 0, through: 0, ms: 0, since: 0 };
  private abort = new AbortController();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private lastKey = 0;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  getSnapshot = (): ImportProgress => this.snapshot;

  add(files: readonly NamedFile[], collectionId: string): void {
    for (const { name, blob, url = null, arrangement = null } of files) {
      const sentence = refusalOfSize(blob.size, isArchiveName(name));
      this.count({ total: 1 });
      if (sentence === null) {
        this.waiting.push({ name, blob, url, arrangement, collectionId, from: 0 });
        this.weight.all += weightOf(blob);
      } else {
        this.count({ through: 1 });
        this.put(name, { at: 'refused', sentence });
      }
    }
    this.start();
  }

  /** Ends the file that is being read and takes out what has not begun; the desk stops as well. */
  stop(): void {
    this.stopped.push(...this.waiting.splice(0));
    if (this.pace === 'unreachable') this.pace = 'idle';
    this.abort.abort();
    this.publish();
  }

  /** Goes on after a break: what was stopped, failed, or could not be sent. */
  tryAgain(): void {
    const failed = new Set(this.failed.map(({ name }) => name));
    this.refused = this.refused.filter(
      ({ name, state }) => state.at !== 'failed' || !failed.has(name),
    );
    this.count({ failed: -this.failed.length, through: -this.failed.length });
    for (const { blob } of this.failed) this.weight.all += weightOf(blob);
    this.waiting.unshift(...this.stopped.splice(0), ...this.failed.splice(0));
    this.start();
  }

  /** Forgets the files that are through. */
  clear(): void {
    if (this.pace === 'running') return;
    [this.waiting, this.stopped, this.failed, this.done, this.refused] = [[], [], [], [], []];
    this.counts = NO_COUNTS;
    this.pace = 'idle';
    this.weight = { all: 0, through: 0, ms: 0, since: 0 };
    this.publish();
  }

  private start(): void {
    if (this.pace !== 'running') {
      this.pace = 'running';
      void this.work();
    }
    this.publish();
  }

  private async work(): Promise<void> {
    this.abort = new AbortController();
    this.weight.since = performance.now();
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      const weight = weightOf(next.blob);
      this.reading = { name: next.name, at: next.from, of: null, share: 0, weight };
      const file = next;
      const sent = await sendFile(file, this.abort.signal, (line) => this.take(file, line));
      this.reading = null;
      if (!this.settle(file, sent)) break;
      this.weight.through += weight;
    }
    this.weight.ms += performance.now() - this.weight.since;
    if (this.pace === 'running') this.pace = 'idle';
    if (this.pace === 'idle' && this.waiting.length > 0) this.start();
    else this.publish();
  }

  /** False where the work pauses. */
  private settle(file: Waiting, sent: Sent): boolean {
    if (sent.ended === 'stopped') this.stopped.unshift(file);
    else if (sent.ended === 'cut') {
      this.waiting.unshift(file);
      this.pace = 'unreachable';
    } else {
      this.count({ through: 1 });
      if ('sentence' in sent) this.put(file.name, { at: sent.ended, sentence: sent.sentence });
      if (sent.ended === 'failed') this.failed.push(file);
      this.tellSoon();
      return true;
    }
    return false;
  }

  private take(file: Waiting, line: ImportLine): void {
    if ('end' in line) return;
    if ('note' in line) this.put(line.file, { at: 'note', sentence: line.note });
    else {
      const { report, at, of, share } = line;
      file.from = at;
      this.reading = { ...this.reading!, at, of, share };
      const { refused } = report as { refused?: string };
      if (refused !== undefined) this.put(report.file, { at: 'refused', sentence: refused });
      else this.put(report.file, { at: 'done', report: report as ImportedFile });
    }
    this.tellSoon();
  }

  private put(name: string, state: LineState): void {
    const line = { key: ++this.lastKey, name, state };
    if (state.at === 'done') this.done.push(line);
    else this.refused.push(line);
    this.counts = addReport(this.counts, state);
  }

  private count(more: Partial<ImportCounts>): void {
    const counts = { ...this.counts };
    for (const [field, by] of Object.entries(more)) counts[field as keyof ImportCounts] += by;
    this.counts = counts;
  }

  private tellSoon(): void {
    this.timer ??= setTimeout(() => this.publish(), TELL_EACH);
  }

  private publish(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const { pace, reading, done, refused } = this;
    const counts = { ...this.counts, stopped: this.stopped.length, waiting: this.waiting.length };
    const { all, through, ms, since } = this.weight;
    const share = all === 0 ? 1 : (through + (reading ? reading.share * reading.weight : 0)) / all;
    const spent = ms + (pace === 'running' ? performance.now() - since : 0);
    const left = pace === 'running' && share > 0 && spent > 1000 ? spent / share - spent : null;
    this.snapshot = { pace, counts, reading, done, refused, share, left };
    for (const listener of this.listeners) listener();
  }
}

function weightOf(blob: Blob): number {
  return blob.size + BYTES_A_FILE;
}
