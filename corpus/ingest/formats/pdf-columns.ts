import type { Words } from './pdf-words';

/** Words on one base line of one column. */
export interface Segment {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A segment with its column: 0 from the left; -1 where it runs over several. */
export interface Placed extends Segment {
  readonly column: number;
}

/** A gap between words of this many times their size parts columns or cells. */
const WIDE_GAP = 0.9;

/** The least width of the space between two columns, in points. */
const LEAST_GUTTER = 6;

/** Lines on each side that it takes to make columns. */
const LEAST_LINES = 4;

/** Lines of a column are this many times as wide as their type is large, at least half of them. */
const LEAST_WIDTH = 7;

/** The segments of a page in reading order: down each column, over what runs across at its place. */
export function inReadingOrder(words: readonly Words[]): Placed[] {
  const segments = segmentsOf(words);
  const gutters = guttersOf(segments);
  const spans = segments
    .filter((segment) => gutters.some((x) => segment.x < x && segment.right > x))
    .sort((a, b) => b.y - a.y);
  const placed = segments.map((segment) => {
    const span = spans.indexOf(segment);
    const band = span === -1 ? spans.filter(({ y }) => y > segment.y).length : span;
    const column = gutters.filter((x) => segment.x >= x).length;
    return { ...segment, band, column: span === -1 ? column : -1 };
  });
  const place = (column: number): number => (column === -1 ? Infinity : column);
  return placed
    .sort(
      (a, b) =>
        a.band - b.band || compare(place(a.column), place(b.column)) || b.y - a.y || a.x - b.x,
    )
    .map(({ band: _, ...segment }) => segment);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Words side by side on one base line, a space where there is a gap. */
function segmentsOf(words: readonly Words[]): Segment[] {
  return baseLines(words).flatMap((line) => {
    const segments: Segment[] = [];
    for (const item of line.sort((a, b) => a.x - b.x)) {
      const last = segments.at(-1);
      const gap = last === undefined ? Infinity : item.x - last.right;
      if (last === undefined || gap > WIDE_GAP * Math.max(item.size, last.size)) {
        segments.push({ ...item, text: item.text.trim(), right: item.x + item.width });
      } else segments[segments.length - 1] = joined(last, item, gap);
    }
    return segments;
  });
}

function joined(last: Segment, item: Words, gap: number): Segment {
  const isApart = gap > 0.15 * item.size || /^\s/.test(item.text);
  const text = last.text + (isApart ? ' ' : '') + item.text.trim();
  return {
    ...last,
    text: item.text.endsWith(' ') ? `${text} ` : text,
    right: Math.max(last.right, item.x + item.width),
    size: Math.max(last.size, item.size),
  };
}

/** Words whose base lines are the same, raised and lowered figures included; from top to bottom. */
function baseLines(words: readonly Words[]): Words[][] {
  const lines: { y: number; size: number; words: Words[] }[] = [];
  for (const item of [...words].sort((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    const near = last !== undefined && last.y - item.y <= 0.4 * Math.min(item.size, last.size);
    if (near) last.words.push(item);
    else lines.push({ y: item.y, size: item.size, words: [item] });
  }
  return lines.map((line) => line.words);
}

/** The middles of the spaces between columns, from the left; none for a page with one column. */
function guttersOf(segments: readonly Segment[]): number[] {
  const [left, right] = [
    segments.reduce((least, { x }) => Math.min(least, x), Infinity),
    segments.reduce((most, segment) => Math.max(most, segment.right), -Infinity),
  ];
  if (segments.length === 0 || !(right - left < 20_000)) return [];
  const crossings = crossingsOf(segments, Math.floor(left), Math.ceil(right));
  const least = Math.min(...crossings) * 1.2 + segments.length * 0.12;
  const gutters: number[] = [];
  for (let from = 0; from < crossings.length; from++) {
    if ((crossings[from] ?? 0) > least) continue;
    let to = from;
    while (to < crossings.length && (crossings[to] ?? 0) <= least) to++;
    const [start, end] = [Math.floor(left) + from, Math.floor(left) + to];
    if (isGutter(segments, start, end, gutters.at(-1) ?? -Infinity))
      gutters.push((start + end) / 2);
    from = to;
  }
  return gutters;
}

/** How many segments run over each point from left to right. */
function crossingsOf(segments: readonly Segment[], left: number, right: number): number[] {
  const changes = new Array<number>(right - left + 1).fill(0);
  for (const segment of segments) {
    const from = Math.floor(segment.x) - left;
    const to = Math.min(Math.ceil(segment.right) - left, changes.length - 1);
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to] = (changes[to] ?? 0) - 1;
  }
  let open = 0;
  return changes.slice(0, -1).map((change) => (open += change));
}

/** Both sides hold lines of text, which cells of a table are too short for. */
function isGutter(
  segments: readonly Segment[],
  start: number,
  end: number,
  before: number,
): boolean {
  if (end - start < LEAST_GUTTER) return false;
  const leftSide = segments.filter(({ x, right }) => right <= start + 2 && x >= before);
  const rightSide = segments.filter(({ x }) => x >= end - 2);
  return isColumn(leftSide) && isColumn(rightSide);
}

function isColumn(side: readonly Segment[]): boolean {
  const wide = side.filter(({ x, right, size }) => right - x >= LEAST_WIDTH * size);
  return side.length >= LEAST_LINES && wide.length * 2 >= side.length;
}
