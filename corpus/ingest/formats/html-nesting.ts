/** Elements inside each other, beyond which a page is refused. */
export const MAX_NESTING = 1000;

const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed']);

/** Elements that end where the next of their kind begins. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  p: ['p'],
  li: ['p', 'li'],
  dt: ['p', 'dt', 'dd'],
  dd: ['p', 'dt', 'dd'],
  tr: ['p', 'td', 'th', 'tr'],
  td: ['p', 'td', 'th'],
  th: ['p', 'td', 'th'],
  option: ['option'],
};

/**
 * True where elements stand in each other more than `limit` deep. Reads tags alone, in one pass
 * and without building anything, so it is safe for any text.
 */
export function isNestedDeeper(html: string, limit = MAX_NESTING): boolean {
  const open: string[] = [];
  let at = html.indexOf('<');
  while (at !== -1) {
    if (html.startsWith('<!--', at)) at = after(html, '-->', at + 4);
    else {
      const tag = tagAt(html, at);
      if (tag === null) at += 1;
      else {
        note(open, tag);
        if (open.length > limit) return true;
        at = tag.isClosing || !RAW.has(tag.name) ? tag.end : rawEnd(html, tag);
      }
    }
    at = html.indexOf('<', at);
  }
  return false;
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  /** Offset behind its ">". */
  readonly end: number;
}

function note(open: string[], { name, isClosing }: Tag): void {
  if (VOID.has(name)) return;
  if (isClosing) {
    const found = open.lastIndexOf(name);
    if (found !== -1) open.length = found;
    return;
  }
  const ended = ENDED_BY[name];
  while (ended?.includes(open.at(-1) ?? '')) open.pop();
  open.push(name);
}

function tagAt(html: string, at: number): Tag | null {
  const isClosing = html[at + 1] === '/';
  const start = isClosing ? at + 2 : at + 1;
  NAME.lastIndex = start;
  const name = NAME.exec(html)?.[0];
  if (name === undefined) return null;
  return { name: name.toLowerCase(), isClosing, end: tagEnd(html, start + name.length) };
}

const NAME = /[a-z][^\s/>]{0,60}/iy;

/** Behind the tag's ">", values in quotation marks looked through. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  let isValue = false;
  for (let at = from; at < html.length; at++) {
    const sign = html.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at + 1;
    else if (isValue && (sign === '"' || sign === "'")) quote = sign;
    if (quote === '' && sign.trim() !== '') isValue = sign === '=';
  }
  return html.length;
}

/** The text of a script or style ends at its own closing tag alone. */
function rawEnd(html: string, { name, end }: Tag): number {
  CLOSING.lastIndex = end;
  for (let match = CLOSING.exec(html); match !== null; match = CLOSING.exec(html)) {
    if (match[1]?.toLowerCase() === name) return match.index;
  }
  return html.length;
}

const CLOSING = /<\/([a-z]{1,10})/gi;

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}
