import { bylineOf, type Byline } from './byline';
import { isCaption, isCredit, isOpenCredit } from './captions';
import { datelineOf, type Dateline } from './dateline';
import { isCommentChrome, isFurniture, isRule } from './furniture';
import type { Paragraph } from './paragraphs';
import { isTitle } from './titles';

/** What a paragraph looks like by itself, before its place in an article is known. */
export type Shape =
  | 'comment'
  | 'list'
  | 'heading'
  | 'quote'
  | 'table'
  | 'rule'
  | 'credit'
  | 'caption'
  | 'furniture'
  | 'dateline'
  | 'byline'
  | 'title'
  | 'prose';

export interface Shaped {
  readonly paragraph: Paragraph;
  readonly shape: Shape;
  readonly dateline: Dateline | null;
  readonly byline: Byline | null;
}

/** Paragraphs after an opened bracket that may still belong to one credit. */
const CREDIT_REACH = 5;

/** Looks at each paragraph by itself (and at its neighbours where a table or a credit runs on). */
export function shapesOf(paragraphs: readonly Paragraph[]): Shaped[] {
  let creditUntil = -1;
  return paragraphs.map((paragraph, index) => {
    if (isOpenCredit(paragraph.text)) creditUntil = creditEnd(paragraphs, index);
    const isCreditPart = index <= creditUntil;
    const dateline = isOutside(paragraph) ? null : datelineOf(paragraph.text);
    const byline = isOutside(paragraph) ? null : bylineOf(paragraph.text);
    const isRow = isTableRow(paragraphs, index);
    const shape = isCreditPart ? 'credit' : isRow ? 'table' : shapeOf(paragraph, dateline, byline);
    return { paragraph, shape, dateline, byline };
  });
}

/** Comments and lists are no places to look for an article's own lines. */
function isOutside({ comment, marker }: Paragraph): boolean {
  return comment !== null || (marker !== null && marker.kind !== 'heading');
}

function shapeOf(
  { text, comment, marker }: Paragraph,
  dateline: Dateline | null,
  byline: Byline | null,
): Shape {
  if (comment !== null) return isCommentChrome(text) ? 'furniture' : 'comment';
  if (isRule(text)) return 'rule';
  if (marker?.kind === 'heading') return 'heading';
  if (marker?.kind === 'quote') return 'quote';
  if (marker !== null) return 'list';
  if (isCredit(text)) return 'credit';
  if (isCaption(text)) return 'caption';
  if (isFurniture(text)) return 'furniture';
  if (dateline !== null && (dateline.agency !== null || !isTitle(text))) return 'dateline';
  if (byline !== null) return 'byline';
  return isTitle(text) ? 'title' : 'prose';
}

function creditEnd(paragraphs: readonly Paragraph[], start: number): number {
  for (let at = start; at <= start + CREDIT_REACH; at++) {
    if (/[)\]]\.?$/.test(paragraphs[at]?.text ?? '')) return at;
  }
  return start;
}

/** A row has columns, and the line beside it has as many. */
function isTableRow(paragraphs: readonly Paragraph[], at: number): boolean {
  const columns = columnsOf(paragraphs[at]);
  if (columns < 2) return false;
  return columnsOf(paragraphs[at - 1]) === columns || columnsOf(paragraphs[at + 1]) === columns;
}

function columnsOf(paragraph: Paragraph | undefined): number {
  if (paragraph === undefined || isOutside(paragraph)) return 0;
  const { text } = paragraph;
  if (text.length > 2000) return 0;
  if (/^\|.*\|$/.test(text)) return text.split('|').length - 2;
  return text.split('\t').length;
}
