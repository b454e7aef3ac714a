import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { offsetOf, positionOf } from '@/corpus/document/positions';
import { documentOf } from '@/corpus/document/schema';
import { blockIndexAt } from '@/corpus/document/text';
import type { ReadingBlock } from '@/corpus/annotation/reading';
import { contentOf } from '@/corpus/annotation/model';
import type { Span } from '@/corpus/spans/span';
import { caretKeys } from './caret-keys';
import { Highlights, type DiscussedWords } from './highlights';
import { bindKeys, type Keys } from './keys';
import { MarkIndex, type ReaderMark } from './mark-index';
import { readOnly } from './read-only';
import { UNDER_BARS } from './under-bars';

export interface ReaderInput {
  readonly blocks: readonly ReadingBlock[];
  /** The revision's text: the blocks' texts joined. */
  readonly text: string;
  readonly marks: readonly ReaderMark[];
  /** The view's name for a screen reader. */
  readonly label: string;
}

export interface ReaderHooks {
  /** The caret or the selection moved; offsets are UTF-16 of the text. */
  onSelect?(selection: Span): void;
  /** The pointer is over a mark, or over none. */
  onHover?(id: string | null): void;
  /** A mark was clicked without selecting text. */
  onPick?(id: string): void;
  /** What is on screen changed: blocks came into view or went. */
  onView?(): void;
  /** Keys of the page, which come before the reader's own; may be filled later. */
  readonly keys?: Keys;
}

/**
 * The article in a ProseMirror view: readable, selectable, with the marks of the blocks in view
 * drawn over it. Knows no React and no database; the text never changes.
 */
export class Reader {
  readonly view: EditorView;
  readonly index: MarkIndex;
  private readonly highlights: Highlights;
  private readonly ordinals = new Map<Element, number>();
  private readonly observer: IntersectionObserver;
  /** The frame after which the blocks are watched. */
  private readonly firstFrame: number;

  constructor(
    private readonly root: HTMLElement,
    private readonly input: ReaderInput,
    private readonly hooks: ReaderHooks = {},
  ) {
    this.index = new MarkIndex(input.blocks, input.marks);
    this.highlights = new Highlights(this.index, input.blocks);
    const state = EditorState.create({
      doc: documentOf(input.blocks),
      plugins: [
        bindKeys(hooks.keys ?? {}, caretKeys(this)),
        readOnly(input.label),
        this.highlights.plugin,
      ],
    });
    this.view = new EditorView(root, {
      state,
      dispatchTransaction: (transaction) => {
        this.view.updateState(this.view.state.apply(transaction));
        if (transaction.selectionSet) hooks.onSelect?.(this.selection);
      },
      handleDOMEvents: {
        mouseover: (_, event) => this.hover(event),
        mouseleave: () => this.hover(null),
      },
      scrollThreshold: UNDER_BARS,
      scrollMargin: UNDER_BARS,
      handleClick: (_, position, event) => this.pick(position, event),
    });
    this.observer = this.watch();
    // After the first frame: to watch thousands of blocks takes as long as a tenth of that frame.
    this.firstFrame = requestAnimationFrame(() => setTimeout(() => this.observe()));
  }

  get text(): string {
    return this.input.text;
  }

  get blocks(): readonly ReadingBlock[] {
    return this.input.blocks;
  }

  /** The selection as offsets, start before end; both alike for a caret. */
  get selection(): Span {
    const { from, to } = this.view.state.selection;
    return { start: offsetOf(from), end: offsetOf(to) };
  }

  /** Where the moving end of the selection is. */
  get head(): number {
    return offsetOf(this.view.state.selection.head);
  }

  get visibleBlocks(): readonly number[] {
    return this.highlights.visibleBlocks;
  }

  blockIndexAt(offset: number): number {
    return blockIndexAt(this.input.blocks, offset);
  }

  /** Selects a range; the head is the end unless `backwards`. */
  select({ start, end }: Span, backwards = false): void {
    const { state } = this.view;
    const [anchor, head] = backwards ? [end, start] : [start, end];
    const selection = TextSelection.create(state.doc, positionOf(anchor), positionOf(head));
    this.view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  }

  /** Puts marks in, in the place of their older selves, and takes marks out. */
  change(marks: readonly ReaderMark[], removed: readonly string[] = []): void {
    const touched = [
      ...marks.flatMap((mark) => this.index.put(mark)),
      ...removed.flatMap((id) => this.index.remove(id)),
    ];
    if (touched.length > 0) this.highlights.refresh(this.view, touched);
  }

  /** Opens the link under the caret in a window of its own; false where there is none. */
  openLink(): boolean {
    const link = linkOf(this.view.domAtPos(this.view.state.selection.from, 1).node);
    return link !== null && openLink(link);
  }

  setActive(id: string | null): void {
    this.highlights.setActive(this.view, id);
  }

  setHovered(id: string | null): void {
    this.highlights.setHovered(this.view, id);
  }

  setFilter(passes: (mark: ReaderMark) => boolean): void {
    this.highlights.setFilter(this.view, passes);
  }

  setNumbers(numbers: ReadonlyMap<string, number> | null): void {
    this.highlights.setNumbers(this.view, numbers);
  }

  /** Frames the words that are discussed, and no others. */
  setDiscussed(words: readonly DiscussedWords[]): void {
    this.highlights.setDiscussed(this.view, words);
  }

  /** The top of the line on which a mark begins, in client pixels; null where it is not drawn. */
  topOf(mark: ReaderMark): number | null {
    const first = contentOf(mark.spans)[0];
    return first === undefined ? null : this.topAt(first.start);
  }

  /** The top of the line at an offset, in client pixels; null where it is not drawn. */
  topAt(offset: number): number | null {
    try {
      return this.view.coordsAtPos(positionOf(offset)).top;
    } catch {
      return null;
    }
  }

  /** Scrolls a mark to the middle of the window. */
  reveal(id: string): void {
    const mark = this.index.get(id);
    const first = mark && contentOf(mark.spans)[0];
    if (first !== undefined) this.revealOffset(first.start);
  }

  /** Scrolls the line at an offset to the middle of the window. */
  revealOffset(offset: number): void {
    const block = this.view.dom.children[this.blockIndexAt(offset)];
    block?.scrollIntoView({ block: 'center' });
    const top = this.topAt(offset);
    if (top !== null) window.scrollBy({ top: top - window.innerHeight / 2 });
  }

  destroy(): void {
    cancelAnimationFrame(this.firstFrame);
    this.observer.disconnect();
    this.view.destroy();
  }

  /** Draws the marks of what comes near the window, and no others. */
  private watch(): IntersectionObserver {
    return new IntersectionObserver(
      (entries) => {
        const shown: number[] = [];
        const hidden: number[] = [];
        for (const { target, isIntersecting } of entries) {
          (isIntersecting ? shown : hidden).push(this.ordinals.get(target)!);
        }
        this.highlights.setVisible(this.view, shown, hidden);
        this.hooks.onView?.();
      },
      { rootMargin: '100% 0px' },
    );
  }

  private observe(): void {
    if (this.view.isDestroyed) return;
    this.root.dataset['settled'] = '';
    for (const [ordinal, element] of [...this.view.dom.children].entries()) {
      this.ordinals.set(element, ordinal);
      this.observer.observe(element);
    }
  }

  private hover(event: Event | null): boolean {
    const id = event === null ? null : innermost(event.target);
    this.hooks.onHover?.(id);
    return false;
  }

  private pick(position: number, event: MouseEvent): boolean {
    const link = event.ctrlKey || event.metaKey ? linkOf(event.target) : null;
    if (link !== null) return openLink(link);
    if (event.shiftKey || window.getSelection()?.isCollapsed === false) return false;
    const id = this.index.marksAt(offsetOf(position))[0]?.id ?? innermost(event.target);
    if (id === null) return false;
    // The view has not read the browser's caret yet, and drawing the mark would put its own back.
    const caret = TextSelection.create(this.view.state.doc, position);
    this.view.dispatch(this.view.state.tr.setSelection(caret));
    this.hooks.onPick?.(id);
    return true;
  }
}

function linkOf(target: EventTarget | Node | null): HTMLAnchorElement | null {
  const element = target instanceof Text ? target.parentElement : target;
  return element instanceof Element ? element.closest('a') : null;
}

function openLink({ href }: HTMLAnchorElement): true {
  window.open(href, '_blank', 'noopener,noreferrer');
  return true;
}

/** The mark under the pointer: of several, the one that was laid over the others last. */
function innermost(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest('[data-marks]') : null;
  return element?.getAttribute('data-marks')?.split(' ').at(-1) ?? null;
}
