import { COMMENT_MARK, type WordDocument, type WordNode } from './docx-tree';
import { hasWords, type Piece, type PieceKind } from './wire-pieces';
import { richTextOf, type Run } from './wire-runs';

/** Which words of a piece a comment is about; UTF-16 offsets of its text. */
export interface CommentPlace {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface WordPiece extends Piece {
  readonly places: readonly CommentPlace[];
}

interface Mark {
  readonly kind: 'start' | 'end' | 'reference';
  readonly id: string;
  /** Runs before it. */
  readonly at: number;
}

/** What is collected on the way through the words of one piece. */
interface Words {
  readonly runs: Run[];
  readonly marks: Mark[];
}

interface Walk {
  readonly pieces: WordPiece[];
  /** Comments whose words have begun and not ended. */
  readonly open: Set<string>;
  readonly notes: WordNode[];
  hasHeadline: boolean;
}

/** The pieces of a document with words, in order, footnotes last. */
export function piecesOfWord(document: WordDocument): WordPiece[] {
  const walk: Walk = { pieces: [], open: new Set(), notes: [], hasHeadline: false };
  walkBlocks(document.children ?? [], walk);
  for (const reference of walk.notes) {
    for (const node of document.notes.resolve(reference)?.body ?? []) {
      addPiece(walk, wordsOf([node], walk), 'furniture', 0);
    }
  }
  return walk.pieces;
}

/** The words of nodes of any kind, paragraphs on lines of their own. */
export function textOfNodes(nodes: readonly WordNode[]): string {
  const walk: Walk = { pieces: [], open: new Set(), notes: [], hasHeadline: false };
  walkBlocks(nodes, walk);
  return walk.pieces.map(({ text }) => text).join('\n');
}

function walkBlocks(nodes: readonly WordNode[], walk: Walk): void {
  for (const node of nodes) {
    if (node.type === 'table') walkTable(node, walk);
    else if (node.type === 'paragraph') addParagraph(node, walk);
    else addPiece(walk, wordsOf([node], walk), 'paragraph', 0);
  }
}

function addParagraph(node: WordNode, walk: Walk): void {
  const words = wordsOf(node.children ?? [], walk);
  const kind = kindOf(node, walk);
  const level = Number(node.numbering?.level ?? 0);
  const added = addPiece(walk, words, kind, Number.isInteger(level) ? level : 0);
  if (added && kind === 'headline') walk.hasHeadline = true;
}

function kindOf({ styleName, styleId, numbering }: WordNode, walk: Walk): PieceKind {
  const style = (styleName ?? styleId ?? '').toLowerCase().replace(/[\s_-]+/g, '');
  if (style === 'title' || /^heading1$/.test(style)) {
    return walk.hasHeadline ? 'crosshead' : 'headline';
  }
  if (/^heading[2-9]$/.test(style)) return 'crosshead';
  if (/quote$|^blocktext$/.test(style)) return 'block_quote';
  return (
    STYLES[style] ?? (numbering === null || numbering === undefined ? 'paragraph' : 'list_item')
  );
}

const STYLES: Readonly<Record<string, PieceKind>> = {
  subtitle: 'deck',
  caption: 'caption',
  byline: 'byline',
  header: 'furniture',
  footer: 'furniture',
};

/** A row is one piece; a cell alone in its row only lays out what stands in it. */
function walkTable(table: WordNode, walk: Walk): void {
  for (const { children: cells = [] } of table.children ?? []) {
    if (cells.length === 1) {
      walkBlocks(cells[0]?.children ?? [], walk);
      continue;
    }
    const words: Words = { runs: [], marks: [] };
    for (const [at, cell] of cells.entries()) {
      if (at > 0) words.runs.push({ text: '\t' });
      for (const [order, child] of (cell.children ?? []).entries()) {
        if (order > 0) words.runs.push({ text: ' ' });
        collect([child], { emphasis: false, strong: false, href: null }, words, walk);
      }
    }
    addPiece(walk, words, 'table_row', 0);
  }
}

function wordsOf(nodes: readonly WordNode[], walk: Walk): Words {
  const words: Words = { runs: [], marks: [] };
  collect(nodes, { emphasis: false, strong: false, href: null }, words, walk);
  return words;
}

type Style = Required<Omit<Run, 'text'>>;

function collect(nodes: readonly WordNode[], style: Style, words: Words, walk: Walk): void {
  for (const node of nodes) {
    const text = textOf(node);
    if (text !== null) words.runs.push({ ...style, text });
    else if (node.type === 'noteReference') walk.notes.push(node);
    else if (node.type === 'commentReference') addMark(words, 'reference', node.commentId);
    else if (node.type === 'bookmarkStart') addBookmark(node.name ?? '', words);
    else collect(node.children ?? [], styleOf(node, style), words, walk);
  }
}

function textOf({ type, value }: WordNode): string | null {
  if (type === 'text') return value ?? '';
  if (type === 'tab') return '\t';
  return type === 'break' ? '\n' : null;
}

function styleOf(node: WordNode, style: Style): Style {
  return {
    emphasis: style.emphasis || node.isItalic === true,
    strong: style.strong || node.isBold === true,
    href: node.type === 'hyperlink' ? (node.href ?? null) : style.href,
  };
}

function addBookmark(name: string, words: Words): void {
  const match = COMMENT_MARK.exec(name);
  if (match !== null) addMark(words, match[1] === 'Start' ? 'start' : 'end', match[2]);
}

function addMark(words: Words, kind: Mark['kind'], id: string | undefined): void {
  if (id !== undefined) words.marks.push({ kind, id, at: words.runs.length });
}

/** False where the words are none; their comments then go with the next piece. */
function addPiece(walk: Walk, words: Words, kind: PieceKind, depth: number): boolean {
  const rich = richTextOf(words.runs, false);
  const places = placesOf(words, rich.text, walk.open);
  if (!hasWords(rich.text)) return false;
  walk.pieces.push({ ...rich, kind, depth: kind === 'list_item' ? depth : 0, places });
  return true;
}

/** Where comments touch a piece: the open ones from its start, and to its end what stays open. */
function placesOf({ runs, marks }: Words, text: string, open: Set<string>): CommentPlace[] {
  const starts = new Map([...open].map((id) => [id, 0]));
  const places: CommentPlace[] = [];
  for (const { kind, id, at } of marks) {
    const place = Math.min(text.length, richTextOf(runs.slice(0, at), false).text.length);
    if (kind === 'start') {
      starts.set(id, place);
      open.add(id);
    } else if (kind === 'end') {
      places.push(placeOf(id, starts.get(id) ?? place, place, text));
      starts.delete(id);
      open.delete(id);
    } else {
      places.push(placeOf(id, place, place, text));
    }
  }
  for (const [id, start] of starts) places.push(placeOf(id, start, text.length, text));
  return places;
}

function placeOf(id: string, from: number, end: number, text: string): CommentPlace {
  let start = from;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return { id, start, end };
}
