import type { ReadingAnnotation, ReadingArticle } from '@/corpus/annotation/reading';
import { extentOf } from '@/corpus/annotation/model';

export interface StoreChange {
  readonly put: readonly ReadingAnnotation[];
  readonly removed: readonly string[];
}

/** Sorted by where they begin, the longer first; what has lost its words comes last. */
export function inTextOrder(
  annotations: readonly ReadingAnnotation[],
): readonly ReadingAnnotation[] {
  return annotations
    .map((annotation) => ({ annotation, ...extentOf(annotation.spans) }))
    .sort(
      (a, b) => a.start - b.start || b.end - a.end || (a.annotation.id < b.annotation.id ? -1 : 1),
    )
    .map(({ annotation }) => annotation);
}

/** The annotations of the open article, with what this window has done but not yet heard back. */
export class ArticleStore {
  private readonly byId = new Map<string, ReadingAnnotation>();
  private sorted: readonly ReadingAnnotation[] | null = null;
  private marks: readonly ReadingAnnotation[] | null = null;
  private readonly listeners = new Set<(change: StoreChange) => void>();
  private readonly watchers = new Set<() => void>();
  private version = 0;

  constructor(readonly reading: ReadingArticle) {
    for (const annotation of reading.annotations) this.byId.set(annotation.id, annotation);
  }

  get(id: string | null): ReadingAnnotation | undefined {
    return id === null ? undefined : this.byId.get(id);
  }

  /** What people marked, in the order of the text; what has lost its words comes last. */
  list(): readonly ReadingAnnotation[] {
    this.marks ??= this.listAll().filter(({ origin }) => origin !== 'suggestion');
    return this.marks;
  }

  /** The suggestions that are shown, in the order of the text. */
  listSuggestions(): readonly ReadingAnnotation[] {
    return this.listAll().filter(({ origin }) => origin === 'suggestion');
  }

  private listAll(): readonly ReadingAnnotation[] {
    this.sorted ??= inTextOrder([...this.byId.values()]);
    return this.sorted;
  }

  /** Takes what the desk says. An older version than this window's own is not taken. */
  take(annotations: readonly ReadingAnnotation[]): void {
    const fresh = annotations.filter((annotation) => {
      const known = this.byId.get(annotation.id);
      return known === undefined ? !annotation.removed : annotation.version >= known.version;
    });
    this.change(
      fresh.filter((annotation) => !annotation.removed),
      fresh.filter((annotation) => annotation.removed).map(({ id }) => id),
    );
  }

  /** Has a mark read again, whatever was shown of it: set by whoever keeps the store as the desk is. */
  readAgain: (id: string) => void = () => undefined;

  /** Shows what this window just did, before the desk has answered. */
  show(annotation: ReadingAnnotation): void {
    this.change([annotation], []);
  }

  hide(id: string): void {
    this.change([], [id]);
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

  /** Puts annotations in, in the place of their older selves, and takes some out, at once. */
  change(put: readonly ReadingAnnotation[], removed: readonly string[]): void {
    if (put.length + removed.length === 0) return;
    for (const annotation of put) this.byId.set(annotation.id, annotation);
    for (const id of removed) this.byId.delete(id);
    this.sorted = null;
    this.marks = null;
    this.version++;
    for (const listener of this.listeners) listener({ put, removed });
    for (const watcher of this.watchers) watcher();
  }
}
