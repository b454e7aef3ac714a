import { bylineOf } from '../byline';
import { sliceOf } from './html-inline';
import type { Piece } from './html-piece';

const LONGEST_HEAD = 500;
const MOST_LINES = 5;

/** A head that is set as the lines of one paragraph (headline, byline, date): a piece each. */
export function withHeadLines(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.flatMap((piece) => (isHead(piece) ? linesOf(piece) : [piece]));
}

function isHead({ text, kind, comment }: Piece): boolean {
  if (kind !== 'text' || comment !== null || text.length > LONGEST_HEAD) return false;
  const lines = text.split('\n');
  if (lines.length < 2 || lines.length > MOST_LINES) return false;
  return lines.some((line) => bylineOf(line.trim()) !== null);
}

function linesOf(piece: Piece): Piece[] {
  return [...piece.text.matchAll(/\S[^\n]*/g)].map((match) => {
    const end = match.index + match[0].trimEnd().length;
    return { ...piece, ...sliceOf(piece, match.index, end) };
  });
}
