import { DOMParser } from 'linkedom';
import { isHidden } from './html-hidden';

const ELEMENT = 1;
const TEXT = 3;

/** Parses a page. What is no page (words alone) stands in a body all the same. */
export function parsePage(html: string): Document {
  const bare = html.replace(/<!doctype[^>]{0,1000}>/gi, '');
  const whole = /<body[\s>]/i.test(bare) ? bare : inBody(bare);
  return new DOMParser().parseFromString(whole, 'text/html') as unknown as Document;
}

/** Gives a page without a <body> one, behind its head. */
function inBody(html: string): string {
  const head = /<\/head\s*>/i.exec(html);
  if (head !== null) {
    const end = head.index + head[0].length;
    return `${html.slice(0, end)}<body>${html.slice(end)}`;
  }
  return /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
}

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

export function isText(node: Node): boolean {
  return node.nodeType === TEXT || node.nodeType === 4;
}

/** What a walk does at each node; `enter` says whether to go inside. */
export interface Visitor {
  enter(element: Element): boolean;
  leave(element: Element): void;
  text(node: Node): void;
}

/** Goes through everything below `root` in document order, without recursion. */
export function walk(root: Node, visitor: Visitor): void {
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (isText(node)) visitor.text(node);
    const isEntered: boolean = isElement(node) && visitor.enter(node);
    const child: Node | null = isEntered ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    if (isEntered) visitor.leave(node as Element);
    node = nextUp(node, root, visitor);
  }
}

/** The next node after `node` and all in it; leaves the elements that end before it. */
function nextUp(node: Node, root: Node, visitor: Visitor): Node | null {
  let at: Node | null = node;
  while (at !== null && at !== root) {
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
    if (at !== null && at !== root && isElement(at)) visitor.leave(at);
  }
  return null;
}

/** A lean copy of what a page shows, and the element that each of its stamps stands for. */
export interface StampedCopy {
  readonly copy: Document;
  readonly originals: readonly Element[];
  /** The depths of all elements together: what a reader that looks up and down has to do. */
  readonly depths: number;
}

export const STAMP = 'data-stet-n';

const COPIED = ['class', 'id', 'role', 'href', 'src', 'itemprop', 'itemtype', 'rel', 'property'];
/** The white space by which a page's source is laid out: as many nodes again, that say nothing. */
const BETWEEN_LINES = /^\s*\n\s*$/;

const UNWRAPPED = new Set(['html', 'head', 'body']);
const FRAME = new Set(['nav', 'footer', 'form', 'button', 'select', 'menu', 'dialog']);

/**
 * Copies what shows below `root`, navigation and forms left out, for a reader that changes what it
 * reads; each copied element bears a stamp. Null where there are more than `most` elements.
 */
export function stampedCopy(root: Node, title: string, most: number): StampedCopy | null {
  const copy = parsePage('<html><head><title></title></head><body></body></html>');
  copy.querySelector('title')!.textContent = title;
  const originals: Element[] = [];
  let depths = 0;
  const parents: Node[] = [copy.querySelector('body')!];
  walk(root, {
    enter(element) {
      const name = element.localName;
      if (originals.length > most) return false;
      if (UNWRAPPED.has(name)) return true;
      if (FRAME.has(name) || isHidden(element, name)) return false;
      const twin = copied(element, copy, originals.push(element) - 1);
      parents.at(-1)!.appendChild(twin);
      depths += parents.push(twin);
      return true;
    },
    leave(element) {
      if (!UNWRAPPED.has(element.localName)) parents.pop();
    },
    text(node) {
      const text = node.nodeValue ?? '';
      if (!BETWEEN_LINES.test(text)) parents.at(-1)!.appendChild(copy.createTextNode(text));
    },
  });
  return originals.length > most ? null : { copy, originals, depths };
}

function copied(element: Element, copy: Document, stamp: number): Element {
  const twin = copy.createElement(element.localName);
  twin.setAttribute(STAMP, String(stamp));
  if (!element.hasAttributes()) return twin;
  for (const name of COPIED) {
    const value = element.getAttribute(name);
    if (value !== null) twin.setAttribute(name, value);
  }
  return twin;
}
