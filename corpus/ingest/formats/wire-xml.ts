import { XMLParser } from 'fast-xml-parser';
import { decodeEntities } from './wire-entities';

/** An element, or words: those have the name "#text". Names are in small letters, without prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of words alone. */
  readonly text: string;
  /** The words came as CDATA, so markup may be in them. */
  readonly isRaw: boolean;
}

export type ParsedXml =
  { readonly ok: true; readonly root: XmlNode } | { readonly ok: false; readonly refused: string };

/** The most elements that may stand inside each other. */
export const MOST_NESTED = 100;

const ENTITIES =
  'It declares entities, which Stet does not expand; save it without them and import it again.';
const NESTED =
  'Its elements are nested more than 100 deep, as no news text is; export it again and import that.';
const DAMAGED = 'Its XML is damaged or cut off';

/**
 * Reads XML into a tree. Nothing outside it is fetched, and only the five entities of XML, numbers
 * and the common names of signs are put into words.
 */
export function parseXml(text: string): ParsedXml {
  const xml = text.replace(/^\s+/, '');
  if (/<!ENTITY\b/i.test(xml)) return refuse(ENTITIES);
  try {
    const fault = faultOf(xml);
    if (fault !== null) return refuse(fault);
    const root = nodesOf(parser().parse(xml)).find(({ name }) => !/^[#?]/.test(name));
    return root === undefined
      ? refuse(`${DAMAGED}; export it again and import that.`)
      : { ok: true, root };
  } catch {
    return refuse(`${DAMAGED}; export it again and import that.`);
  }
}

function refuse(refused: string): ParsedXml {
  return { ok: false, refused };
}

function parser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    cdataPropName: '#cdata',
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: MOST_NESTED + 10,
  });
}

const TAG = /<(\/?)([^\s<>/!?"'=]+)(?:"[^"]*"|'[^']*'|[^<>"'])*>/g;

/** Why the elements do not fit into each other; null where they do. */
function faultOf(xml: string): string | null {
  const open: string[] = [];
  for (const { 0: tag, 1: close, 2: name = '', index } of withoutAsides(xml).matchAll(TAG)) {
    if (tag.endsWith('/>')) continue;
    if (close === '') open.push(name);
    else if (open.pop() !== name) return damagedAt(xml, index);
    if (open.length > MOST_NESTED) return NESTED;
  }
  return open.length === 0 ? null : damagedAt(xml, xml.length);
}

function damagedAt(xml: string, at: number): string {
  const line = xml.slice(0, at).split('\n').length;
  return `${DAMAGED} (line ${line}); export it again and import that.`;
}

/** The XML with spaces for comments, CDATA and instructions, so that places stay the same. */
function withoutAsides(xml: string): string {
  let bare = '';
  let from = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', Math.max(from, at + 1))) {
    const aside = ASIDES.find(([start]) => xml.startsWith(start, at));
    if (aside === undefined) continue;
    const end = xml.indexOf(aside[1], at + aside[0].length);
    const to = end === -1 ? xml.length : end + aside[1].length;
    bare += xml.slice(from, at) + ' '.repeat(to - at);
    from = to;
  }
  return bare + xml.slice(from);
}

const ASIDES = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** The parser's own tree: lists of objects with one key for the element and one for attributes. */
function nodesOf(parsed: unknown): XmlNode[] {
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) return [];
    const entries = Object.entries(item as Record<string, unknown>);
    const own = entries.find(([key]) => key !== ':@');
    return own === undefined ? [] : [nodeOf(own[0], own[1], (item as { ':@'?: unknown })[':@'])];
  });
}

function nodeOf(key: string, value: unknown, attributes: unknown): XmlNode {
  if (key === '#text') return wordsNode(decodeEntities(String(value)), false);
  if (key === '#cdata') {
    return wordsNode(
      nodesOf(value)
        .map(({ text }) => text)
        .join(''),
      true,
    );
  }
  const found = Object.entries((attributes ?? {}) as Record<string, unknown>);
  const texts = found.map(([name, own]) => [name.toLowerCase(), decodeEntities(String(own))]);
  return {
    name: key.toLowerCase(),
    attributes: Object.fromEntries(texts) as Record<string, string>,
    children: nodesOf(value),
    text: '',
    isRaw: false,
  };
}

function wordsNode(text: string, isRaw: boolean): XmlNode {
  return { name: '#text', attributes: {}, children: [], text, isRaw };
}

/** The children with one of the names. */
export function childrenOf(node: XmlNode | undefined, ...names: string[]): XmlNode[] {
  return (node?.children ?? []).filter(({ name }) => names.includes(name));
}

/** The first element at the end of a path of names below `node`. */
export function at(node: XmlNode | undefined, ...path: string[]): XmlNode | undefined {
  let found = node;
  for (const name of path) found = childrenOf(found, name)[0];
  return found;
}

/** All elements with the name below `node`, in the order of the text. */
export function allOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return (node?.children ?? []).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allOf(child, name),
  ]);
}

/** All words in an element, with white space as one space each. */
export function wordsIn(node: XmlNode | undefined): string {
  return allWords(node).replace(/\s+/g, ' ').trim();
}

/** All words in an element as they stand. */
export function allWords(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return node.text + node.children.map(allWords).join('');
}
