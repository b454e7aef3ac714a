import { datesIn } from './calendar';
import { datelineOf } from './dateline';
import { isFurniture, isWeakFurniture } from './furniture';
import { endsSentence, skeleton, wordsOf } from './letters';
import type { Piece } from './pieces';

/** Where a piece stands among the readers' comments. */
export interface CommentPlace {
  /** One number a comment, from 1 over the whole text. */
  readonly group: number;
  /** 0 for a comment, 1 for a reply, 2 for a reply to that. */
  readonly depth: number;
}

/** Paragraphs that must stand before a heading such as "Comments" counts as one. */
const PROSE_BEFORE = 3;

/**
 * Finds the readers' comments: an indented, nested list of what people say at a page's end, or
 * what follows a heading such as "3 comments". Gives one entry a piece, null for all others.
 */
export function placeComments(pieces: readonly Piece[]): (CommentPlace | null)[] {
  const places: (CommentPlace | null)[] = pieces.map(() => null);
  let prose = 0;
  let groups = 0;
  for (let at = 0; at < pieces.length; at++) {
    const region = regionAt(pieces, at, prose);
    if (region === null) {
      if (isProse(pieces[at])) prose++;
      continue;
    }
    const placed = placesIn(pieces.slice(region.start, region.end), groups);
    for (const [index, place] of placed.entries()) places[region.start + index] = place;
    groups = placed.at(-1)?.top ?? groups;
    at = region.end - 1;
  }
  return places;
}

interface Region {
  readonly start: number;
  readonly end: number;
}

function regionAt(pieces: readonly Piece[], at: number, proseBefore: number): Region | null {
  const piece = pieces[at];
  if (piece === undefined || proseBefore < 2) return null;
  if (isListItem(piece)) {
    const end = listEnd(pieces, at);
    const isTalk = scoreOfTalk(pieces, { start: at, end }) >= 3;
    return isTalk ? { start: at, end } : null;
  }
  if (proseBefore < PROSE_BEFORE || !isHeading(piece)) return null;
  const end = sectionEnd(pieces, at + 1);
  return end > at + 1 && isDiscussion(pieces, at, end) ? { start: at + 1, end } : null;
}

/** The list goes on while items follow or what follows is indented under one. */
function listEnd(pieces: readonly Piece[], start: number): number {
  const base = pieces[start]?.indent ?? 0;
  let end = start + 1;
  for (let piece = pieces[end]; piece !== undefined; piece = pieces[++end]) {
    if (piece.newPage || (!isListItem(piece) && piece.indent <= base)) break;
  }
  return end;
}

/** How much a list looks like people talking; 3 and more is taken for readers' comments. */
function scoreOfTalk(pieces: readonly Piece[], { start, end }: Region): number {
  const inside = pieces.slice(start, end);
  const base = inside[0]?.indent ?? 0;
  const items = inside.filter((piece) => isListItem(piece) && piece.indent === base);
  const hasParagraphs = inside.some((piece) => !isListItem(piece));
  const speaking = items.filter(
    (piece) => endsSentence(textOf(piece)) && wordsOf(textOf(piece)).length > 3,
  );
  if (!hasParagraphs && speaking.length * 2 < items.length) return 0;
  const texts = inside.map(textOf);
  const before = pieces[start - 1];
  const after = pieces[end];
  let score = hasParagraphs ? 1 : 0;
  if (inside.some((piece) => isListItem(piece) && piece.indent > base)) score += 1;
  if (texts.join('').length > 150 * items.length) score += 1;
  if (texts.some((text) => /\b(?:I|I[’']m|you|your)\b/.test(text))) score += 1;
  if (before !== undefined && isFurniture(textOf(before))) score += 1;
  if (before !== undefined && isHeading(before)) score += 3;
  if (after !== undefined && FORM.test(skeleton(textOf(after)))) score += 2;
  return score;
}

function isHeading(piece: Piece): boolean {
  return piece.lines.length === 1 && HEADING.test(textOf(piece));
}

const HEADING =
  /^(?:\d[\d,.]* (?:reader )?(?:comments?|replies|responses?|thoughts? on\b.*)|(?:reader |readers[’'] |user )?comments?(?: \(\d+\))?|comments? on (?:this|“|").*|(?:responses|discussion|replies)(?: \(\d+\))?):?$/i;
const SURE_HEADING = /\bcomments\b|^\d/i;
const FORM =
  /^(?:(?:leave|post|add|write) (?:a |your )?(?:comment|reply|response)s?|log ?in to (?:comment|reply)|comments (?:are )?closed|join the (?:conversation|discussion))$/;

/** Comments end at the form for new ones, at another page, or where another article starts. */
function sectionEnd(pieces: readonly Piece[], start: number): number {
  let end = start;
  for (let piece = pieces[end]; piece !== undefined; piece = pieces[++end]) {
    const text = textOf(piece);
    if (piece.newPage || (datelineOf(text)?.agency ?? null) !== null) break;
    if (isFurniture(text) && !isChrome(text)) break;
    if (FORM.test(skeleton(piece.lines[0]?.text ?? ''))) break;
  }
  return end;
}

/** What stands between comments and belongs to them. */
function isChrome(text: string): boolean {
  return isWeakFurniture(text) || /^(?:@\w+|\d+ \w+ (?:ago|likes?)|\d+ likes?)$/i.test(text);
}

function isDiscussion(pieces: readonly Piece[], at: number, end: number): boolean {
  if (SURE_HEADING.test(textOf(pieces[at]))) return true;
  return pieces.slice(at + 1, end).some((piece) => isListItem(piece) || isSignature(piece));
}

/** The line over a comment that says whose it is, and mostly when. */
function isSignature(piece: Piece): boolean {
  const line = piece.lines[0]?.text ?? '';
  if (line.length > 120) return false;
  if (/^.{2,60}? (?:says|said|wrote|writes|commented)(?::|\s+on\b.*)?$/.test(line)) return true;
  if (/\b\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago$/.test(line)) return true;
  return datesIn(line).length > 0 && !endsSentence(line) && wordsOf(line).length <= 12;
}

interface Placed extends CommentPlace {
  /** The highest group number given so far. */
  readonly top: number;
}

/** Numbers the comments of one region and tells each piece its comment. */
function placesIn(pieces: readonly Piece[], groups: number): Placed[] {
  const hasItems = pieces.some(isListItem);
  const hasSignatures = !hasItems && pieces.some(isSignature);
  const open: { indent: number; place: CommentPlace }[] = [];
  let top = groups;
  return pieces.map((piece) => {
    const opens = hasItems ? isListItem(piece) : hasSignatures ? isSignature(piece) : true;
    while (open.length > (opens ? 0 : 1) && (open.at(-1)?.indent ?? 0) >= piece.indent) open.pop();
    if (opens || open.length === 0) {
      open.push({ indent: piece.indent, place: { group: ++top, depth: open.length } });
    }
    return { ...(open.at(-1)?.place ?? { group: top, depth: 0 }), top };
  });
}

function isListItem(piece: Piece): boolean {
  return piece.marker?.kind === 'bullet' || piece.marker?.kind === 'number';
}

function isProse(piece: Piece | undefined): boolean {
  return piece !== undefined && endsSentence(textOf(piece)) && textOf(piece).length > 40;
}

function textOf(piece: Piece | undefined): string {
  return (piece?.lines ?? []).map((line) => line.text).join(' ');
}
