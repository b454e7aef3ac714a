import { headsLinks, isPointer } from './furniture';
import { endingOf, endsSentence, isAllCapitals, wordsOf } from './letters';
import type { Shape, Shaped } from './shapes';
import { isTitle } from './titles';

/** What it takes for a paragraph to be taken for the start of another article. */
const THRESHOLD = 3;

/** Paragraphs of head matter (captions, bylines, decks) that are looked through. */
const REACH = 8;

/** Paragraphs of prose before a head whose own evidence is thin. */
const ENOUGH_PROSE = 2;

/**
 * Where the articles of a text begin: ascending indexes, the first is 0 (for a text with any
 * paragraph). A start is scored: what stands in the head (byline, caption, dateline), how the
 * text before it ended (a credit line, a rule, a new page), and whether prose follows at all.
 */
export function articleStarts(items: readonly Shaped[]): number[] {
  if (items.length === 0) return [];
  const starts = [0];
  let prose = 0;
  for (const [at, item] of items.entries()) {
    if (prose > 0 && opensHead(items, at) && scoreOf(items, at, prose) >= THRESHOLD) {
      starts.push(headStart(items, at, starts.at(-1) ?? 0));
      prose = 0;
    }
    if (item.shape === 'prose' || item.shape === 'dateline') prose++;
  }
  return starts;
}

/** A head opens with a title after something else, or straight after a credit line. */
function opensHead(items: readonly Shaped[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return false;
  if (isTitleLike(item)) {
    const before = items[at - 1];
    return before === undefined || !isTitleLike(before) || before.shape === 'heading';
  }
  const startsBare =
    item.shape === 'dateline' || item.shape === 'byline' || item.shape === 'caption';
  return startsBare && items[at - 1]?.shape === 'credit' && !titleFollows(items, at);
}

/** A title further down the same head is the better place to start. */
function titleFollows(items: readonly Shaped[], at: number): boolean {
  for (const item of items.slice(at, at + REACH)) {
    if (isTitleLike(item)) return true;
    if (!HEAD_MATTER.has(item.shape)) return false;
  }
  return false;
}

const HEAD_MATTER: ReadonlySet<Shape> = new Set<Shape>(['byline', 'caption', 'furniture', 'rule']);

function isTitleLike({ shape, paragraph }: Shaped): boolean {
  return shape === 'title' || (shape === 'heading' && paragraph.marker?.value === 1);
}

function scoreOf(items: readonly Shaped[], at: number, prose: number): number {
  const after = scoreOfHead(items, at);
  if (after === null) return 0;
  return after + scoreBefore(items, at, prose) + scoreOfTitle(items, at, prose);
}

/** What the head holds; null where no prose follows it. */
function scoreOfHead(items: readonly Shaped[], at: number): number | null {
  const seen = new Set<Shape>();
  let dateline = 0;
  let decks = 0;
  for (const item of items.slice(at, at + REACH)) {
    const { shape } = item;
    if (shape === 'dateline') {
      dateline = item.dateline?.agency === null ? 2 : 3;
      break;
    }
    if (shape === 'list') continue;
    if (shape === 'prose' && (seen.has('prose') || !mayBeDeck(item))) break;
    if (shape === 'prose') decks++;
    if (!HEAD_MATTER.has(shape) && !isTitleLike(item) && shape !== 'prose') break;
    seen.add(shape);
  }
  if (dateline === 0 && !proseFollows(items, at)) return null;
  const byline = seen.has('byline') && bylineBeforeProse(items, at) ? 2 : 0;
  const caption = seen.has('caption') && decks === 0 ? 1 : 0;
  return dateline + byline + caption;
}

function mayBeDeck({ paragraph }: Shaped): boolean {
  return paragraph.text.length <= 250;
}

function proseFollows(items: readonly Shaped[], at: number): boolean {
  for (const item of items.slice(at, at + REACH)) {
    if (item.shape === 'quote' || (item.shape === 'prose' && isFull(item))) return true;
    if (!HEAD_MATTER.has(item.shape) && !isTitleLike(item) && item.shape !== 'prose') return false;
  }
  return false;
}

function isFull({ paragraph: { text } }: Shaped): boolean {
  return text.length > 100 || endsSentence(text) || endingOf(text) === 'colon';
}

/** A byline counts where at most one line of prose (a deck) stands between it and the title. */
function bylineBeforeProse(items: readonly Shaped[], at: number): boolean {
  let prose = 0;
  for (const item of items.slice(at, at + REACH)) {
    if (item.shape === 'byline') return prose <= 1;
    if (item.shape === 'prose') prose++;
    if (prose > 1) return false;
  }
  return false;
}

/** Characters of a rule that parts more than sections. */
const LONG_RULE = 20;

/** How the text before the title ended. */
function scoreBefore(items: readonly Shaped[], at: number, prose: number): number {
  let score = prose >= ENOUGH_PROSE ? 1 : 0;
  if (headsLinks(items[at - 1]?.paragraph.text ?? '')) score -= 3;
  for (let index = at; index >= 0 && index > at - REACH; index--) {
    const item = items[index];
    if (item?.paragraph.newPage === true) score += 1;
    if (index === at) continue;
    if (item?.shape === 'credit') return score + 2;
    if (item?.shape === 'rule') score += item.paragraph.text.length >= LONG_RULE ? 2 : 1;
    if (item?.shape === 'prose' && endingOf(item.paragraph.text) === 'colon') return score - 2;
    if (item === undefined || !HEAD_MATTER.has(item.shape)) return score;
  }
  return score;
}

function scoreOfTitle(items: readonly Shaped[], at: number, prose: number): number {
  const item = items[at];
  if (item === undefined || !isTitleLike(item)) return 0;
  const { text } = item.paragraph;
  const afterCredit = followsCredit(items, at);
  if (isAllCapitals(text) && !afterCredit) return wordsOf(text).length < 5 ? -1 : 0;
  if (afterCredit && wordsOf(text).length >= 4) return 1;
  return item.shape === 'heading' && prose >= ENOUGH_PROSE ? 1 : 0;
}

/** A credit line comes right before, captions and bylines aside. */
function followsCredit(items: readonly Shaped[], at: number): boolean {
  let before = at - 1;
  while (items[before]?.shape === 'caption' || items[before]?.shape === 'byline') before--;
  return items[before]?.shape === 'credit';
}

/** Captions and bylines between a credit line and the title belong to what follows. */
function headStart(items: readonly Shaped[], at: number, previous: number): number {
  let start = at;
  while (start - 1 > previous) {
    const shape = items[start - 1]?.shape;
    if (shape === 'credit') return start;
    if (shape !== 'caption' && shape !== 'byline') break;
    start--;
  }
  return at;
}

/** True for a first line that looks like something else but may be the headline for want of one. */
export function mayBeHeadlineAfterAll({ shape, paragraph, byline }: Shaped): boolean {
  if (!isTitle(paragraph.text)) return false;
  if (shape === 'byline') return byline?.date !== null && byline?.names !== null;
  return shape === 'furniture' && isPointer(paragraph.text);
}
