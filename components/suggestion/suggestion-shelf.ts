import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { sameWordsFinder } from '@/corpus/suggestion/same-words';
import type { ArticleStore } from '../workbench/article-store';

/**
 * The open suggestions of an article, of which its store shows those that no person's mark is
 * about. Follows the store: what is accepted or rejected leaves, what is taken back returns.
 */
export class SuggestionShelf {
  private readonly open = new Map<string, ReadingAnnotation>();
  private arranging = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly stop: () => void;

  constructor(
    private readonly store: ArticleStore,
    /** The revision's text, of which the spans are UTF-16 ranges. */
    private readonly text: string,
  ) {
    for (const suggestion of store.listSuggestions()) this.open.set(suggestion.id, suggestion);
    this.stop = store.onChange(({ put, removed }) => {
      if (this.arranging) return;
      for (const annotation of put) {
        if (annotation.origin === 'suggestion') this.open.set(annotation.id, annotation);
        else this.open.delete(annotation.id);
      }
      for (const id of removed) this.open.delete(id);
      this.timer ??= setTimeout(() => this.arrange());
    });
  }

  /** Takes what the desk says is open now; what is not named there is open no more. */
  replace(suggestions: readonly ReadingAnnotation[]): void {
    this.open.clear();
    for (const suggestion of suggestions) {
      const known = this.store.get(suggestion.id);
      const isOlder = known !== undefined && known.version > suggestion.version;
      if (!isOlder) this.open.set(suggestion.id, suggestion);
    }
    this.arrange();
  }

  destroy(): void {
    this.stop();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private arrange(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const findMark = sameWordsFinder(this.text, this.store.list());
    const wanted = [...this.open.values()].filter((suggestion) => findMark(suggestion) === null);
    const ids = new Set(wanted.map(({ id }) => id));
    const shown = this.store.listSuggestions();
    const put = wanted.filter(({ id, version }) => this.store.get(id)?.version !== version);
    const removed = shown.filter(({ id }) => !ids.has(id)).map(({ id }) => id);
    this.arranging = true;
    this.store.change(put, removed);
    this.arranging = false;
  }
}
