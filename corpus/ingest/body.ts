import type { BlockRole } from '../document/block';
import { datelineOf } from './dateline';
import { headsLinks, isRule, isWeakFurniture } from './furniture';
import { endingOf, isAllCapitals, isTitleCase, opensWithQuote, skeleton, wordsOf } from './letters';
import type { Shape, Shaped } from './shapes';
import { isCrosshead, isTitle } from './titles';

/** What the roles of a body's paragraphs depend on besides the paragraphs. */
interface Setting {
  readonly items: readonly Shaped[];
  /** Index of the last paragraph of the article's own prose. */
  readonly lastProse: number;
  readonly isLowerCased: boolean;
  readonly isIndented: boolean;
  readonly headline: string;
}

/** The roles of the paragraphs from `from` on, one each. `headline` may be empty. */
export function bodyRoles(items: readonly Shaped[], from: number, headline: string): BlockRole[] {
  const setting = settingOf(items, from, headline);
  const roles: BlockRole[] = [];
  for (let at = from; at < items.length; at++) {
    roles.push(roleAt(setting, at, roles.at(-1) ?? null));
  }
  return roles;
}

const PROSE: ReadonlySet<Shape> = new Set<Shape>(['prose', 'dateline', 'quote', 'list', 'table']);

function settingOf(items: readonly Shaped[], from: number, headline: string): Setting {
  const body = items.slice(from);
  const prose = body.filter(({ shape }) => shape === 'prose');
  const lower = prose.filter(({ paragraph }) => /^\p{Ll}/u.test(paragraph.text));
  const indented = prose.filter(({ paragraph }) => paragraph.indent >= 2);
  return {
    items,
    lastProse: items.findLastIndex(
      ({ shape }, at) => at >= from && PROSE.has(shape) && !isLink(items, at),
    ),
    isLowerCased: lower.length * 2 > prose.length,
    isIndented: indented.length * 5 > prose.length,
    headline: skeleton(headline),
  };
}

function roleAt(setting: Setting, at: number, before: BlockRole | null): BlockRole {
  const item = setting.items[at];
  if (item === undefined) return 'paragraph';
  switch (item.shape) {
    case 'comment':
      return 'reader_comment';
    case 'rule':
    case 'furniture':
      return 'furniture';
    case 'heading':
      return 'crosshead';
    case 'quote':
      return 'block_quote';
    case 'table':
      return 'table_row';
    case 'list':
      return roleOfItem(setting, at, before);
    case 'credit':
    case 'caption':
      return item.shape;
    case 'byline':
      return roleOfByline(setting, at);
    case 'title':
      return roleOfTitle(setting, at, before);
    default:
      return isBlockQuote(setting, at, before) ? 'block_quote' : 'paragraph';
  }
}

/** In the middle of a text a day heads what happened on it, and a name is no byline. */
function roleOfByline({ items, lastProse }: Setting, at: number): BlockRole {
  if (at > lastProse || items[at - 1]?.shape === 'byline') return 'byline';
  const isDay = items[at]?.byline?.names === null;
  return isDay && items[at + 1]?.shape === 'prose' ? 'crosshead' : 'paragraph';
}

/** One item of a list; a short numbered line over plain prose heads a section; links are no list. */
function roleOfItem(setting: Setting, at: number, before: BlockRole | null): BlockRole {
  if (isLink(setting.items, at)) return 'furniture';
  const item = setting.items[at];
  const next = setting.items[at + 1];
  const isHead =
    item !== undefined && next?.shape === 'prose' && before !== null && before !== 'list_item';
  if (isHead && next.paragraph.indent <= item.paragraph.indent) {
    const beforeProse = setting.items[at - 1]?.shape === 'prose';
    if (
      beforeProse &&
      item.paragraph.marker?.kind === 'number' &&
      isCrosshead(item.paragraph.text, false)
    ) {
      return 'crosshead';
    }
  }
  return 'list_item';
}

/** An item of the list of links under "Related articles". */
function isLink(items: readonly Shaped[], at: number): boolean {
  if (items[at]?.shape !== 'list') return false;
  let first = at;
  while (items[first - 1]?.shape === 'list' && at - first < 50) first--;
  if (items[first - 1]?.shape !== 'furniture' || isRule(items[first - 1]?.paragraph.text ?? ''))
    return false;
  return items.slice(first, at + 1).every(({ paragraph }) => isTitle(paragraph.text));
}

function roleOfTitle(setting: Setting, at: number, before: BlockRole | null): BlockRole {
  const { items, lastProse, isLowerCased, headline } = setting;
  const text = items[at]?.paragraph.text ?? '';
  if (skeleton(text) === headline && headline !== '') return 'furniture';
  if (at > lastProse) return roleInTail(setting, at, before);
  const next = items[at + 1]?.shape;
  const amongFurniture = before === 'furniture' || next === 'furniture';
  if (isWeakFurniture(text) && amongFurniture) return 'furniture';
  if (before === 'furniture' && isLinkTitle(items, at)) return 'furniture';
  if (!headsSomething(items, at)) return 'paragraph';
  return isCrosshead(text, isLowerCased) ? 'crosshead' : 'paragraph';
}

/** A headline among others under "Related articles": more of them follow, or it is a long one. */
function isLinkTitle(items: readonly Shaped[], at: number): boolean {
  let first = at;
  while (items[first - 1]?.shape === 'title' && at - first < 20) first--;
  const above = items[first - 1]?.paragraph.text ?? '';
  if (!headsLinks(above)) return false;
  return (
    at > first ||
    items[at + 1]?.shape === 'title' ||
    wordsOf(items[at]?.paragraph.text ?? '').length > 5
  );
}

/** After the last paragraph nothing is left to head: a short line belongs to the page. */
function roleInTail(
  { items, lastProse }: Setting,
  at: number,
  before: BlockRole | null,
): BlockRole {
  const text = items[at]?.paragraph.text ?? '';
  const afterEnd = before === 'furniture' || before === 'credit' || before === 'reader_comment';
  if (lastProse < 0 && !afterEnd) return 'paragraph';
  const isLabel = wordsOf(text).length <= 3 || (isTitleCase(text) && wordsOf(text).length <= 8);
  return afterEnd || isLabel ? 'furniture' : 'paragraph';
}

/** Prose comes next, captions and furniture aside. */
function headsSomething(items: readonly Shaped[], at: number): boolean {
  for (const item of items.slice(at + 1, at + 6)) {
    if (PROSE.has(item.shape)) return true;
    if (item.shape !== 'caption' && item.shape !== 'furniture') return false;
  }
  return false;
}

const SAYING =
  /\b(?:sa(?:id|ys|ying)|told|tells|wr(?:ote|ites|itten)|writing|stat(?:es|ed|ing|ement)|respon(?:d(?:ed|s)|se)|repl(?:ied|ies|y)|declar(?:ed|es)|add(?:ed|s|ing)|read(?:s|ing)?|post(?:ed|s)?|tweet(?:ed|s)?|answer(?:ed|s)?|ask(?:ed|s)?|explain(?:ed|s|ing)?|announced?|quot(?:es|ed|ing)|note[sd]?|letter|e-?mail|message|inquiry|enquiry|question|words|warn(?:ed|s)|remark(?:ed|s)?|testif(?:ied|ies)|concluded?)\b/i;

/** Words before a colon in which a verb of saying introduces what follows. */
const INTRODUCTION = 16;

/**
 * Somebody's words set off without marks: indented, or after a paragraph that ends with a verb of
 * saying and a colon. What has its own quotation marks, or introduces something itself, is prose.
 */
function isBlockQuote(setting: Setting, at: number, before: BlockRole | null): boolean {
  const { items, isIndented } = setting;
  const paragraph = items[at]?.paragraph;
  if (paragraph === undefined || opensWithQuote(paragraph.text)) return false;
  if (datelineOf(paragraph.text) !== null || endingOf(paragraph.text) === 'colon') return false;
  if (!isIndented && paragraph.indent >= 3 && before !== 'list_item' && before !== null)
    return true;
  const introduction = items[at - 1]?.paragraph.text ?? '';
  if (before !== 'paragraph' || paragraph.gap === 0 || endingOf(introduction) !== 'colon')
    return false;
  if (isAllCapitals(paragraph.text)) return false;
  return SAYING.test(wordsOf(introduction.slice(-240)).slice(-INTRODUCTION).join(' '));
}
