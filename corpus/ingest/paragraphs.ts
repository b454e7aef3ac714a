import { bylineOf } from './byline';
import { isCaption, isCredit } from './captions';
import { placeComments, type CommentPlace } from './comments';
import { datelineOf } from './dateline';
import { isFurniture, isRule } from './furniture';
import { endsSentence } from './letters';
import { linesOf, type Line } from './lines';
import { piecesOf, type Marker, type Piece } from './pieces';
import { continues, joint, wrapWidth } from './wrapping';

/** A stretch of text that becomes one block. Offsets are UTF-16 units of the decoded text. */
export interface Paragraph {
  /** Line wrapping undone; line breaks that mean something are "\n". */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Columns before all of its lines, or before its list marker. */
  readonly indent: number;
  /** Blank lines before it. */
  readonly gap: number;
  readonly newPage: boolean;
  readonly marker: Marker | null;
  readonly comment: CommentPlace | null;
}

/** Cuts a text into paragraphs, in order; together they hold all of it but white space and markers. */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const pieces = piecesOf(lines, width);
  const places = placeComments(pieces);
  const paragraphs: Paragraph[] = [];
  let hasProse = false;
  for (const [index, piece] of pieces.entries()) {
    const comment = places[index] ?? null;
    const parts = partsOf(
      piece,
      width,
      comment !== null ||
        (hasProse && isVerse(piece) && !isFurniture(paragraphs.at(-1)?.text ?? '')),
    );
    for (const [order, part] of parts.entries()) {
      const paragraph = paragraphOf(part, piece, order, comment, width);
      paragraphs.push(paragraph);
      hasProse ||= paragraph.text.length > 80 && endsSentence(paragraph.text);
    }
  }
  return paragraphs;
}

/** The piece's lines, grouped: wrapped lines together, all others apart unless `whole`. */
function partsOf(piece: Piece, width: number | null, whole: boolean): Line[][] {
  if (whole || piece.marker?.kind === 'quote') return [[...piece.lines]];
  const parts: Line[][] = [];
  for (const line of piece.lines) {
    const last = parts.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && continues(before, line, width))
      last.push(line);
    else parts.push([line]);
  }
  return parts;
}

function paragraphOf(
  lines: readonly Line[],
  piece: Piece,
  order: number,
  comment: CommentPlace | null,
  width: number | null,
): Paragraph {
  const [first] = lines;
  return {
    text: textOf(lines, width),
    start: first?.start ?? 0,
    end: lines.at(-1)?.end ?? 0,
    indent: indentOf(lines, order === 0 && piece.marker !== null ? piece.indent : null),
    gap: order === 0 ? piece.gap : 0,
    newPage: order === 0 && piece.newPage,
    marker: order === 0 ? piece.marker : null,
    comment,
  };
}

/** A first line alone set in is no indentation. `marked`: the column of the list marker. */
function indentOf(lines: readonly Line[], marked: number | null): number {
  return marked ?? lines.reduce((least, line) => Math.min(least, line.indent), Infinity);
}

function textOf(lines: readonly Line[], width: number | null): string {
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      if (before === undefined) return line.text;
      return (continues(before, line, width) ? joint(before.text, line.text) : '\n') + line.text;
    })
    .join('');
}

/** Three or more short lines that are no sentences and nothing else: their breaks mean something. */
function isVerse(piece: Piece): boolean {
  if (piece.lines.length < 3 || piece.marker !== null) return false;
  const texts = piece.lines.map((line) => line.text);
  if (texts.some((text) => text.length > 60 || text.includes('\t') || isSpecial(text)))
    return false;
  return texts.filter((text) => !endsSentence(text)).length * 2 >= texts.length;
}

function isSpecial(text: string): boolean {
  return (
    isFurniture(text) ||
    isRule(text) ||
    isCaption(text) ||
    isCredit(text) ||
    bylineOf(text) !== null ||
    datelineOf(text) !== null
  );
}
