import type { Node } from 'prosemirror-model';
import { DecorationSet, type DecorationSource } from 'prosemirror-view';

/**
 * Decorations of a flat document, one set a block with positions of its own. A new value shares
 * the sets of all blocks that did not change, so that the view passes over them by identity: a
 * DecorationSet over the whole document would be built and compared anew at every change. Blocks
 * are told by their ordinal, or by what `keyOf` says of them.
 */
export class BlockDecorations implements DecorationSource {
  constructor(
    private readonly sets: ReadonlyMap<number, DecorationSet>,
    private readonly keyOf = (_offset: number, child: Node) => child.attrs['ordinal'] as number,
  ) {}

  /** Made anew with every change of the document, so nothing ever has to be mapped. */
  map(): DecorationSource {
    return this;
  }

  forChild(offset: number, child: Node): DecorationSource {
    return this.sets.get(this.keyOf(offset, child)) ?? DecorationSet.empty;
  }

  forEachSet(call: (set: DecorationSet) => void): void {
    for (const set of this.sets.values()) call(set);
  }

  /** Asked by the view before it draws anything. */
  eq(other: unknown): boolean {
    return this === other;
  }

  /** Asked by the view for what stands between blocks: nothing does. */
  locals(): readonly never[] {
    return [];
  }
}
