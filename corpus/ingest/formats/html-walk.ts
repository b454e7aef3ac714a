import { walk, type Visitor } from './html-dom';
import { formatsOf } from './html-format';
import { hintsOf, type Hint } from './html-hints';
import { isHidden } from './html-hidden';
import { InlineCollector, type InlineText } from './html-inline';
import { joinRows, paragraphsOfKept } from './html-rows';
import type { Cell, CommentItem, Piece } from './html-piece';

const BLOCKS = new Set(
  'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol option p pre search section select summary table tbody td textarea tfoot th thead tr ul'.split(
    ' ',
  ),
);
const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);
const ITEMS = new Set(['li', 'dt', 'dd']);
const DEEPEST_LIST = 8;

interface Frame {
  readonly element: Element;
  readonly name: string;
  readonly isBlock: boolean;
  /** The nearest block: the element itself, or the one that its words run in. */
  readonly block: Element;
  readonly hints: ReadonlySet<Hint>;
  readonly own: readonly Hint[];
  readonly kind: Piece['kind'];
  readonly level: number;
  readonly lists: number;
  readonly isKept: boolean;
  readonly comment: CommentItem | null;
  readonly cell: Cell | null;
  readonly section: number | null;
  /** Formatting that closes with the element. */
  readonly formats: number;
  /** Characters collected before it. */
  readonly from: number;
}

/**
 * Everything that a page shows, in document order, as pieces of text; `base` is the page's own
 * address, for its links. Nothing hidden is among them, and no piece is empty.
 */
export function piecesOf(page: Document, base: string | null): Piece[] {
  const walker = new Walker(page, base);
  walk(page, walker);
  return joinRows(walker.finish(), walker.layouts);
}

class Walker implements Visitor {
  /** Tables that hold other tables: they lay out a page. */
  readonly layouts = new Set<number>();
  private readonly pieces: Piece[] = [];
  private readonly inline = new InlineCollector();
  private readonly frames: Frame[];
  private hinted: { readonly hints: readonly Hint[]; readonly length: number }[] = [];
  private count = 0;

  constructor(
    page: Document,
    private readonly base: string | null,
  ) {
    const element = page.documentElement;
    this.frames = [rootFrame(element)];
  }

  enter(element: Element): boolean {
    const name = element.localName;
    if (name === 'br') this.breakLine();
    else if (name === 'input') this.button(element);
    if (name === 'br' || name === 'input' || isHidden(element, name)) return false;
    if (BLOCKS.has(name)) this.flush();
    this.frames.push(this.frameOf(element, name));
    if (name === 'q') this.inline.append('“');
    return true;
  }

  leave(): void {
    const frame = this.frames.pop()!;
    if (frame.name === 'q') this.inline.append('”');
    for (let at = 0; at < frame.formats; at++) this.inline.close();
    if (frame.isBlock) this.flush(frame);
    else if (frame.own.length > 0) {
      this.hinted.push({ hints: frame.own, length: this.inline.length - frame.from });
    }
  }

  text(node: Node): void {
    const raw = node.nodeValue ?? '';
    if (this.top.isKept) this.inline.appendKept(raw);
    else this.inline.append(raw);
  }

  finish(): readonly Piece[] {
    this.flush();
    return this.pieces;
  }

  private get top(): Frame {
    return this.frames.at(-1)!;
  }

  private breakLine(): void {
    if (this.inline.isBroken) this.flush();
    else this.inline.lineBreak();
  }

  private button(element: Element): void {
    const type = element.getAttribute('type')?.toLowerCase() ?? '';
    if (!['submit', 'button', 'reset'].includes(type)) return;
    this.flush();
    this.inline.append(element.getAttribute('value') ?? '');
    this.flush({ ...this.top, hints: new Set([...this.top.hints, 'around']) });
  }

  private flush(frame: Frame = this.top): void {
    const taken = this.inline.take();
    const { hinted } = this;
    this.hinted = [];
    if (taken === null) return;
    const inside = hinted.filter(({ length }) => length * 2 >= taken.text.length);
    const hints =
      inside.length === 0
        ? frame.hints
        : new Set([...frame.hints, ...inside.flatMap((one) => one.hints)]);
    if (frame.comment !== null) frame.comment.hasWords = true;
    const parts = frame.isKept ? paragraphsOfKept(taken) : [taken];
    for (const part of parts) this.pieces.push(pieceOf(part, frame, hints));
  }

  private frameOf(element: Element, name: string): Frame {
    const parent = this.top;
    const own = hintsOf(element, name);
    const isBlock = BLOCKS.has(name);
    return {
      element,
      name,
      isBlock,
      block: isBlock ? element : parent.block,
      own,
      hints: own.length === 0 ? parent.hints : new Set([...parent.hints, ...own]),
      ...shapeOf(element, name, parent),
      lists: parent.lists + (LISTS.has(name) ? 1 : 0),
      isKept: parent.isKept || name === 'pre',
      comment: own.includes('comment') ? this.commentIn(parent.comment) : parent.comment,
      cell: this.cellOf(name, parent.cell),
      section: parent.section ?? (own.includes('article') ? ++this.count : null),
      from: this.inline.length,
      formats: this.format(element, name),
    };
  }

  private commentIn(parent: CommentItem | null): CommentItem {
    if (parent !== null && !parent.hasWords) return parent;
    const depth = parent === null ? 0 : parent.depth + 1;
    return { group: ++this.count, depth, hasWords: false };
  }

  private cellOf(name: string, parent: Cell | null): Cell | null {
    if (name === 'table') {
      if (parent !== null) this.layouts.add(parent.table);
      return { table: ++this.count, row: 0, cell: 0 };
    }
    if (parent === null) return null;
    if (name === 'tr') return { ...parent, row: ++this.count };
    return name === 'td' || name === 'th' ? { ...parent, cell: ++this.count } : parent;
  }

  private format(element: Element, name: string): number {
    const formats = formatsOf(element, name, this.base);
    for (const { kind, href } of formats) this.inline.open(kind, href);
    return formats.length;
  }
}

function rootFrame(element: Element): Frame {
  const nothing = { own: [], kind: 'text', level: 0, lists: 0, isKept: false, formats: 0 } as const;
  const outside = { comment: null, cell: null, section: null, from: 0, hints: new Set<Hint>() };
  return { element, name: '', isBlock: true, block: element, ...nothing, ...outside };
}

function shapeOf(
  element: Element,
  name: string,
  parent: Frame,
): { kind: Piece['kind']; level: number } {
  const level = /^h([1-6])$/.exec(name)?.[1];
  if (level !== undefined) return { kind: 'heading', level: Number(level) };
  if (element.getAttribute('role') === 'heading') {
    const said = /^[1-6]$/.exec(element.getAttribute('aria-level') ?? '')?.[0];
    return { kind: 'heading', level: Number(said ?? 2) };
  }
  if (ITEMS.has(name)) return { kind: 'list', level: 0 };
  if (name === 'blockquote') return { kind: 'quote', level: 0 };
  return { kind: parent.kind, level: parent.level };
}

function pieceOf(taken: InlineText, frame: Frame, hints: ReadonlySet<Hint>): Piece {
  const { kind, level, lists, block, comment, cell, section } = frame;
  const depth = kind === 'list' ? Math.min(DEEPEST_LIST, Math.max(0, lists - 1)) : 0;
  const { text, formatting, linked } = taken;
  return { text, formatting, linked, kind, level, depth, hints, element: block, comment, cell, section }; // prettier-ignore
}
