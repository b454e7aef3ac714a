import { parseHTML } from 'linkedom';
import { MOST_NESTED, type XmlNode } from './wire-xml';

/** What a parsed page's nodes are read by. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: ArrayLike<DomNode>;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
}

/** The most elements inside each other that are built: beyond it, building takes ever longer. */
const MOST_OPEN = 1000;

/**
 * Reads a piece of HTML into the same tree as XML; scripts and styles are left out. What is nested
 * beyond reason is read as its words alone.
 */
export function parseHtml(html: string): XmlNode {
  const body = mostOpen(html) > MOST_OPEN ? html.replace(/<[^<>]*>/g, ' ') : html;
  const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  return elementOf(document.documentElement, 0);
}

/** How many elements are open at once, those aside that need no end. */
function mostOpen(html: string): number {
  let open = 0;
  let most = 0;
  for (const { 1: close, 2: name = '' } of html.matchAll(/<(\/?)([a-z][^\s<>/]*)/gi)) {
    if (ENDLESS.test(name)) continue;
    open = Math.max(0, open + (close === '' ? 1 : -1));
    most = Math.max(most, open);
  }
  return most;
}

const ENDLESS =
  /^(?:p|li|dt|dd|t[rdh]|thead|tbody|tfoot|option|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

function elementOf(node: DomNode, depth: number): XmlNode {
  const attributes = Array.from(node.attributes ?? [], ({ name, value }) => [
    name.toLowerCase(),
    value,
  ]);
  const isDeep = depth >= MOST_NESTED;
  return {
    name: node.nodeName.toLowerCase(),
    attributes: Object.fromEntries(attributes) as Record<string, string>,
    children: isDeep
      ? [wordsNode(node.textContent ?? '')]
      : Array.from(node.childNodes).flatMap((child) => childOf(child, depth + 1)),
    text: '',
    isRaw: false,
  };
}

function childOf(node: DomNode, depth: number): XmlNode[] {
  if (node.nodeType === 3) return [wordsNode(node.textContent ?? '')];
  if (node.nodeType !== 1 || /^(?:script|style|template|noscript)$/i.test(node.nodeName)) return [];
  return [elementOf(node, depth)];
}

function wordsNode(text: string): XmlNode {
  return { name: '#text', attributes: {}, children: [], text, isRaw: false };
}
