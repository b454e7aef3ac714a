import { DOMParser, Fragment, Slice, type Node, type TagParseRule } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { BLOCK_ROLES, type BlockRole } from '@/corpus/document/block';
import { isSafeAddress } from '@/corpus/document/formatting';
import { documentSchema } from '@/corpus/document/schema';

const DEEPEST = 100;

/** Stands for a line break while HTML is read, which takes line feeds for spaces. */
const BREAK = '\u2028';

/** A block of Stet's own reader or editor, which says its role. */
const OWN: TagParseRule = {
  tag: 'p.block',
  node: 'block',
  getAttrs: (element) => ({
    role: BLOCK_ROLES.find((role) => element.classList.contains(`block-${role}`)) ?? 'paragraph',
    depth: depthIn(Number(element.dataset['depth'])),
  }),
};

/** An element that holds other blocks is none itself: its blocks say by where they stand what they are. */
const OTHER: TagParseRule = {
  tag: 'p, h1, h2, h3, h4, h5, h6, li, dd, dt, tr, figcaption, caption, blockquote, div, pre',
  node: 'block',
  getAttrs: (element) => !holdsBlocks(element) && attributesOf(element),
};

const BLOCKS =
  'p, h1, h2, h3, h4, h5, h6, dt, tr, figcaption, caption, blockquote, div, pre, table';

/** A list in an item follows the item's own words. */
function holdsBlocks(element: Element): boolean {
  const own = element.localName === 'li' ? BLOCKS : `${BLOCKS}, li, dd, ul, ol, dl`;
  return element.querySelector(own) !== null;
}

/** Reads HTML from the clipboard as flat blocks with their roles, emphasis, strong words and links. */
export const clipboardParser = new DOMParser(documentSchema, [
  OWN,
  OTHER,
  {
    tag: 'a[href]',
    mark: 'link',
    getAttrs: (element) => {
      const href = element.getAttribute('href') ?? '';
      return isSafeAddress(href) && { href };
    },
  },
  ...['strong', 'b'].map((tag) => ({ tag, mark: 'strong', getAttrs: unlessStyled('fontWeight') })),
  ...['em', 'i', 'cite'].map((tag) => ({ tag, mark: 'emphasis', getAttrs: unlessStyled('fontStyle') })), // prettier-ignore
  { style: 'font-weight', mark: 'strong', getAttrs: (value) => /^(?:bold|bolder|[6-9]00)$/.test(value) && null }, // prettier-ignore
  { style: 'font-style', mark: 'emphasis', getAttrs: (value) => value === 'italic' && null },
]);

/** Some editors wrap all that is copied in a `b` whose style says that it is not bold. */
function unlessStyled(
  property: 'fontWeight' | 'fontStyle',
): (element: HTMLElement) => false | null {
  return (element) => (/^(?:normal|400)$/.test(element.style[property]) ? false : null);
}

function attributesOf(element: HTMLElement): { readonly role: BlockRole; readonly depth: number } {
  const role = roleOf(element);
  if (role !== 'list_item') return { role, depth: 0 };
  let lists = 0;
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (/^(?:ul|ol)$/i.test(at.localName)) lists++;
  }
  return { role, depth: depthIn(lists - 1) };
}

function depthIn(depth: number): number {
  return Math.min(DEEPEST, Math.max(0, depth || 0));
}

function roleOf(element: HTMLElement): BlockRole {
  if (element.localName === 'h1') return 'headline';
  if (/^(?:h[2-6]|dt)$/.test(element.localName)) return 'crosshead';
  if (element.closest('li, dd') !== null) return 'list_item';
  if (element.closest('figcaption, caption') !== null) return 'caption';
  if (element.closest('tr') !== null) return 'table_row';
  if (element.closest('blockquote') !== null) return 'block_quote';
  return 'paragraph';
}

/** Keeps line breaks through the reading of HTML. */
export function withBreaks(html: string): string {
  return html.replace(/<br\b[^>]*>/gi, BREAK);
}

/** What was read from HTML without control characters and blank blocks; two line breaks divide. */
export function tidySlice(slice: Slice): Slice {
  const blocks = slice.content.content.flatMap(divided);
  return new Slice(Fragment.from(blocks), 1, 1);
}

function divided(block: Node): Node[] {
  if (!block.isTextblock) return [];
  const runs: Node[][] = [[]];
  block.forEach((child) => {
    const text = (child.text ?? '').replace(CONTROL, '').replaceAll(BREAK, '\n');
    for (const [index, words] of text.split(EMPTY_LINE).entries()) {
      if (index > 0) runs.push([]);
      if (words !== '') runs.at(-1)!.push(documentSchema.text(words, child.marks));
    }
  });
  const isBlank = (run: readonly Node[]) => run.every(({ text }) => text!.trim() === '');
  const kept = runs.filter((run, index) => runs.length === 1 || index === 0 || !isBlank(run));
  return kept.map((run) => block.copy(Fragment.from(run)));
}

const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g;
const EMPTY_LINE = /\n[ \t]*\n\s*/;

/** Plain text as blocks, without control characters; empty lines divide them. */
export function plainSlice(text: string): Slice {
  const parts = text.replace(/\r\n?/g, '\n').replace(CONTROL, '').split(EMPTY_LINE);
  const blocks = parts.map((part) =>
    documentSchema.nodes.block.create(null, part === '' ? null : documentSchema.text(part)),
  );
  return new Slice(Fragment.from(blocks), 1, 1);
}

/** Pastes; an empty block that is pasted into becomes what the first pasted one is. */
export function pasteBlocks(view: EditorView, slice: Slice): boolean {
  const { $from, empty } = view.state.selection;
  const first = slice.content.firstChild;
  const change = view.state.tr.replaceSelection(slice);
  if (empty && $from.parent.content.size === 0 && $from.depth > 0 && first !== null) {
    for (const name of ['role', 'depth'] as const) {
      change.setNodeAttribute($from.before(), name, first.attrs[name]);
    }
  }
  view.dispatch(change.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'));
  return true;
}
