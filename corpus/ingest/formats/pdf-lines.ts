import { inReadingOrder } from './pdf-columns';
import type { PdfPage } from './pdf-words';

/** One line of one column, in reading order. */
export interface PdfLine {
  /** Cells beside each other are parted by tabs. */
  readonly text: string;
  readonly page: number;
  readonly column: number;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The page's height, in points. */
  readonly height: number;
}

/** The lines of all pages: the text's own, and what repeats at one height or counts pages. */
export function linesOfPages(pages: readonly PdfPage[]): {
  readonly own: PdfLine[];
  readonly repeated: PdfLine[];
} {
  const lines = pages.flatMap(linesOfPage);
  const repeated = repeatedLines(lines);
  return {
    own: lines.filter((line) => !repeated.has(line)),
    repeated: lines.filter((line) => repeated.has(line)),
  };
}

function linesOfPage({ words, number, height }: PdfPage): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const { text, x, right, y, size, column } of inReadingOrder(words)) {
    const last = lines.at(-1);
    const isSame =
      last !== undefined && last.column === column && Math.abs(last.y - y) < size * 0.4;
    const line = { text: text.trim(), page: number, column, x, right, y, size, height };
    if (!isSame || x < last.x) lines.push(line);
    else lines[lines.length - 1] = { ...last, text: beside(last.text, line.text), right };
  }
  return lines;
}

/** A bullet or a number and its words are no cells of a table. */
function beside(left: string, right: string): string {
  return /^(?:[•‣◦●▪∙–-]|\(?\d{1,2}[.)])$/u.test(left) ? `${left} ${right}` : `${left}\t${right}`;
}

/** The share of the page at its head and foot where running lines stand. */
const MARGIN = 0.14;

/** The share of the pages on which a running line must stand: left and right pages may differ. */
const LEAST_SHARE = 0.4;

function repeatedLines(lines: readonly PdfLine[]): Set<PdfLine> {
  const pages = new Set(lines.map(({ page }) => page)).size;
  const groups = new Map<string, PdfLine[]>();
  for (const line of lines.filter(isInMargin)) {
    const key = `${line.text.replace(/\d+/g, '#').toLowerCase()} ${Math.round(line.y / 6)}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const least = Math.max(2, pages * LEAST_SHARE);
  const running = [...groups.values()].filter(
    (group) => new Set(group.map(({ page }) => page)).size >= least,
  );
  return new Set([...running.flat(), ...lines.filter(isPageNumber)]);
}

function isInMargin({ y, height }: PdfLine): boolean {
  return y < height * MARGIN || y > height * (1 - MARGIN);
}

function isPageNumber(line: PdfLine): boolean {
  return isInMargin(line) && /^(?:page\s+)?[-–—\s]*\d{1,4}[-–—\s]*$/i.test(line.text);
}
