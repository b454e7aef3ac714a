import type { ReadingAnnotation, ReadingArticle } from '@/corpus/annotation/reading';
import { extentOf } from '@/corpus/annotation/model';

export interface StoreChange {
  readonly put: readonly ReadingAnnotation[];
  readonly removed: readonly string[];
}

/** The annotations of the open article, with what this window has done but not yet heard back. */
export class ArticleStore {
  private readonly byId = new Map<string, ReadingAnnotation>();
  private sorted: readonly ReadingAnnotation[] | null = null;
  private readonly listeners = new Set<(change: StoreChange) => void>();
  private readonly watchers = new Set<() => void>();
  private version = 0;

  constructor(readonly reading: ReadingArticle) {
    for (const annotation of reading.annotations) this.byId.set(annotation.id, annotation);
  }

  get(id: string | null): ReadingAnnotation | undefined {
    return id === null ? undefined : this.byId.get(id);
  }

  /** In the order of the text; annotations whose words are gone come last. */
  list(): readonly ReadingAnnotation[] {
    this.sorted ??= [...this.byId.values()]
      .map((annotation) => ({ annotation, ...extentOf(annotation.spans) }))
      .sort(
        (a, b) =>
          a.start - b.start || b.end - a.end || (a.annotation.id < b.annotation.id ? -1 : 1),
      )
      .map(({ annotation }) => annotation);
    return this.sorted;
  }

  /** Takes what the desk says. An older version than this window's own is not taken. */
  take(annotations: readonly ReadingAnnotation[]): void {
    const fresh = annotations.filter((annotation) => {
      const known = this.byId.get(annotation.id);
      return known === undefined ? !annotation.removed : annotation.version >= known.version;
    });
    this.apply(
      fresh.filter((annotation) => !annotation.removed),
      fresh.filter((annotation) => annotation.removed).map(({ id }) => id),
    );
  }

  /** Shows what this window just did, before the desk has answered. */
  show(annotation: ReadingAnnotation): void {
    this.apply([annotation], []);
  }

  hide(id: string): void {
    this.apply([], [id]);
  }

  /** Called with every change, at once. */
  onChange(listener: (change: StoreChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  getVersion = (): number => this.version;

  private apply(put: readonly ReadingAnnotation[], removed: readonly string[]): void {
    if (put.length + removed.length === 0) return;
    for (const annotation of put) this.byId.set(annotation.id, annotation);
    for (const id of removed) this.byId.delete(id);
    this.sorted = null;
    this.version++;
    for (const listener of this.listeners) listener({ put, removed });
    for (const watcher of this.watchers) watcher();
  }
}
