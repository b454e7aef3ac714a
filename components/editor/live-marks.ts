import type { Node } from 'prosemirror-model';
import {
  Plugin,
  PluginKey,
  TextSelection,
  type EditorState,
  type Transaction,
} from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { LiveOutcome } from '@/corpus/anchoring/live-outcome';
import type { EditableMark } from '@/corpus/annotation/editable';
import { offsetOf } from '@/corpus/document/positions';
import { textOf } from '@/corpus/document/schema';
import { segmentsOf } from '@/corpus/spans/segments';
import type { Span } from '@/corpus/spans/span';
import { BlockDecorations } from './block-decorations';
import { judgePieces, livePieces, movePieces, outcomesOf, type LivePiece } from './live-pieces';

/** Lanes of lines that are drawn apart; deeper ones share the last. */
const LANES = 3;

/** Text drawn before the view knows what is on screen. */
const FIRST_SCREEN_UNITS = 6000;

interface Live {
  readonly pieces: readonly LivePiece[];
  readonly outcomes: ReadonlyMap<EditableMark, LiveOutcome>;
  /** What is near the screen, as offsets. */
  readonly shown: Span;
  /** What changed while an input method was composing, which redrawing would disturb. */
  readonly waiting: Span | null;
  readonly drawn: BlockDecorations;
}

const key = new PluginKey<Live>('live marks');

export function outcomesIn(state: EditorState): ReadonlyMap<EditableMark, LiveOutcome> {
  return key.getState(state)!.outcomes;
}

/** The first offset of a mark's content as it stands now. */
export function placeOf(state: EditorState, mark: EditableMark): number | null {
  const pieces = key.getState(state)!.pieces.filter((piece) => piece.mark === mark);
  return (pieces.find(({ part }) => part === 'content') ?? pieces[0])?.start ?? null;
}

/** Tells the drawing what is near the screen, or (null) that an input method has finished. */
export function showMarks(view: EditorView, shown: Span | null): void {
  takeOverCaret(view);
  view.dispatch(view.state.tr.setMeta(key, shown ?? key.getState(view.state)!.shown));
}

/** Keeps a caret that the browser moved and has not yet told of: a redraw would put it back. */
function takeOverCaret(view: EditorView): void {
  const { anchorNode, anchorOffset, focusNode, focusOffset } =
    view.dom.ownerDocument.getSelection()!;
  if (anchorNode === null || focusNode === null || !view.hasFocus() || view.composing) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const { doc, selection, tr } = view.state;
  const place = (node: globalThis.Node, offset: number) => doc.resolve(view.posAtDOM(node, offset));
  const seen = TextSelection.between(
    place(anchorNode, anchorOffset),
    place(focusNode, focusOffset),
  );
  if (!seen.eq(selection)) view.dispatch(tr.setSelection(seen));
}

/**
 * Draws the marks of a text that is being edited, where they stand after each change, and says of
 * each whether its words are whole. Only blocks near the screen are drawn, and of these only the
 * ones that changed are drawn anew.
 */
export function liveMarks(marks: readonly EditableMark[]): Plugin<Live> {
  const kept = new WeakMap<Node, { readonly signature: string; readonly set: DecorationSet }>();
  let view: EditorView | null = null;
  const drawing = (live: Omit<Live, 'drawn'>, doc: Node): Live => ({
    ...live,
    drawn: draw(live, doc, kept),
  });
  return new Plugin<Live>({
    key,
    state: {
      init: (_, { doc }) => {
        const pieces = livePieces(textOf(doc), marks);
        const shown = { start: 0, end: FIRST_SCREEN_UNITS };
        return drawing({ pieces, outcomes: outcomesOf(pieces), shown, waiting: null }, doc);
      },
      apply: (transaction, live) => {
        const shown = (transaction.getMeta(key) as Span | undefined) ?? null;
        if (!transaction.docChanged && shown === null) return live;
        const next = follow(live, transaction, view?.composing === true);
        return drawing(shown === null ? next : { ...next, shown }, transaction.doc);
      },
    },
    view: (made) => {
      view = made;
      return {};
    },
    props: { decorations: (state) => key.getState(state)!.drawn },
  });
}

function follow(live: Live, transaction: Transaction, composing: boolean): Omit<Live, 'drawn'> {
  const { mapping, doc } = transaction;
  const moved = transaction.docChanged ? movePieces(live.pieces, mapping) : live.pieces;
  const zone = zoneOf(transaction, live.waiting);
  const shown = {
    start: Math.max(0, offsetOf(mapping.map(live.shown.start + 1, -1))),
    end: Math.max(live.shown.end, offsetOf(mapping.map(Math.min(live.shown.end + 1, transaction.before.content.size)))), // prettier-ignore
  };
  if (zone === null || composing) return { ...live, pieces: moved, shown, waiting: zone };
  const pieces = judgePieces(moved, textOf(doc), zone);
  return { pieces, outcomes: outcomesOf(pieces), shown, waiting: null };
}

/** All that a transaction changed, as one range of offsets of the new text, with what waited. */
function zoneOf({ mapping }: Transaction, waiting: Span | null): Span | null {
  let [start, end] = [Infinity, -Infinity];
  const take = (from: number, to: number) => {
    start = Math.min(start, from);
    end = Math.max(end, to);
  };
  if (waiting !== null) take(mapping.map(waiting.start + 1, -1), mapping.map(waiting.end + 1));
  for (const [index, map] of mapping.maps.entries()) {
    const rest = mapping.slice(index + 1);
    map.forEach((_from, _to, from, to) => take(rest.map(from, -1), rest.map(to)));
  }
  return start > end ? null : { start: Math.max(0, offsetOf(start)), end: offsetOf(end) };
}

type Kept = WeakMap<Node, { readonly signature: string; readonly set: DecorationSet }>;

function draw({ pieces, outcomes, shown }: Omit<Live, 'drawn'>, doc: Node, kept: Kept) {
  const near = pieces.filter(
    ({ start, end }) => start < end && start <= shown.end && end >= shown.start,
  );
  const sets = new Map<number, DecorationSet>();
  doc.forEach((block, start) => {
    const end = start + block.content.size;
    if (start > shown.end || end < shown.start) return;
    const inside = near.flatMap((piece) => {
      const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
      if (from >= to) return [];
      const { id, kind } = piece.mark;
      const changed = outcomes.get(piece.mark) !== 'whole';
      return [{ id, kind, part: piece.part, start: from - start, end: to - start, changed }];
    });
    const signature = JSON.stringify(inside);
    const known = kept.get(block);
    const set = known?.signature === signature ? known.set : drawBlock(block, inside);
    kept.set(block, { signature, set });
    sets.set(start, set);
  });
  return new BlockDecorations(sets, (offset) => offset);
}

type Inside = Parameters<typeof segmentsOf>[0][number] & { readonly changed: boolean };

function drawBlock(block: Node, pieces: readonly Inside[]): DecorationSet {
  const decorations = segmentsOf(pieces).map(({ start, end, pieces: covering }) => {
    const classes = new Set(['mark']);
    for (const { piece, lane } of covering) {
      const line = piece.kind === 'attribution' && piece.part !== 'content' ? piece.part : piece.kind; // prettier-ignore
      classes.add(`tint-${piece.kind}`);
      classes.add(`lane${Math.min(lane, LANES - 1)}-${line}`);
      if ((piece as Inside).changed) classes.add('is-changed');
    }
    const ids = covering.map(({ piece }) => piece.id).join(' ');
    const attributes = { nodeName: 'mark', class: [...classes].join(' '), 'data-marks': ids };
    return Decoration.inline(start, end, attributes);
  });
  return DecorationSet.create(block, decorations);
}
