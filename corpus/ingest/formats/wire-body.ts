import { parseHtml } from './wire-html';
import type { Piece, PieceKind } from './wire-pieces';
import { richTextOf, type Run } from './wire-runs';
import { allWords, type XmlNode } from './wire-xml';

interface Setting {
  readonly kind: PieceKind;
  /** Lists around it. */
  readonly lists: number;
}

interface Walk {
  readonly pieces: Piece[];
  /** Words that wait for the end of their block. */
  runs: Run[];
}

const KINDS: Readonly<Record<string, PieceKind>> = {
  h1: 'crosshead',
  h2: 'crosshead',
  h3: 'crosshead',
  h4: 'crosshead',
  h5: 'crosshead',
  h6: 'crosshead',
  hl2: 'crosshead',
  blockquote: 'block_quote',
  bq: 'block_quote',
  figcaption: 'caption',
  'media-caption': 'caption',
  caption: 'caption',
  'media-producer': 'credit',
  tagline: 'credit',
  li: 'list_item',
  dd: 'list_item',
  tr: 'table_row',
};

const INLINE =
  /^(?:#text|a|abbr|acronym|b|bdi|bdo|big|br|cite|classifier|code|copyrite|del|dfn|em|em\.space|event|font|frac|i|ins|kbd|lang|location|city|country|state|region|sublocation|mark|money|num|object\.title|org|person|name\.given|name\.family|function|postaddr|pronounce|q|s|samp|small|span|strike|strong|sub|sup|time|chron|tt|u|var|virtloc|wbr|alt-code|frac-num|frac-sep|frac-den)$/;
const SKIPPED =
  /^(?:head|title|style|script|media-metadata|media-reference|media-object|img|object|iframe|svg|nav|form)$/;

/**
 * The pieces of a text in XHTML, NITF or HTML. Its first heading is a crosshead like the others:
 * these formats give the headline elsewhere.
 */
export function piecesOfMarkup(node: XmlNode): Piece[] {
  const walk: Walk = { pieces: [], runs: [] };
  walkNodes(node.children, { kind: 'paragraph', lists: 0 }, walk);
  return walk.pieces;
}

/** The pieces of HTML in a string. */
export function piecesOfHtml(html: string): Piece[] {
  return piecesOfMarkup(parseHtml(html));
}

/** The pieces of plain text: paragraphs between blank lines; where there are none, its lines. */
export function piecesOfText(text: string): Piece[] {
  const even = text.replace(/\r\n?/g, '\n').trim();
  const parts = even.split(/\n[^\S\n]*\n/);
  const isLined = parts.length === 1;
  return (isLined ? even.split('\n') : parts).map((part) => ({
    ...richTextOf([{ text: part.replace(/\s+/g, ' ') }], true),
    kind: 'paragraph',
    depth: 0,
  }));
}

function walkNodes(nodes: readonly XmlNode[], setting: Setting, walk: Walk): void {
  for (const node of nodes) {
    if (SKIPPED.test(node.name)) continue;
    if (INLINE.test(node.name)) walk.runs.push(...runsOf([node], {}));
    else walkBlock(node, setting, walk);
  }
  flush(setting, walk);
}

function walkBlock(node: XmlNode, setting: Setting, walk: Walk): void {
  flush(setting, walk);
  const own = settingOf(node, setting);
  if (node.name !== 'tr') return walkNodes(node.children, own, walk);
  const cells = node.children.filter(({ name }) => name === 'td' || name === 'th');
  const runs = cells.map((cell) => runsOf(cell.children, {}));
  walk.runs = runs.flatMap((cell, at) => (at === 0 ? cell : [{ text: '\t' }, ...cell]));
  flush(own, walk);
}

function settingOf({ name, attributes }: XmlNode, outer: Setting): Setting {
  if (name === 'ul' || name === 'ol') return { ...outer, lists: outer.lists + 1 };
  const isPlain = outer.kind === 'paragraph' || outer.kind === 'list_item';
  const said = KINDS[name] ?? kindOfClass(attributes['class'] ?? attributes['lede'] ?? '');
  return { ...outer, kind: isPlain ? (said ?? outer.kind) : outer.kind };
}

function kindOfClass(className: string): PieceKind | null {
  return /^(?:crosshead|subhead|intertitle)$/i.test(className) ? 'crosshead' : null;
}

function flush({ kind, lists }: Setting, walk: Walk): void {
  const rich = richTextOf(walk.runs, kind !== 'table_row');
  walk.runs = [];
  if (rich.text === '') return;
  const depth = kind === 'list_item' ? Math.max(0, lists - 1) : 0;
  walk.pieces.push({ ...rich, kind, depth });
}

type Style = Omit<Run, 'text'>;

function runsOf(nodes: readonly XmlNode[], style: Style): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.name === '#text') return [{ ...style, text: node.text.replace(/\s+/g, ' ') }];
    if (node.name === 'br') return [{ ...style, text: '\n' }];
    if (SKIPPED.test(node.name)) return [];
    const inner = runsOf(node.children, styleOf(node, style));
    return INLINE.test(node.name) ? inner : [{ text: ' ' }, ...inner, { text: ' ' }];
  });
}

function styleOf({ name, attributes }: XmlNode, style: Style): Style {
  if (name === 'a') return { ...style, href: attributes['href'] ?? style.href ?? null };
  if (name === 'b' || name === 'strong') return { ...style, strong: true };
  return name === 'i' || name === 'em' ? { ...style, emphasis: true } : style;
}

/** True where an element holds nothing but words, which may be HTML that was escaped. */
export function isEscapedHtml(node: XmlNode): boolean {
  const words = allWords(node);
  return (
    node.children.every(({ name }) => name === '#text') && /<\/?(?:p|br|div|h\d)\b/i.test(words)
  );
}
