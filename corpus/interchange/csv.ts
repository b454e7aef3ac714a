import type { DatasetArticle } from './article';
import type { Cell, Row } from './rows';
import type { Table } from './tables';

/** How many rows are put into one piece. */
const PIECE = 200;

/** The first line of a table's file. */
export function csvHeader(table: Table): string {
  return csvLine(table.fields.map((field) => field.name));
}

/**
 * One article's rows of one table as CSV (RFC 4180: CRLF, UTF-8 without a mark), in pieces.
 * Lossless: no cell is changed to keep a spreadsheet from reading it as a formula
 * (docs/formats.md).
 */
export function* csvRows(table: Table, article: DatasetArticle): Generator<string> {
  let piece = '';
  let rows = 0;
  for (const row of table.rowsOf(article)) {
    piece += csvLine(row);
    if (++rows % PIECE !== 0) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

export function csvFileName(table: Table): string {
  return `${table.name}.csv`;
}

/** One line, as csv-stringify writes it (a test holds them equal), in half the time. */
export function csvLine(row: Row): string {
  return `${row.map(cellText).join(',')}\r\n`;
}

/** A cell with a comma, a quotation mark or a line break is quoted, its quotation marks doubled. */
function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
