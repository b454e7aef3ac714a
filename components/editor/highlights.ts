import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { segmentsOf } from '@/corpus/spans/segments';
import type { Span } from '@/corpus/spans/span';
import { BlockDecorations } from './block-decorations';
import type { MarkIndex, ReaderMark } from './mark-index';

/** Text drawn before the view knows what is on screen: more than any first screen holds. */
const FIRST_SCREEN_UNITS = 4000;

/** Lanes of lines that are drawn apart; deeper ones share the last. */
const LANES = 3;

/** Words that people discuss; the current ones are those that a person looks at. */
export interface DiscussedWords extends Span {
  readonly isCurrent: boolean;
}

const key = new PluginKey<BlockDecorations>('highlights');

/**
 * Draws the marks of the blocks in view as decorations, and only those, so that the cost of a
 * change does not grow with the article (docs/decisions/0005-in-view-decorations.md).
 */
export class Highlights {
  private readonly visible = new Set<number>();
  private readonly drawn = new Map<number, DecorationSet>();
  private active: string | null = null;
  private hovered: string | null = null;
  private discussed: readonly DiscussedWords[] = [];
  private passes: (mark: ReaderMark) => boolean = () => true;
  /** Annotation → its number in the printed proof; null on screen. */
  private numbers: ReadonlyMap<string, number> | null = null;

  readonly plugin: Plugin<BlockDecorations>;

  constructor(
    private readonly index: MarkIndex,
    private readonly blocks: readonly { readonly start: number; readonly end: number }[],
  ) {
    for (let at = 0; at < blocks.length && blocks[at]!.start < FIRST_SCREEN_UNITS; at++) {
      this.visible.add(at);
    }
    this.plugin = new Plugin<BlockDecorations>({
      key,
      state: {
        init: (_, state) => this.assemble(state.doc),
        apply: (transaction, set, _, state) =>
          transaction.getMeta(key) === true ? this.assemble(state.doc) : set,
      },
      props: { decorations: (state) => key.getState(state) },
    });
  }

  /** The blocks that hold drawn marks, in order. */
  get visibleBlocks(): readonly number[] {
    return [...this.visible].sort((a, b) => a - b);
  }

  setVisible(view: EditorView, shown: readonly number[], hidden: readonly number[]): void {
    for (const block of shown) this.visible.add(block);
    for (const block of hidden) this.visible.delete(block);
    redraw(view);
  }

  /** Draws blocks again whose marks changed. */
  refresh(view: EditorView, blocks: readonly number[]): void {
    for (const block of blocks) this.drawn.delete(block);
    redraw(view);
  }

  setActive(view: EditorView, id: string | null): void {
    if (id === this.active) return;
    const touched = this.blocksOf(this.active, id);
    this.active = id;
    this.refresh(view, touched);
  }

  setHovered(view: EditorView, id: string | null): void {
    if (id === this.hovered) return;
    const touched = this.blocksOf(this.hovered, id);
    this.hovered = id;
    this.refresh(view, touched);
  }

  setFilter(view: EditorView, passes: (mark: ReaderMark) => boolean): void {
    this.passes = passes;
    this.drawn.clear();
    redraw(view);
  }

  setDiscussed(view: EditorView, words: readonly DiscussedWords[]): void {
    this.discussed = words;
    this.drawn.clear();
    redraw(view);
  }

  /** For print: draws every block, each mark with its number behind it. */
  setNumbers(view: EditorView, numbers: ReadonlyMap<string, number> | null): void {
    this.numbers = numbers;
    this.drawn.clear();
    redraw(view);
  }

  private blocksOf(...ids: (string | null)[]): readonly number[] {
    return ids.flatMap((id) => {
      const mark = id === null ? undefined : this.index.get(id);
      return mark === undefined ? [] : this.index.blocksOf(mark);
    });
  }

  private assemble(doc: Node): BlockDecorations {
    const sets = new Map<number, DecorationSet>();
    for (const block of this.numbers === null ? this.visible : this.blocks.keys()) {
      let set = this.drawn.get(block);
      if (set === undefined) {
        set = DecorationSet.create(doc.child(block), this.draw(block));
        this.drawn.set(block, set);
      }
      sets.set(block, set);
    }
    return new BlockDecorations(sets);
  }

  /** The decorations of one block, in offsets of its own text. */
  private draw(block: number): Decoration[] {
    const { start: origin, end: last } = this.blocks[block]!;
    const frames = this.discussed
      .filter(({ start, end }) => start < last && end > origin)
      .map(({ start, end, isCurrent }) =>
        Decoration.inline(start - origin, end - origin, {
          class: isCurrent ? 'discussed is-current' : 'discussed',
        }),
      );
    const drawn = (suggested: boolean) => {
      const pieces = this.index.piecesIn(
        block,
        (mark) => mark.suggested === suggested && this.passes(mark),
      );
      return segmentsOf(pieces).map(({ start, end, pieces: covering }) =>
        Decoration.inline(start - origin, end - origin, {
          nodeName: 'mark',
          ...this.attributesOf(covering, suggested),
        }),
      );
    };
    const numbers = this.numbers === null ? [] : this.numberWidgets(block);
    // Apart from each other, so that a suggestion moves no line of a person's mark.
    return [...drawn(false), ...drawn(true), ...frames, ...numbers];
  }

  private attributesOf(
    covering: ReturnType<typeof segmentsOf>[number]['pieces'],
    suggested: boolean,
  ): Record<string, string> {
    const classes = new Set(['mark']);
    const ids: string[] = [];
    for (const { piece, lane } of covering) {
      const { id, kind, part } = piece;
      const line = kind === 'attribution' && part !== 'content' ? part : kind;
      if (suggested) classes.add(`suggested-${kind}`);
      else classes.add(`tint-${kind}`).add(`lane${Math.min(lane, LANES - 1)}-${line}`);
      if (id === this.active) classes.add('is-active');
      if (id === this.hovered) classes.add('is-hovered');
      ids.push(id);
    }
    return { class: [...classes].join(' '), 'data-marks': ids.join(' ') };
  }

  private numberWidgets(block: number): readonly Decoration[] {
    const { start, end } = this.blocks[block]!;
    return this.index.marksIn(block).flatMap((mark) => {
      const number = this.numbers?.get(mark.id);
      const last = Math.max(...mark.spans.filter((s) => s.part === 'content').map((s) => s.end));
      if (number === undefined || last <= start || last > end) return [];
      const widget = () => {
        const note = document.createElement('sup');
        note.className = 'note-number';
        note.textContent = String(number);
        return note;
      };
      return [Decoration.widget(last - start, widget, { side: -1, key: `note-${mark.id}` })];
    });
  }
}

function redraw(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, true));
}
