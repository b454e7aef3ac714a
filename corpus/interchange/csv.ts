import { stringify } from 'csv-stringify/sync';
import type { DatasetArticle } from './article';
import type { Cell } from './rows';
import { TABLES, type Table } from './tables';

/** Cells with a comma, a quotation mark or a line break are quoted (RFC 4180). */
const OPTIONS = { record_delimiter: '\r\n' } as const;

/** How many rows are written at once. */
const PIECE = 200;

/** The first line of a table's file. */
export function csvHeader(table: Table): string {
  return stringify([table.fields.map((field) => field.name)], OPTIONS);
}

/**
 * One article's rows of one table as CSV (RFC 4180: CRLF, UTF-8 without a mark). Lossless: no
 * cell is changed to keep a spreadsheet from reading it as a formula (docs/formats.md).
 */
export function* csvRows(table: Table, article: DatasetArticle): Generator<string> {
  let piece: string[][] = [];
  for (const row of table.rowsOf(article)) {
    piece.push(row.map(cellText));
    if (piece.length < PIECE) continue;
    yield stringify(piece, OPTIONS);
    piece = [];
  }
  if (piece.length > 0) yield stringify(piece, OPTIONS);
}

/** A whole table, header first. */
export function* csvTable(table: Table, articles: Iterable<DatasetArticle>): Generator<string> {
  yield csvHeader(table);
  for (const article of articles) yield* csvRows(table, article);
}

/** The table in a file of this name (`spans.csv`); null where the package has no such file. */
export function findTable(fileName: string): Table | null {
  return TABLES.find((table) => csvFileName(table) === fileName) ?? null;
}

export function csvFileName(table: Table): string {
  return `${table.name}.csv`;
}

function cellText(cell: Cell): string {
  return cell === null ? '' : String(cell);
}
