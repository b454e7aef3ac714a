import { Schema, type Node } from 'prosemirror-model';
import type { Block } from './block';

/**
 * The flat document: a sequence of textblocks and nothing else. Roles, depth and groups are
 * attributes, so no nesting ever shifts a position (docs/architecture.md, "The text rule").
 */
export const documentSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      content: 'text*',
      attrs: { role: { default: 'paragraph' }, depth: { default: 0 }, ordinal: { default: 0 } },
      toDOM: (node) => [
        'p',
        {
          class: `block block-${String(node.attrs.role)}`,
          ...(node.attrs.depth > 0 ? { 'data-depth': String(node.attrs.depth) } : {}),
        },
        0,
      ],
    },
    text: {},
  },
});

/** A ProseMirror document of the blocks; a revision without blocks gives one empty block. */
export function documentOf(
  blocks: readonly Pick<Block, 'role' | 'text' | 'depth' | 'ordinal'>[],
): Node {
  const { doc, block } = documentSchema.nodes;
  const nodes = blocks.map(({ role, text, depth, ordinal }) =>
    block.create({ role, depth, ordinal }, text === '' ? null : documentSchema.text(text)),
  );
  return doc.create(null, nodes.length > 0 ? nodes : [block.create()]);
}

/** The revision's text that a document holds: the inverse of `documentOf` over `layOut`. */
export function textOf(document: Node): string {
  return document.textBetween(0, document.content.size, '\n\n');
}
