import { withoutStart, type Line } from './lines';
import { continues } from './wrapping';

export type MarkerKind = 'bullet' | 'number' | 'heading' | 'quote';

/** What stood before the words and is no part of them: "•", "3.", "##", ">". */
export interface Marker {
  readonly kind: MarkerKind;
  /** The number of a numbered item; the level of a heading; 0 for the others. */
  readonly value: number;
}

/** Lines that stand together: a run without blank lines, cut before each list marker. */
export interface Piece {
  /** At least one; without their markers. */
  readonly lines: readonly Line[];
  readonly marker: Marker | null;
  /** The indentation of the first line, its marker included, in columns. */
  readonly indent: number;
  /** Blank lines before the piece. */
  readonly gap: number;
  readonly newPage: boolean;
}

interface Found {
  readonly marker: Marker;
  readonly length: number;
}

/**
 * Groups lines into pieces. A marker counts only where it is one for sure: bullets that nothing
 * else uses, "-", "*" and numbers only beside a sibling.
 */
export function piecesOf(lines: readonly Line[], width: number | null): Piece[] {
  const markers = confirmed(lines, width);
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= lines.length; at++) {
    const line = lines[at];
    if (line !== undefined && line.gap === 0 && !cutsBefore(markers, at)) continue;
    const piece = pieceOf(lines.slice(from, at), markers.slice(from, at));
    if (piece !== null) pieces.push(piece);
    from = at;
  }
  return pieces;
}

/** A marked line starts a piece of its own; the lines of a quotation stay together. */
function cutsBefore(markers: readonly (Found | null)[], at: number): boolean {
  const kind = markers[at]?.marker.kind;
  const before = markers[at - 1]?.marker.kind;
  if (kind === 'quote' || before === 'quote') return kind !== before;
  return kind !== undefined || before === 'heading';
}

function pieceOf(lines: readonly Line[], markers: readonly (Found | null)[]): Piece | null {
  const first = lines[0];
  if (first === undefined) return null;
  return {
    lines: lines.map((line, index) => withoutStart(line, markers[index]?.length ?? 0)),
    marker: markers[0]?.marker ?? null,
    indent: first.indent,
    gap: first.gap,
    newPage: first.newPage,
  };
}

function confirmed(lines: readonly Line[], width: number | null): (Found | null)[] {
  const found = lines.map((line, index) => {
    const before = lines[index - 1];
    const broken = before !== undefined && continues(before, line, width);
    const marker = markerOf(line.text);
    return broken && marker?.marker.kind !== 'quote' && !hasMarker(before.text) ? null : marker;
  });
  return withSiblings(lines, found);
}

function hasMarker(text: string): boolean {
  return markerOf(text) !== null;
}

/** Leaves out the ambiguous markers that stand alone. */
function withSiblings(lines: readonly Line[], found: readonly (Found | null)[]): (Found | null)[] {
  const at = found.flatMap((item, index) =>
    item !== null && needsSibling(item, lines[index]) ? [index] : [],
  );
  const kept = new Set<number>();
  for (const [order, index] of at.entries()) {
    const next = at[order + 1];
    if (next === undefined || !areSiblings(lines, found, index, next)) continue;
    kept.add(index);
    kept.add(next);
  }
  const lonely = new Set(at.filter((index) => !kept.has(index)));
  return found.map((item, index) => (lonely.has(index) ? null : item));
}

function needsSibling(item: Found, line: Line | undefined): boolean {
  if (item.marker.kind === 'number') return true;
  return item.marker.kind === 'bullet' && /^[-*]/.test(line?.text ?? '');
}

/** Lines between two siblings; further apart they are no list. */
const SIBLING_REACH = 60;

function areSiblings(
  lines: readonly Line[],
  found: readonly (Found | null)[],
  one: number,
  two: number,
): boolean {
  const [a, b] = [found[one]?.marker, found[two]?.marker];
  if (a === undefined || b === undefined || a.kind !== b.kind) return false;
  if (two - one > SIBLING_REACH || lines[one]?.indent !== lines[two]?.indent) return false;
  if (a.kind === 'number') return b.value === a.value + 1;
  return two - one <= 4 && lines[one]?.text[0] === lines[two]?.text[0];
}

function markerOf(text: string): Found | null {
  const match = MARKER.exec(text.slice(0, 12));
  if (match === null || match[0].length >= text.length) return null;
  const { heading, quote, bullet, number } = match.groups ?? {};
  const found = (kind: MarkerKind, value: number): Found => ({
    marker: { kind, value },
    length: match[0].length,
  });
  if (heading !== undefined) return found('heading', heading.length);
  if (quote !== undefined) return found('quote', 0);
  if (bullet !== undefined) return /^(?:[-*] ?)+$/.test(text) ? null : found('bullet', 0);
  return number === undefined ? null : found('number', Number(number));
}

const MARKER =
  /^(?:(?<heading>#{1,6})\s|(?<quote>>)\s|(?<bullet>[•‣◦●▪∙·]\s*|[-*]\s)|\(?(?<number>\d{1,3})[.)]\s)/u;
