import type { FormatReader } from './reader';
import { piecesOfMarkup } from './wire-body';
import { readXmlFile, startOf } from './wire-file';
import { EMPTY_ITEM, type WireItem } from './wire-item';
import type { Piece } from './wire-pieces';
import { allOf, at, childrenOf, wordsIn, type XmlNode } from './wire-xml';

/** NITF, one text a file. */
export const nitfReader: FormatReader = {
  format: 'NITF',
  recognises: (bytes) => /<(?:\w+:)?nitf[\s>]/i.test(startOf(bytes)),
  read: async (bytes) =>
    readXmlFile(bytes, 'NITF', (root) =>
      (root.name === 'nitf' ? [root] : allOf(root, 'nitf')).map(nitfItem),
    ),
};

/** What a NITF document says, also one that stands in another format. */
export function nitfItem(nitf: XmlNode): WireItem {
  const docdata = at(nitf, 'head', 'docdata');
  const head = at(nitf, 'body', 'body.head');
  const key = at(docdata, 'du-key')?.attributes ?? {};
  return {
    ...EMPTY_ITEM,
    ...datesOf(nitf, docdata),
    headline: wordsIn(at(head, 'hedline', 'hl1')) || wordsIn(at(nitf, 'head', 'title')),
    deck: wordsIn(at(head, 'hedline', 'hl2')) || wordsIn(at(head, 'abstract')),
    byline: childrenOf(head, 'byline').map(bylineWords).join(', '),
    places: placesOf(at(head, 'dateline')),
    body: bodyOf(nitf),
    id: at(docdata, 'doc-id')?.attributes['id-string'] ?? '',
    version: key['version'] ?? '',
    slug: at(docdata, 'fixture')?.attributes['fix-id'] ?? key['key'] ?? '',
    publisher: wordsIn(at(head, 'distributor')) || (holderOf(docdata)['holder'] ?? ''),
    section: at(nitf, 'head', 'pubdata')?.attributes['position.section'] ?? '',
    language: nitf.attributes['lang'] ?? at(nitf, 'body')?.attributes['lang'] ?? '',
    rights: wordsIn(at(head, 'rights')),
    keywords: allOf(at(docdata, 'key-list'), 'keyword').map((node) => node.attributes['key'] ?? ''),
    status: docdata?.attributes['management-status'] ?? '',
    note: noteOf(docdata, head),
    signal: signalOf(docdata),
  };
}

function datesOf(
  nitf: XmlNode,
  docdata: XmlNode | undefined,
): Pick<WireItem, 'publishedAt' | 'modifiedAt' | 'embargoedUntil'> {
  const norm = (node: XmlNode | undefined): string => node?.attributes['norm'] ?? '';
  const revisions = childrenOf(at(nitf, 'head'), 'revision-history');
  const release = norm(at(docdata, 'date.release'));
  const issue = norm(at(docdata, 'date.issue'));
  const isHeld = docdata?.attributes['management-status'] === 'embargoed';
  return {
    publishedAt: issue || release || (pubdataOf(nitf)['date.publication'] ?? ''),
    modifiedAt: revisions.at(-1)?.attributes['norm'] ?? '',
    embargoedUntil: isHeld || (release !== '' && release > issue && issue !== '') ? release : '',
  };
}

function pubdataOf(nitf: XmlNode): Readonly<Record<string, string>> {
  return at(nitf, 'head', 'pubdata')?.attributes ?? {};
}

function holderOf(docdata: XmlNode | undefined): Readonly<Record<string, string>> {
  return at(docdata, 'doc.copyright')?.attributes ?? {};
}

/** The names alone, without the titles after them. */
function bylineWords(byline: XmlNode): string {
  const persons = allOf(byline, 'person').map(wordsIn);
  return persons.length > 0 ? persons.join(' and ') : wordsIn(byline);
}

function placesOf(dateline: XmlNode | undefined): string[] {
  const found = childrenOf(dateline, 'location').map(wordsIn);
  return found.filter((place) => place !== '');
}

/** The dateline stands in the head of the file, and in front of the first paragraph in print. */
function bodyOf(nitf: XmlNode): Piece[] {
  const body = at(nitf, 'body');
  const pieces = childrenOf(body, 'body.content', 'body.end').flatMap(piecesOfMarkup);
  const notes = childrenOf(at(body, 'body.head'), 'note').flatMap(piecesOfMarkup);
  return [...notes.map((note): Piece => ({ ...note, kind: 'furniture' })), ...pieces];
}

function noteOf(docdata: XmlNode | undefined, head: XmlNode | undefined): string {
  return (at(docdata, 'ed-msg')?.attributes['info'] ?? '') || wordsIn(at(head, 'note'));
}

function signalOf(docdata: XmlNode | undefined): string {
  const correction = at(docdata, 'correction');
  return correction === undefined ? '' : 'correction';
}
