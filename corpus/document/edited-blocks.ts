import type { Node } from 'prosemirror-model';
import { trimSpan } from '../spans/span';
import type { BlockRole, DraftBlock, Formatting, Range } from './block';

/** The blocks that a document holds: the inverse of `documentOf`, empty blocks included. */
export function blocksOf(document: Node): readonly DraftBlock[] {
  return document.children.map((node) => {
    const formatting = formattingOf(node);
    return {
      role: node.attrs['role'] as BlockRole,
      text: node.textContent,
      depth: node.attrs['depth'] as number,
      group: (node.attrs['group'] ?? null) as number | null,
      original: (node.attrs['original'] ?? null) as Range | null,
      ...(formatting.length > 0 ? { formatting } : {}),
    };
  });
}

/** The marks of a block's text; neighbours of one kind and address are one. */
function formattingOf(block: Node): readonly Formatting[] {
  const found: Formatting[] = [];
  let open: Formatting[] = [];
  block.forEach((child, start) => {
    const end = start + child.nodeSize;
    open = child.marks.map(({ type, attrs }): Formatting => {
      const kind = type.name as Formatting['kind'];
      const href = kind === 'link' ? { href: String(attrs['href']) } : {};
      const before = open.find((one) => one.kind === kind && one.href === attrs['href']);
      if (before !== undefined) found.splice(found.indexOf(before), 1);
      const range = { start: before?.start ?? start, end, kind, ...href };
      found.push(range);
      return range;
    });
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
}

/**
 * Blocks as a revision keeps them: blocks in which nothing can be seen are left out, and white
 * space at a block's edges, with what formatting covers of it.
 */
export function tidyBlocks(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  return blocks.flatMap(({ formatting = [], ...block }) => {
    const kept = trimSpan(block.text, { start: 0, end: block.text.length });
    if (kept === null) return [];
    const text = block.text.slice(kept.start, kept.end);
    const moved = formatting
      .map((range) => ({
        ...range,
        start: Math.max(0, range.start - kept.start),
        end: Math.min(text.length, range.end - kept.start),
      }))
      .filter(({ start, end }) => start < end);
    return [{ ...block, text, ...(moved.length > 0 ? { formatting: moved } : {}) }];
  });
}
