import { Plugin, PluginKey, type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { positionOf } from '@/corpus/document/positions';
import { segmentsOf } from '@/corpus/spans/segments';
import type { MarkIndex, ReaderMark } from './mark-index';

/** Text drawn before the view knows what is on screen: more than any first screen holds. */
const FIRST_SCREEN_UNITS = 6000;

/** Lanes of lines that are drawn apart; deeper ones share the last. */
const LANES = 3;

const key = new PluginKey<DecorationSet>('highlights');

/**
 * Draws the marks of the blocks in view as decorations, and only those, so that the cost of a
 * change does not grow with the article (docs/decisions/0005-in-view-decorations.md).
 */
export class Highlights {
  private readonly visible = new Set<number>();
  private readonly drawn = new Map<number, readonly Decoration[]>();
  private active: string | null = null;
  private hovered: string | null = null;
  private passes: (mark: ReaderMark) => boolean = () => true;
  /** Annotation → its number in the printed proof; null on screen. */
  private numbers: ReadonlyMap<string, number> | null = null;

  readonly plugin: Plugin<DecorationSet>;

  constructor(
    private readonly index: MarkIndex,
    private readonly blocks: readonly { readonly start: number; readonly end: number }[],
  ) {
    for (let at = 0; at < blocks.length && blocks[at]!.start < FIRST_SCREEN_UNITS; at++) {
      this.visible.add(at);
    }
    this.plugin = new Plugin<DecorationSet>({
      key,
      state: {
        init: (_, state) => this.assemble(state),
        apply: (transaction, set, _, state) =>
          transaction.getMeta(key) === true ? this.assemble(state) : set,
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

  private assemble(state: EditorState): DecorationSet {
    const decorations: Decoration[] = [];
    const blocks = this.numbers === null ? this.visible : this.blocks.keys();
    for (const block of blocks) {
      let list = this.drawn.get(block);
      if (list === undefined) this.drawn.set(block, (list = this.draw(block)));
      for (const decoration of list) decorations.push(decoration);
    }
    return DecorationSet.create(state.doc, decorations);
  }

  private draw(block: number): readonly Decoration[] {
    const pieces = this.index.piecesIn(block, this.passes);
    const decorations = segmentsOf(pieces).map(({ start, end, pieces: covering }) =>
      Decoration.inline(positionOf(start), positionOf(end), {
        nodeName: 'mark',
        ...this.attributesOf(covering),
      }),
    );
    return this.numbers === null ? decorations : [...decorations, ...this.numberWidgets(block)];
  }

  private attributesOf(
    covering: ReturnType<typeof segmentsOf>[number]['pieces'],
  ): Record<string, string> {
    const classes = new Set(['mark']);
    const ids: string[] = [];
    for (const { piece, lane } of covering) {
      const { id, kind, part } = piece;
      const line = kind === 'attribution' && part !== 'content' ? part : kind;
      classes.add(`tint-${kind}`);
      classes.add(`lane${Math.min(lane, LANES - 1)}-${line}`);
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
      return [Decoration.widget(positionOf(last), widget, { side: -1, key: `note-${mark.id}` })];
    });
  }
}

function redraw(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, true));
}
