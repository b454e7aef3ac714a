import type { FormatReader } from './reader';
import { piecesOfHtml, piecesOfText } from './wire-body';
import { readText, startOf } from './wire-file';
import { EMPTY_ITEM, type WireItem } from './wire-item';
import type { Piece } from './wire-pieces';

/** A JSON object of which nothing is known yet. */
type Json = Readonly<Record<string, unknown>>;

const DAMAGED = 'Its JSON is damaged or cut off; export it again and import that.';
const NO_ITEM =
  'It is JSON, but no ninjs: no item in it has a uri and a headline or body; export it as ninjs.';

/** ninjs 1 and 2: one item, a list of items, or an object that holds a list of them. */
export const ninjsReader: FormatReader = {
  format: 'ninjs',
  recognises: (bytes, { name }) => {
    const start = startOf(bytes);
    if (!/^[^{[]{0,4}\s*[{[]/.test(start) || /\.(?:jsonl|ndjson)$/i.test(name)) return false;
    return (
      /"uri"\s*:/.test(start) &&
      /"(?:pubstatus|version(?:created)?|body_\w+|bodies|headlines?|standard)"\s*:/.test(start)
    );
  },
  read: async (bytes) => readText(bytes, 'ninjs', itemsOf),
};

function itemsOf(text: string): WireItem[] | string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return DAMAGED;
  }
  const items = objectsIn(parsed).filter(isItem);
  return items.length === 0 ? NO_ITEM : items.map(itemOf);
}

function objectsIn(parsed: unknown): Json[] {
  if (Array.isArray(parsed)) return parsed.filter(isObject);
  if (!isObject(parsed)) return [];
  const lists = ['items', '_items'].map((key) => parsed[key]).filter(Array.isArray);
  return lists.length > 0 ? lists.flat().filter(isObject) : [parsed];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isItem(item: Json): boolean {
  const keys = Object.keys(item);
  return 'uri' in item && keys.some((key) => /^(?:headlines?|bodies|body_|description)/.test(key));
}

function itemOf(item: Json): WireItem {
  const version = said(item, 'version');
  return {
    ...EMPTY_ITEM,
    headline: said(item, 'headline') || ofRole(item['headlines'], /^(?:main|headline)?$/),
    deck:
      said(item, 'description_text') ||
      ofRole(item['descriptions'], /^(?:summary|deck|drop-head)$/),
    byline: said(item, 'byline') || said(item, 'by'),
    credit: said(item, 'creditline'),
    places: [said(item, 'located')].filter((place) => place !== ''),
    body: bodyOf(item),
    id: said(item, 'uri'),
    version,
    url: said(item, 'canonicalurl'),
    publisher: publisherOf(item),
    language: said(item, 'language'),
    slug: said(item, 'slugline') || said(item, 'slug'),
    section: firstName(item['section']) || firstName(item['genre']),
    publishedAt:
      said(item, 'firstcreated') || said(item, 'contentcreated') || said(item, 'versioncreated'),
    modifiedAt: said(item, 'versioncreated'),
    embargoedUntil: said(item, 'embargoed') || said(item, 'embargoeduntil'),
    rights: rightsOf(item),
    keywords: wordsOf(item['keyword'] ?? item['keywords']),
    status: said(item, 'pubstatus'),
    note: said(item, 'ednote'),
    signal: signalOf(item),
  };
}

function said(item: Json, key: string): string {
  const value = item[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** Of the values of ninjs 2 the one with a role that fits, else the first. */
function ofRole(values: unknown, role: RegExp): string {
  const found = Array.isArray(values) ? values.filter(isObject) : [];
  const own = found.find((value) => role.test(said(value, 'role')));
  return own === undefined ? '' : said(own, 'value');
}

function publisherOf(item: Json): string {
  return (
    firstName(item['infosource']) || firstName(item['infosources']) || said(item, 'copyrightholder')
  );
}

function firstName(value: unknown): string {
  const found = Array.isArray(value) ? value.find(isObject) : value;
  return isObject(found) ? said(found, 'name') : '';
}

function rightsOf(item: Json): string {
  const info = isObject(item['rightsinfo']) ? item['rightsinfo'] : {};
  const keys = ['copyrightnotice', 'usageterms', 'linkedrights'];
  const texts = keys.map((key) => said(item, key) || said(info, key)).filter((text) => text !== '');
  const holder = said(item, 'copyrightholder') || said(info, 'copyrightholder');
  return texts.join(' ') || (holder === '' ? '' : `© ${holder}`);
}

function wordsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((word): word is string => typeof word === 'string');
}

function signalOf(item: Json): string {
  const signals = [item['signal'], item['signals'], item['profile']].flat();
  const codes = signals.map((signal) => (isObject(signal) ? said(signal, 'code') : signal));
  const found = codes.find(
    (code) =>
      typeof code === 'string' && /(?:^|[:/])(?:correction|corrected|update|refile)$/i.test(code),
  );
  return typeof found === 'string' ? found.replace(/^.*[:/]/, '').toLowerCase() : '';
}

/** HTML before plain text: it tells more of what the text looks like. */
function bodyOf(item: Json): Piece[] {
  const bodies = Array.isArray(item['bodies']) ? item['bodies'].filter(isObject) : [];
  const marked = bodies.find((body) => /html/i.test(said(body, 'contenttype')));
  const html = [item['body_html'], item['body_xhtml'], marked?.['value']].find(isFull);
  const text = [item['body_text'], bodies.find((body) => body !== marked)?.['value']].find(isFull);
  if (html !== undefined) {
    const pieces = piecesOfHtml(html);
    if (pieces.length > 0) return pieces;
  }
  return text === undefined ? [] : piecesOfText(text);
}

function isFull(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
