import { Lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { decodeEntities } from './wire-entities';
import { hasWords, type Piece, type PieceKind } from './wire-pieces';
import { richTextOf, type Run } from './wire-runs';

interface Setting {
  readonly kind: PieceKind;
  readonly depth: number;
}

interface Walk {
  readonly pieces: Piece[];
  hasHeadline: boolean;
}

type Style = Omit<Run, 'text'>;

/** The most quotations and lists inside each other that are told apart. */
const MOST_NESTED = 50;

/** The pieces of a Markdown text. `hasHeadline`: one is known already, so headings are crossheads. */
export function piecesOfMarkdown(text: string, hasHeadline: boolean): Piece[] {
  const walk: Walk = { pieces: [], hasHeadline };
  walkTokens(new Lexer({ gfm: true }).lex(text), { kind: 'paragraph', depth: 0 }, 0, walk);
  return walk.pieces;
}

function walkTokens(tokens: readonly Token[], setting: Setting, level: number, walk: Walk): void {
  if (level > MOST_NESTED) return;
  for (const token of tokens) walkToken(token as MarkedToken, setting, level, walk);
}

function walkToken(token: MarkedToken, setting: Setting, level: number, walk: Walk): void {
  const quote: Setting = { kind: 'block_quote', depth: 0 };
  switch (token.type) {
    case 'heading':
      return addHeading(token, walk);
    case 'paragraph':
    case 'text':
      return addParagraph(token.tokens ?? [token], setting, walk);
    case 'blockquote':
      return walkTokens(token.tokens, quote, level + 1, walk);
    case 'list':
      return walkList(token, setting, level, walk);
    case 'table':
      return [token.header, ...token.rows].forEach((cells) => addRow(cells, walk));
    case 'code':
      return add(walk, [{ text: token.text }], setting);
    case 'html':
      return add(walk, [{ text: token.text.trim() }], setting);
    case 'hr':
      return add(walk, [{ text: '***' }], { kind: 'furniture', depth: 0 });
    default:
      return;
  }
}

/** The first heading of the first level is the headline. */
function addHeading({ depth, tokens }: Tokens.Heading, walk: Walk): void {
  const isHeadline = depth === 1 && !walk.hasHeadline;
  const before = walk.pieces.length;
  add(walk, runsOf(tokens, {}), { kind: isHeadline ? 'headline' : 'crosshead', depth: 0 });
  if (isHeadline && walk.pieces.length > before) walk.hasHeadline = true;
}

/** Pictures become captions of their own; the words around them stay together. */
function addParagraph(tokens: readonly Token[], setting: Setting, walk: Walk): void {
  const pictures = tokens.filter(({ type }) => type === 'image') as Tokens.Image[];
  add(
    walk,
    runsOf(
      tokens.filter(({ type }) => type !== 'image'),
      {},
    ),
    setting,
  );
  for (const { text, title } of pictures) {
    add(walk, [{ text: decodeEntities(text || (title ?? '')) }], { kind: 'caption', depth: 0 });
  }
}

/** An item's own words are one piece; lists in it go one level down. */
function walkList(list: Tokens.List, setting: Setting, level: number, walk: Walk): void {
  const depth = setting.kind === 'list_item' ? setting.depth + 1 : 0;
  for (const item of list.items) {
    walkTokens(item.tokens, { kind: 'list_item', depth }, level + 1, walk);
  }
}

function addRow(cells: readonly Tokens.TableCell[], walk: Walk): void {
  const runs = cells.map(({ tokens }) => runsOf(tokens, {}));
  const row = runs.flatMap((cell, at) => (at === 0 ? cell : [{ text: '\t' }, ...cell]));
  add(walk, row, { kind: 'table_row', depth: 0 });
}

function add(walk: Walk, runs: readonly Run[], { kind, depth }: Setting): void {
  const rich = richTextOf(runs, false);
  if (hasWords(rich.text)) walk.pieces.push({ ...rich, kind, depth });
}

/** Words in one line after another are one paragraph: a line break alone is a space. */
function runsOf(tokens: readonly Token[], style: Style, level = 0): Run[] {
  return tokens.flatMap((token) => runsOfToken(token as MarkedToken, style, level));
}

function runsOfToken(token: MarkedToken, style: Style, level: number): Run[] {
  switch (token.type) {
    case 'strong':
      return inner(token.tokens, { ...style, strong: true }, level);
    case 'em':
      return inner(token.tokens, { ...style, emphasis: true }, level);
    case 'link':
      return inner(token.tokens, { ...style, href: token.href }, level);
    case 'del':
      return inner(token.tokens, style, level);
    case 'br':
      return [{ ...style, text: '\n' }];
    case 'codespan':
    case 'html':
      return [{ ...style, text: token.text }];
    case 'image':
      return [{ ...style, text: decodeEntities(token.text) }];
    case 'text':
      return token.tokens === undefined
        ? [{ ...style, text: oneLine(decodeEntities(token.text)) }]
        : inner(token.tokens, style, level);
    case 'escape':
      return [{ ...style, text: decodeEntities(token.text) }];
    default:
      return [];
  }
}

function inner(tokens: readonly Token[], style: Style, level: number): Run[] {
  return level > MOST_NESTED ? [] : runsOf(tokens, style, level + 1);
}

function oneLine(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, ' ');
}
