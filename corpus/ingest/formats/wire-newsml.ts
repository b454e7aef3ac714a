import type { FormatReader } from './reader';
import { isEscapedHtml, piecesOfHtml, piecesOfMarkup, piecesOfText } from './wire-body';
import { readXmlFile, startOf } from './wire-file';
import { EMPTY_ITEM, type WireItem } from './wire-item';
import { nitfItem } from './wire-nitf';
import type { Piece } from './wire-pieces';
import { allOf, allWords, at, childrenOf, parseXml, wordsIn, type XmlNode } from './wire-xml';

/** NewsML-G2: a newsItem, or a newsMessage with several. */
export const newsmlReader: FormatReader = {
  format: 'NewsML-G2',
  recognises: (bytes) => /<(?:\w+:)?news(?:Item|Message)[\s>]/.test(startOf(bytes)),
  read: async (bytes) =>
    readXmlFile(bytes, 'NewsML-G2', (root) =>
      (root.name === 'newsitem' ? [root] : allOf(root, 'newsitem')).map(itemOf),
    ),
};

function itemOf(newsItem: XmlNode): WireItem {
  const management = at(newsItem, 'itemmeta');
  const content = at(newsItem, 'contentmeta');
  const nitf = allOf(at(newsItem, 'contentset'), 'nitf')[0];
  const inner = nitf === undefined ? EMPTY_ITEM : nitfItem(nitf);
  return {
    ...inner,
    ...managementOf(newsItem, management),
    headline: headlineOf(content) || inner.headline || wordsIn(at(management, 'title')),
    byline: childrenOf(content, 'by').map(wordsIn).join(', ') || inner.byline,
    credit: wordsIn(at(content, 'creditline')),
    places: placesOf(content, inner),
    slug: wordsIn(at(content, 'slugline')) || inner.slug,
    language: at(content, 'language')?.attributes['tag'] ?? languageOf(newsItem),
    keywords: childrenOf(content, 'keyword').map(wordsIn),
    rights: rightsOf(newsItem),
    body: nitf === undefined ? bodyOf(newsItem) : inner.body,
  };
}

type Management = Pick<
  WireItem,
  | 'id'
  | 'version'
  | 'publishedAt'
  | 'modifiedAt'
  | 'embargoedUntil'
  | 'publisher'
  | 'status'
  | 'note'
  | 'signal'
  | 'url'
>;

function managementOf(newsItem: XmlNode, management: XmlNode | undefined): Management {
  const version = newsItem.attributes['version'] ?? '';
  const created = wordsIn(at(management, 'versioncreated'));
  const first =
    wordsIn(at(management, 'firstcreated')) ||
    wordsIn(at(newsItem, 'contentmeta', 'contentcreated'));
  const links = childrenOf(management, 'link').map(({ attributes }) => attributes);
  return {
    id: withoutVersion(newsItem.attributes['guid'] ?? '', version),
    version,
    publishedAt: first || created,
    modifiedAt: created,
    embargoedUntil: wordsIn(at(management, 'embargoed')),
    publisher: nameOf(at(management, 'provider')),
    status: codeOf(at(management, 'pubstatus')),
    note: childrenOf(management, 'ednote').map(wordsIn).join(' '),
    signal: childrenOf(management, 'signal').map(codeOf).map(signalOf).find(Boolean) ?? '',
    url: links.find(({ rel }) => /canonical|permalink/i.test(rel ?? ''))?.['href'] ?? '',
  };
}

/** Some agencies end a guid with its version: "urn:newsml:example:2026:harbour:3". */
function withoutVersion(guid: string, version: string): string {
  const match = /^(.+?)[:#;]v?(\d+)[A-Z]?$/.exec(guid);
  return match !== null && match[2] === version ? (match[1] ?? guid) : guid;
}

function headlineOf(content: XmlNode | undefined): string {
  const all = childrenOf(content, 'headline');
  const main = all.find(({ attributes }) =>
    /(?:^|:)(?:main|headline)$/i.test(attributes['role'] ?? ''),
  );
  const bare = all.find(({ attributes }) => attributes['role'] === undefined);
  return wordsIn(main ?? bare ?? all[0]);
}

function placesOf(content: XmlNode | undefined, inner: WireItem): string[] {
  if (inner.places.length > 0) return [...inner.places];
  const located = namesOf(childrenOf(content, 'located'));
  if (located.length > 0) return located;
  const line = wordsIn(at(content, 'dateline')).split(/,\s*(?=\p{L}{3,9}\.? \d)/u)[0] ?? '';
  return line === '' ? [] : [line];
}

function namesOf(nodes: readonly XmlNode[]): string[] {
  return nodes.map((node) => wordsIn(at(node, 'name'))).filter((name) => name !== '');
}

function nameOf(node: XmlNode | undefined): string {
  return wordsIn(at(node, 'name')) || (node?.attributes['literal'] ?? codeOf(node));
}

/** "stat:usable" gives "usable". */
function codeOf(node: XmlNode | undefined): string {
  const { qcode, uri, literal } = node?.attributes ?? {};
  return (qcode ?? uri ?? literal ?? '').replace(/^.*[:/]/, '');
}

function signalOf(code: string): string {
  return /^(?:correction|corrected|update|updated|refile|clarification)$/i.test(code)
    ? code.toLowerCase()
    : '';
}

function languageOf(newsItem: XmlNode): string {
  return newsItem.attributes['lang'] ?? '';
}

function rightsOf(newsItem: XmlNode): string {
  const info = at(newsItem, 'rightsinfo');
  const holder = at(info, 'copyrightholder');
  const terms = ['copyrightnotice', 'usageterms'].map((name) => wordsIn(at(info, name)));
  const found = terms.filter((text) => text !== '').join(' ');
  return found || (holder === undefined ? '' : `© ${nameOf(holder)}`);
}

/** XHTML as elements, as CDATA or escaped, or plain text; the first that holds words. */
function bodyOf(newsItem: XmlNode): Piece[] {
  const set = at(newsItem, 'contentset');
  for (const part of childrenOf(set, 'inlinexml', 'inlinedata')) {
    const pieces = piecesOfPart(part);
    if (pieces.length > 0) return pieces;
  }
  return [];
}

function piecesOfPart(part: XmlNode): Piece[] {
  if (part.children.some(({ name }) => name !== '#text')) return piecesOfMarkup(part);
  const words = allWords(part).trim();
  const isXml = part.name === 'inlinexml' && part.children.some(({ isRaw }) => isRaw);
  const isHtml = /html/i.test(part.attributes['contenttype'] ?? '') || isEscapedHtml(part);
  if (/^<nitf[\s>]/.test(words)) return piecesOfNitf(words);
  if (isHtml || isXml) return /[<&]/.test(words) ? piecesOfHtml(words) : piecesOfText(words);
  return piecesOfText(words);
}

function piecesOfNitf(words: string): Piece[] {
  const parsed = parseXml(words);
  return parsed.ok ? [...nitfItem(parsed.root).body] : piecesOfHtml(words);
}
