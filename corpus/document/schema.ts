import { Schema, type Node } from 'prosemirror-model';
import type { Block } from './block';
import { formattedRuns, isSafeAddress } from './formatting';

/**
 * The flat document: a sequence of textblocks and nothing else. Roles, depth and groups are
 * attributes, so no nesting ever shifts a position (docs/architecture.md, "The text rule").
 * Emphasis and links are marks, which cost no position; what people mark is never one.
 */
export const documentSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    block: {
      content: 'text*',
      attrs: {
        role: { default: 'paragraph' },
        depth: { default: 0 },
        ordinal: { default: 0 },
        group: { default: null },
        original: { default: null },
      },
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
  marks: {
    link: {
      attrs: { href: { default: '' } },
      inclusive: false,
      toDOM: ({ attrs: { href } }) =>
        isSafeAddress(String(href))
          ? ['a', { href: String(href), title: String(href), rel: 'noopener noreferrer nofollow' }]
          : ['span'],
    },
    strong: { inclusive: false, toDOM: () => ['strong'] },
    emphasis: { inclusive: false, toDOM: () => ['em'] },
  },
});

type DocumentBlock = Pick<Block, 'role' | 'text' | 'depth' | 'ordinal'> &
  Partial<Pick<Block, 'group' | 'original' | 'formatting'>>;

/** A ProseMirror document of the blocks; a revision without blocks gives one empty block. */
export function documentOf(blocks: readonly DocumentBlock[]): Node {
  const { doc, block } = documentSchema.nodes;
  const nodes = blocks.map(({ text: _text, formatting: _formatting, ...attrs }, index) =>
    block.create(attrs, inlineOf(blocks[index]!)),
  );
  return doc.create(null, nodes.length > 0 ? nodes : [block.create()]);
}

function inlineOf({ text, formatting = [] }: DocumentBlock): readonly Node[] {
  return formattedRuns(text.length, formatting).map((run) =>
    documentSchema.text(
      text.slice(run.start, run.end),
      run.formatting.map(({ kind, href }) => documentSchema.mark(kind, { href })),
    ),
  );
}

/** The revision's text that a document holds: the inverse of `documentOf` over `layOut`. */
export function textOf(document: Node): string {
  return document.textBetween(0, document.content.size, '\n\n');
}
