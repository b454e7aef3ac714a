import type { ArticleMetadata, IngestedArticle } from '../model';
import { articleOfPieces, type Piece } from './wire-pieces';
import { plainText, safeHref } from './wire-runs';
import { correctionSignal, isCorrectionNote } from './wire-signals';

/** What a wire service says of one text, whatever its format; "" where it says nothing. */
export interface WireItem {
  readonly headline: string;
  readonly deck: string;
  readonly byline: string;
  readonly credit: string;
  /** As the dateline would write them. */
  readonly places: readonly string[];
  readonly body: readonly Piece[];
  readonly id: string;
  readonly version: string;
  readonly url: string;
  readonly publisher: string;
  readonly language: string;
  readonly slug: string;
  readonly section: string;
  readonly publishedAt: string;
  readonly modifiedAt: string;
  readonly embargoedUntil: string;
  readonly rights: string;
  readonly keywords: readonly string[];
  /** "usable", "withheld", "canceled", with or without "stat:". */
  readonly status: string;
  /** A note to editors. */
  readonly note: string;
  /** A sign of correction that the format has a place of its own for. */
  readonly signal: string;
}

export const EMPTY_ITEM: WireItem = {
  headline: '',
  deck: '',
  byline: '',
  credit: '',
  places: [],
  body: [],
  id: '',
  version: '',
  url: '',
  publisher: '',
  language: '',
  slug: '',
  section: '',
  publishedAt: '',
  modifiedAt: '',
  embargoedUntil: '',
  rights: '',
  keywords: [],
  status: '',
  note: '',
  signal: '',
};

/** The article of an item; null where it has no words. The headline stays as it was sent. */
export function articleOfItem(item: WireItem): IngestedArticle | null {
  const article = articleOfPieces(piecesOf(item), metadataOf(item));
  if (article === null) return null;
  const places = article.places.length > 0 ? article.places : item.places;
  return { ...article, places, warnings: [...warningsOn(item), ...article.warnings] };
}

/** A line of the head that the body repeats is taken from the body. */
function piecesOf({ headline, deck, byline, credit, body }: WireItem): Piece[] {
  const texts = new Set(body.map(({ text }) => text));
  const head: [string, Piece['kind']][] = [
    [headline, 'headline'],
    [deck, 'deck'],
    [byline, 'byline'],
  ];
  const own = head.filter(
    ([text, kind]) => text !== '' && (kind === 'headline' || !texts.has(text)),
  );
  const rest = body.filter((piece) => piece.text !== headline);
  const tail = credit === '' || texts.has(credit) ? [] : [said(credit, 'credit')];
  return [...own.map(([text, kind]) => said(text, kind)), ...rest, ...tail];
}

function said(text: string, kind: Piece['kind']): Piece {
  return { ...plainText(text), kind, depth: 0 };
}

function metadataOf(item: WireItem): ArticleMetadata {
  const found: Record<keyof ArticleMetadata, string | readonly string[]> = {
    url: /^https?:/i.test(item.url) ? (safeHref(item.url) ?? '') : '',
    externalId: item.id,
    version: item.version,
    publisher: item.publisher,
    language: /^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(item.language) ? item.language : '',
    slug: item.slug,
    section: item.section,
    publishedAt: timeOf(item.publishedAt),
    modifiedAt: timeOf(item.modifiedAt),
    embargoedUntil: timeOf(item.embargoedUntil),
    correction: correctionOf(item),
    rights: item.rights,
    keywords: [...new Set(item.keywords.filter((word) => word !== ''))],
  };
  const said = Object.entries(found).filter(([, value]) => value.length > 0);
  return Object.fromEntries(
    said.map(([key, value]) => [key, typeof value === 'string' ? value.toWellFormed() : value]),
  );
}

function correctionOf({ headline, body, note, signal }: WireItem): string {
  const first = body.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  const found = correctionSignal(headline, first)?.signal;
  if (found !== undefined) return found;
  const isNoted =
    isCorrectionNote(note) ||
    isCorrectionNote(`(${note})`) ||
    /^\W*(?:CORRECTION|CORRECTS|CORRECTED|REFILE)\b/.test(note);
  return signal !== '' ? signal : isNoted ? 'correction' : '';
}

/**
 * An ISO 8601 time as it stands, the short form of NITF ("20261112T143000Z") with its signs; ""
 * for what is no time.
 */
export function timeOf(text: string): string {
  const short = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    text.trim(),
  );
  const [, year, month, day, hour, minute, second = '00', zone = ''] = short ?? [];
  const date = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  const clock = hour === undefined ? '' : `T${hour}:${minute ?? ''}:${second}`;
  const full =
    short === null ? text.trim() : date + clock + zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2');
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.test(full))
    return '';
  return Number.isNaN(Date.parse(full)) ? '' : full;
}

function warningsOn({ status, note, embargoedUntil }: WireItem): string[] {
  const state = status.replace(/^.*[:/]/, '').toLowerCase();
  const until = timeOf(embargoedUntil);
  return [
    ...(/^cancel/.test(state) ? ['The sender has cancelled this text; do not use it.'] : []),
    ...(state === 'withheld' ? ['The sender withholds this text for now.'] : []),
    ...(until === '' ? [] : [`The sender holds this text back until ${until}.`]),
    ...(note === ''
      ? []
      : [`The sender’s note to editors: “${plainText(note).text.slice(0, 500)}”.`]),
  ];
}
