import type { Mappable } from 'prosemirror-transform';
import { liveOutcome, type LiveOutcome, type WordsInPlace } from '@/corpus/anchoring/live-outcome';
import type { EditableMark } from '@/corpus/annotation/editable';
import type { Part } from '@/corpus/annotation/model';
import { offsetOf, positionOf } from '@/corpus/document/positions';
import type { Span } from '@/corpus/spans/span';

/** One span of a mark while its text is edited; offsets are UTF-16 of the text as it stands. */
export interface LivePiece extends Span {
  readonly mark: EditableMark;
  readonly part: Part;
  /** The words before the edit, with their neighbours. */
  readonly before: WordsInPlace;
  readonly outcome: LiveOutcome;
}

/** How far beside a span its neighbours are looked at, in UTF-16 units. */
const BESIDE = 60;

export function livePieces(text: string, marks: readonly EditableMark[]): readonly LivePiece[] {
  return marks.flatMap((mark) =>
    mark.spans.map(({ part, start, end }): LivePiece => {
      const before = wordsAt(text, { start, end });
      return { mark, part, start, end, before, outcome: 'whole' };
    }),
  );
}

/**
 * The pieces after a change of the document. Words typed inside a piece belong to it, those at
 * its edge do not, unless nothing of its own is left: then they stand in its place.
 */
export function movePieces(pieces: readonly LivePiece[], change: Mappable): readonly LivePiece[] {
  return pieces.map((piece) => {
    const grows = piece.start === piece.end;
    const one = offsetOf(change.map(positionOf(piece.start), grows ? -1 : 1));
    const two = offsetOf(change.map(positionOf(piece.end), grows ? 1 : -1));
    // Where more than the piece was replaced, its edges cross: it is what came instead.
    const [start, end] = [Math.min(one, two), Math.max(one, two)];
    return start === piece.start && end === piece.end ? piece : { ...piece, start, end };
  });
}

/**
 * Says anew what became of the pieces in and beside a changed zone of the text. A piece whose
 * very words are there again (after an undo, or pasted elsewhere) is put back on them.
 */
export function judgePieces(
  pieces: readonly LivePiece[],
  text: string,
  zone: Span,
): readonly LivePiece[] {
  return pieces.map((piece) => {
    const near = piece.start <= zone.end + BESIDE && piece.end >= zone.start - BESIDE;
    const judged = near ? judge(piece, text) : piece;
    if (judged.outcome === 'whole') return judged;
    return judge(findAgain(judged, text, zone) ?? judged, text);
  });
}

function judge(piece: LivePiece, text: string): LivePiece {
  const outcome = liveOutcome(piece.before, wordsAt(text, piece));
  return outcome === piece.outcome ? piece : { ...piece, outcome };
}

/** The words of a span; a word that goes on beyond its edge belongs to them. */
function wordsAt(text: string, { start, end }: Span): WordsInPlace {
  let [from, to] = [start, end];
  while (from < to && from > 0 && isInner(text, from)) from--;
  while (to > from && to < text.length && isInner(text, to)) to++;
  return {
    left: text.slice(Math.max(0, from - BESIDE), from),
    words: text.slice(from, to),
    right: text.slice(to, to + BESIDE),
  };
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

function isInner(text: string, at: number): boolean {
  return LETTER.test(text[at - 1]!) && LETTER.test(text[at]!);
}

/** The only place in a zone of the text where the words of a piece stand again. */
function findAgain(piece: LivePiece, text: string, zone: Span): LivePiece | null {
  const { words } = piece.before;
  if (words === '') return null;
  const from = Math.max(0, zone.start - words.length);
  const there = text.slice(from, zone.end + words.length);
  const at = there.indexOf(words);
  if (at < 0 || there.indexOf(words, at + 1) >= 0) return null;
  return { ...piece, start: from + at, end: from + at + words.length };
}

/** What became of each mark: it is gone with its content, and changed with any of its parts. */
export function outcomesOf(pieces: readonly LivePiece[]): ReadonlyMap<EditableMark, LiveOutcome> {
  const byMark = new Map<EditableMark, LivePiece[]>();
  for (const piece of pieces) {
    const known = byMark.get(piece.mark);
    if (known === undefined) byMark.set(piece.mark, [piece]);
    else known.push(piece);
  }
  return new Map([...byMark].map(([mark, all]) => [mark, outcomeOf(all)]));
}

function outcomeOf(pieces: readonly LivePiece[]): LiveOutcome {
  const content = pieces.filter(({ part }) => part === 'content');
  if (content.every(({ outcome }) => outcome === 'gone')) return 'gone';
  return pieces.every(({ outcome }) => outcome === 'whole') ? 'whole' : 'changed';
}
