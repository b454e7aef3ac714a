import type { BlockRole } from '../document/block';
import type { Span } from '../spans/span';
import type { MarkedWords } from './report';

export interface RoleBlock extends Span {
  readonly role: BlockRole;
}

/** A run of a block's text; `by` is empty where nobody marked it. UTF-16 offsets. */
export interface DrawnRun extends Span {
  /** Places of the layers in the article's list. */
  readonly by: readonly number[];
}

/** Each block's text in runs without gaps: who of the layers marked what. `marked` is in text order. */
export function drawnBlocks(
  blocks: readonly RoleBlock[],
  marked: readonly MarkedWords[],
): readonly { readonly block: RoleBlock; readonly runs: readonly DrawnRun[] }[] {
  let next = 0;
  return blocks.map((block) => {
    const runs: DrawnRun[] = [];
    let at = block.start;
    while (next < marked.length && marked[next]!.end <= block.start) next++;
    for (let place = next; place < marked.length && marked[place]!.start < block.end; place++) {
      const start = Math.max(block.start, marked[place]!.start);
      const end = Math.min(block.end, marked[place]!.end);
      if (start > at) runs.push({ start: at, end: start, by: [] });
      if (end > start) runs.push({ start, end, by: marked[place]!.by });
      at = Math.max(at, end);
    }
    if (at < block.end) runs.push({ start: at, end: block.end, by: [] });
    return { block, runs };
  });
}
