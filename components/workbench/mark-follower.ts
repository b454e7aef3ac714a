import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import type { EventNotice } from '../desk/desk-context';
import type { ArticleStore } from './article-store';

const MOST_IDS = 200;
/** Events that come close together are fetched together. */
const GATHER_MS = 40;
/** How long to wait when the desk could not be reached. */
const RETRY_MS = 1000;

/** Reads annotations as they are now; null where the desk could not be reached. */
type Fetch = (ids: readonly string[]) => Promise<readonly ReadingAnnotation[] | null>;

/**
 * Keeps a store as the desk is: what changed is read again, one reading at a time, so that an older
 * answer never comes after a newer one. A reading that failed is made again until it succeeds.
 */
export class MarkFollower {
  private readonly waiting = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private reading = false;
  private stopped = false;

  constructor(
    private readonly store: ArticleStore,
    private readonly fetchMarks: Fetch,
  ) {
    store.readAgain = (id) => {
      this.waiting.add(id);
      this.wait(GATHER_MS);
    };
  }

  hear(notices: readonly EventNotice[]): void {
    const { id } = this.store.reading.article;
    for (const { articleId, annotationId } of notices) {
      if (articleId === id && annotationId !== null) this.waiting.add(annotationId);
    }
    this.wait(GATHER_MS);
  }

  stop(): void {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** Whether all that was heard of is in the store. */
  get isSettled(): boolean {
    return this.waiting.size === 0 && !this.reading;
  }

  private wait(milliseconds: number): void {
    if (this.waiting.size === 0 || this.reading || this.stopped) return;
    this.timer ??= setTimeout(() => void this.read(), milliseconds);
  }

  private async read(): Promise<void> {
    this.timer = null;
    this.reading = true;
    const ids = [...this.waiting].slice(0, MOST_IDS);
    for (const id of ids) this.waiting.delete(id);
    const fetched = await this.fetchMarks(ids);
    if (fetched === null) for (const id of ids) this.waiting.add(id);
    else if (!this.stopped) this.store.take(fetched);
    this.reading = false;
    this.wait(fetched === null ? RETRY_MS : GATHER_MS);
  }
}
