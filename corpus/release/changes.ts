import type { IndexLine } from './index-lines';
import type { Changes } from './model';

/** One line of `changes.jsonl`: an article that an earlier release had otherwise, or not, or alone had. */
export interface ChangeLine {
  readonly article: string;
  /** `kept`: the article is the same, and only spans in it differ. */
  readonly change: 'added' | 'changed' | 'removed' | 'kept';
  readonly spans: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  };
}

/** What is different between two indexes, both in the order of the articles' ids. */
export function* changeLines(
  before: Iterable<IndexLine>,
  after: Iterable<IndexLine>,
): Generator<ChangeLine> {
  const [left, right] = [before[Symbol.iterator](), after[Symbol.iterator]()];
  let old = left.next();
  let now = right.next();
  while (old.done !== true || now.done !== true) {
    const order = orderOf(old.done ? null : old.value.article, now.done ? null : now.value.article);
    const line = changeOf(
      order <= 0 && !old.done ? old.value : null,
      order >= 0 && !now.done ? now.value : null,
    );
    if (line !== null) yield line;
    if (order <= 0) old = left.next();
    if (order >= 0) now = right.next();
  }
}

/** Below 0 where the first comes first, above where the second does; null is the end. */
function orderOf(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null || one < other ? -1 : 1;
}

function changeOf(before: IndexLine | null, after: IndexLine | null): ChangeLine | null {
  const [old, now] = [before?.spans ?? {}, after?.spans ?? {}];
  const spans = {
    added: Object.keys(now).filter((key) => !(key in old)),
    changed: Object.keys(now).filter((key) => key in old && now[key] !== old[key]),
    removed: Object.keys(old).filter((key) => !(key in now)),
  };
  const article = (after ?? before)!.article;
  if (before === null) return { article, change: 'added', spans };
  if (after === null) return { article, change: 'removed', spans };
  if (before.sha256 !== after.sha256) return { article, change: 'changed', spans };
  const isSame = Object.values(spans).every((keys) => keys.length === 0);
  return isSame ? null : { article, change: 'kept', spans };
}

/** Counts the lines as they go by. */
export class ChangeCount {
  private readonly articles = { added: 0, changed: 0, removed: 0 };
  private readonly spans = { added: 0, changed: 0, removed: 0 };

  *through(lines: Iterable<ChangeLine>): Generator<ChangeLine> {
    for (const line of lines) {
      if (line.change !== 'kept') this.articles[line.change] += 1;
      this.spans.added += line.spans.added.length;
      this.spans.changed += line.spans.changed.length;
      this.spans.removed += line.spans.removed.length;
      yield line;
    }
  }

  since(version: string): Changes {
    return { since: version, articles: this.articles, spans: this.spans };
  }
}
