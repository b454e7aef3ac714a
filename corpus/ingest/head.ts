import type { BlockRole } from '../document/block';
import { namesIn } from './byline';
import { fitsAddress, isAddress, isWeakFurniture } from './furniture';
import { holdsSeveralSentences, skeleton, wordsOf } from './letters';
import type { Shaped } from './shapes';
import { mayBeHeadlineAfterAll } from './split';
import { isTitle, mayBeKicker } from './titles';

/** An article's head: the roles of its first paragraphs. The body begins after them. */
export interface Head {
  readonly roles: readonly BlockRole[];
  /** Index of the headline; null where the text has none. */
  readonly headline: number | null;
}

const LONGEST_DECK = 250;

/** Short titles in a row before the headline that make a navigation bar. */
const NAVIGATION = 3;

/** Reads the head of one article. Pure; `items` are the article's own. */
export function headOf(items: readonly Shaped[]): Head {
  const headline = headlineIn(items);
  if (headline === null) return { roles: bareHead(items), headline };
  const roles: BlockRole[] = rolesBefore(items, headline);
  roles.push('headline');
  let decks = 0;
  for (let at = headline + 1; at < items.length; at++) {
    const role = roleAfter(items, at, headline, decks > 0);
    if (role === null) break;
    if (role === 'deck') decks++;
    roles.push(role);
  }
  return { roles, headline };
}

/** Bylines, captions and furniture before the text of an article without a headline. */
function bareHead(items: readonly Shaped[]): BlockRole[] {
  const roles: BlockRole[] = [];
  for (const item of items) {
    const role = plainRole(item);
    if (role === null) break;
    roles.push(role);
  }
  return roles;
}

/** The first title that is no kicker and no navigation, before any prose. */
function headlineIn(items: readonly Shaped[]): number | null {
  if (!items.some(isBody)) return null;
  for (const [at, item] of items.entries()) {
    const { text } = item.paragraph;
    if (item.shape === 'title' && !isNameOfAddress(items, at) && !isWeakFurniture(text)) {
      return isSectionName(items, at) ? nextTitle(items, at) : at;
    }
    if (item.shape === 'heading') return at;
    if (item.shape === 'prose' && isHeadlineSentence(items, at)) return at;
    if (plainRole(item) === null && item.shape !== 'title') break;
  }
  return items.length > 1 && items[0] !== undefined && mayBeHeadlineAfterAll(items[0]) ? 0 : null;
}

function isBody({ shape }: Shaped): boolean {
  return shape === 'prose' || shape === 'dateline' || shape === 'list' || shape === 'quote';
}

/** "It is over." stands as a headline only where a byline or a dateline follows at once. */
function isHeadlineSentence(items: readonly Shaped[], at: number): boolean {
  const text = items[at]?.paragraph.text ?? '';
  if (text.length > 120 || holdsSeveralSentences(text) || text.includes('\n')) return false;
  const next = items[at + 1]?.shape;
  return next === 'byline' || next === 'dateline';
}

/** True for a kicker, and for the first of several short lines that make a navigation bar. */
function isSectionName(items: readonly Shaped[], at: number): boolean {
  const text = items[at]?.paragraph.text ?? '';
  const next = items[at + 1];
  if (next === undefined || (next.shape !== 'title' && next.shape !== 'heading')) return false;
  return mayBeKicker(text, next.paragraph.text) || navigationEnd(items, at) !== null;
}

/** Where the titles after a navigation bar begin; null if there is no bar around `at`. */
function navigationEnd(items: readonly Shaped[], at: number): number | null {
  let start = at;
  while (isShortTitle(items[start - 1])) start--;
  let end = at;
  while (isShortTitle(items[end])) end++;
  const hasTitle = items[end]?.shape === 'title' || items[end]?.shape === 'heading';
  return hasTitle && end - start >= NAVIGATION ? end : null;
}

function isShortTitle(item: Shaped | undefined): boolean {
  return item?.shape === 'title' && wordsOf(item.paragraph.text).length <= 3;
}

function nextTitle(items: readonly Shaped[], at: number): number {
  return navigationEnd(items, at) ?? at + 1;
}

/** What stands over the headline: furniture, and at most one kicker right above it. */
function rolesBefore(items: readonly Shaped[], headline: number): BlockRole[] {
  const title = items[headline]?.paragraph.text ?? '';
  return items.slice(0, headline).map((item, at) => {
    const { text } = item.paragraph;
    const isLast = at === headline - 1 && item.shape === 'title';
    if (isLast && !isWeakFurniture(text) && mayBeKicker(text, title)) return 'kicker';
    return plainRole(item) ?? 'furniture';
  });
}

/** Roles that a paragraph has in a head by its shape alone; null where it is none of these. */
function plainRole({ shape }: Shaped): BlockRole | null {
  if (shape === 'byline' || shape === 'caption') return shape;
  return shape === 'furniture' || shape === 'rule' ? 'furniture' : null;
}

/** The role of a paragraph below the headline; null where the body begins. */
function roleAfter(
  items: readonly Shaped[],
  at: number,
  headline: number,
  hasDeck: boolean,
): BlockRole | null {
  const item = items[at];
  if (item === undefined) return null;
  const plain = plainRole(item);
  if (plain !== null) return plain;
  const { text } = item.paragraph;
  if (isTitle(text) && isTwin(items, at, headline)) return 'furniture';
  if (item.shape === 'title') return roleOfTitle(items, at, hasDeck);
  return item.shape === 'prose' && !hasDeck && isDeckSentence(items, at) ? 'deck' : null;
}

function roleOfTitle(items: readonly Shaped[], at: number, hasDeck: boolean): BlockRole | null {
  const text = items[at]?.paragraph.text ?? '';
  const next = items[at + 1];
  if (isWeakFurniture(text) || isNameOfAddress(items, at)) return 'furniture';
  const before = items[at - 1];
  if (before?.shape === 'byline' && isEmployer(text)) return 'byline';
  if (namesIn(text) !== null && [before, next].some(isDay)) return 'byline';
  if (hasDeck || !items.slice(at + 1).some(isBody)) return null;
  return 'deck';
}

/** A line that says when: a date, or how long the piece takes to read. */
function isDay(item: Shaped | undefined): boolean {
  if (item?.shape === 'byline') return item.byline?.names === null;
  return item?.shape === 'furniture' && /^\d+ min/i.test(item.paragraph.text);
}

/** "Associated Press" or "Staff writer" under a name. */
function isEmployer(text: string): boolean {
  return (
    wordsOf(text).length <= 5 &&
    /\b(?:press|news|times|post|reporter|writer|correspondent|editor|agency|bureau|reuters|afp|dpa|staff)\b/i.test(
      text,
    )
  );
}

/** The line says what the headline says, so it is the same headline again. */
function isTwin(items: readonly Shaped[], at: number, headline: number): boolean {
  const one = skeleton(items[at]?.paragraph.text ?? '');
  return one !== '' && one === skeleton(items[headline]?.paragraph.text ?? '');
}

/** A channel's or a site's name beside the address that spells it. */
function isNameOfAddress(items: readonly Shaped[], at: number): boolean {
  const name = items[at]?.paragraph.text ?? '';
  return [items[at - 1], items[at + 1]].some(
    (beside) =>
      beside !== undefined &&
      isAddress(beside.paragraph.text) &&
      fitsAddress(name, beside.paragraph.text),
  );
}

/**
 * A deck may be a whole sentence where the article plainly starts later: a byline is still to
 * come, or the next paragraph opens with a dateline.
 */
function isDeckSentence(items: readonly Shaped[], at: number): boolean {
  const text = items[at]?.paragraph.text ?? '';
  if (text.length > LONGEST_DECK || text.includes('\n') || holdsSeveralSentences(text))
    return false;
  for (const item of items.slice(at + 1, at + 5)) {
    if (item.shape === 'byline' || item.shape === 'dateline') return true;
    if (item.shape !== 'caption' && item.shape !== 'furniture') return false;
  }
  return false;
}
