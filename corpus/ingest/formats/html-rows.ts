import type { Formatting } from '../../document/block';
import { sliceOf, type InlineText } from './html-inline';
import type { Piece } from './html-piece';

const BETWEEN = ' | ';

/** Longest cell, in UTF-16 units: longer ones are columns of a page that a table lays out. */
const LONGEST_CELL = 400;

/** Joins the cells of each row of a real table; tables that lay out a page stay as they are. */
export function joinRows(pieces: readonly Piece[], layouts: ReadonlySet<number>): Piece[] {
  const tables = tablesIn(pieces, layouts);
  const joined: Piece[] = [];
  let row: Piece[] = [];
  const end = (): void => {
    if (row.length > 0) joined.push(rowOf(row));
    row = [];
  };
  for (const piece of pieces) {
    const { cell } = piece;
    const isCell = cell !== null && cell.cell > 0 && tables.has(cell.table);
    if (!isCell || row[0]?.cell?.row !== cell.row) end();
    if (isCell) row.push(piece);
    else joined.push(piece);
  }
  end();
  return joined;
}

/** The tables whose cells hold one short text each, and of which a row has two. */
function tablesIn(pieces: readonly Piece[], layouts: ReadonlySet<number>): Set<number> {
  const real = new Set<number>();
  const broken = new Set<number>(layouts);
  let before: Piece | null = null;
  for (const piece of pieces) {
    const { cell } = piece;
    if (cell === null || cell.cell === 0) continue;
    const last = before?.cell ?? null;
    if (last?.cell === cell.cell || piece.text.length > LONGEST_CELL) broken.add(cell.table);
    if (last?.row === cell.row && last.table === cell.table) real.add(cell.table);
    before = piece;
  }
  return new Set([...real].filter((table) => !broken.has(table)));
}

function rowOf(cells: readonly Piece[]): Piece {
  let text = '';
  const formatting: Formatting[] = [];
  for (const cell of cells) {
    if (text !== '') text += BETWEEN;
    const start = text.length;
    for (const range of cell.formatting) {
      formatting.push({ ...range, start: start + range.start, end: start + range.end });
    }
    text += cell.text.replaceAll('\n', ' ');
  }
  const linked = cells.reduce((sum, cell) => sum + cell.linked, 0);
  return { ...cells[0]!, kind: 'row', level: 0, depth: 0, text, formatting, linked };
}

/** Preformatted text parts where a line is blank; its single line breaks stay. */
export function paragraphsOfKept(taken: InlineText): InlineText[] {
  const parts: InlineText[] = [];
  for (const match of taken.text.matchAll(/\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
    const part = sliceOf(taken, match.index, match.index + match[0].trimEnd().length);
    if (/[\p{L}\p{N}\p{P}\p{S}\p{M}]/u.test(part.text)) parts.push(part);
  }
  return parts;
}
