import { endsSentence } from '../letters';
import type { PdfLine } from './pdf-lines';

/** Lines that belong together, joined. */
export interface PdfParagraph {
  readonly text: string;
  readonly page: number;
  /** Of the type, in points. */
  readonly size: number;
}

/** What a column's lines have in common. */
interface Column {
  readonly left: number;
  readonly right: number;
}

interface Setting {
  readonly columns: ReadonlyMap<string, Column>;
  /** From one base line to the next, in times of the type's size, as most lines have it. */
  readonly leading: number;
}

/** Joins lines to paragraphs, over the ends of columns and pages, and undoes hyphenation. */
export function paragraphsOfLines(lines: readonly PdfLine[]): PdfParagraph[] {
  const setting = { columns: columnsOf(lines), leading: leadingOf(lines) };
  const groups: PdfLine[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const last = groups.at(-1);
    if (before === undefined || last === undefined || starts(before, line, last, setting)) {
      groups.push([line]);
    } else last.push(line);
  }
  return groups.map((group) => ({
    text: joinedText(group),
    page: group[0]?.page ?? 1,
    size: group[0]?.size ?? 0,
  }));
}

const BULLET = /^(?:[•‣◦●▪∙]|\(?\d{1,2}[.)]\s|[-–]\s)/u;

/** The line begins a paragraph of its own; `group` holds the lines of the one before. */
function starts(
  before: PdfLine,
  line: PdfLine,
  group: readonly PdfLine[],
  setting: Setting,
): boolean {
  if (Math.abs(line.size - before.size) > 0.08 * Math.max(line.size, before.size)) return true;
  if (BULLET.test(line.text) || line.text.includes('\t') || before.text.includes('\t')) return true;
  const own = columnOf(line, setting);
  const other = columnOf(before, setting);
  const isIndented = line.x > own.left + 0.7 * line.size;
  const wasIndented = before.x > other.left + 0.7 * before.size;
  const goesOn = wasIndented && (group.length > 1 || isHanging(group, setting));
  if (isIndented && !goesOn && !isItem(group, line)) return true;
  const isShort = before.right < other.right - 0.12 * (other.right - other.left);
  if (isElsewhere(before, line))
    return endsSentence(before.text) || (isShort && !isHyphened(before));
  if (before.y - line.y > setting.leading * line.size * 1.3 && !isLarge(line, setting)) return true;
  return isShort && endsSentence(before.text);
}

/** The line goes on under the words of a list item, which stand further in than its bullet. */
function isItem([first]: readonly PdfLine[], line: PdfLine): boolean {
  return first !== undefined && BULLET.test(first.text) && line.x >= first.x;
}

/** A list item or a quotation that is set in as a whole. */
function isHanging(group: readonly PdfLine[], setting: Setting): boolean {
  const [first] = group;
  return first !== undefined && first.x > columnOf(first, setting).left + 1.2 * first.size;
}

function isLarge(line: PdfLine, { leading }: Setting): boolean {
  return line.size >= 16 && leading > 0 && leading < 1.2;
}

function isElsewhere(before: PdfLine, line: PdfLine): boolean {
  return before.page !== line.page || before.column !== line.column || line.y >= before.y;
}

function isHyphened({ text }: PdfLine): boolean {
  return /\p{L}[-\u00ad]$/u.test(text);
}

function keyOf({ page, column }: PdfLine): string {
  return `${page} ${column}`;
}

function columnOf(line: PdfLine, { columns }: Setting): Column {
  return columns.get(keyOf(line)) ?? { left: line.x, right: line.right };
}

/** The left edge that most lines of a column share, and its right edge. */
function columnsOf(lines: readonly PdfLine[]): Map<string, Column> {
  const grouped = new Map<string, PdfLine[]>();
  for (const line of lines) {
    const group = grouped.get(keyOf(line));
    if (group === undefined) grouped.set(keyOf(line), [line]);
    else group.push(line);
  }
  return new Map(
    [...grouped].map(([key, group]) => {
      const left = mostCommon(group.map(({ x }) => Math.round(x / 2) * 2)) ?? 0;
      return [key, { left, right: group.reduce((most, { right }) => Math.max(most, right), left) }];
    }),
  );
}

function leadingOf(lines: readonly PdfLine[]): number {
  const steps = lines.flatMap((line, at) => {
    const before = lines[at - 1];
    if (before === undefined || isElsewhere(before, line) || before.size !== line.size) return [];
    return [Math.round(((before.y - line.y) / line.size) * 20) / 20];
  });
  return mostCommon(steps) ?? 1.2;
}

/** The value that is there most often; of several the least. */
export function mostCommon(values: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: number | null = null;
  for (const [value, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && value < best)) best = value;
  }
  return best;
}

/**
 * A hyphen at a line's end goes where the word goes on in small letters; before a capital or a
 * figure it is the word's own.
 */
function joinedText(lines: readonly PdfLine[]): string {
  let text = '';
  for (const { text: own } of lines) {
    if (text === '') text = own;
    else if (/\u00ad$/u.test(text)) text = text.slice(0, -1) + own;
    else if (/\p{L}[-‐]$/u.test(text) && /^\p{Ll}/u.test(own)) text = text.slice(0, -1) + own;
    else if (/[\p{L}\p{N}][-‐]$/u.test(text) && /^[\p{L}\p{N}]/u.test(own)) text += own;
    else text += ` ${own}`;
  }
  return text.replaceAll('\u00ad', '');
}
