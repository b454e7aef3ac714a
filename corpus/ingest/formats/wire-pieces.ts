import type { BlockRole, DraftBlock } from '../../document/block';
import { articleOf } from '../article';
import { bylineOf } from '../byline';
import type { ArticleMetadata, IngestedArticle } from '../model';
import type { Paragraph } from '../paragraphs';
import { shapesOf, type Shape, type Shaped } from '../shapes';
import type { RichText } from './wire-runs';

/** What a format says that a piece is; "paragraph": its words decide, as in a plain text. */
export type PieceKind = Exclude<BlockRole, 'pullquote' | 'reader_comment'>;

/** One block as a format gives it. */
export interface Piece extends RichText {
  readonly kind: PieceKind;
  /** Nesting of a list item; 0 for all others. */
  readonly depth: number;
}

/** True for words of any kind; a piece without them makes no block. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
}

/**
 * One article of pieces that a format has set apart: kinds that are said stay, and paragraphs get
 * their roles, dateline, byline and date as in a plain text. Blocks are the pieces with words, in
 * order. Null where none has words.
 */
export function articleOfPieces(
  pieces: readonly Piece[],
  metadata: ArticleMetadata = {},
): IngestedArticle | null {
  const seen = pieces.filter(({ text }) => hasWords(text));
  if (seen.length === 0) return null;
  const article = articleOf(shaped(seen));
  const headline = seen.findIndex(({ kind }) => kind === 'headline');
  const blocks = article.blocks.map((block, at) => blockOf(block, seen[at], at, headline));
  return withMetadata(withSaid(article, seen, blocks, headline), metadata);
}

function shaped(pieces: readonly Piece[]): Shaped[] {
  return shapesOf(pieces.map(paragraphOf)).map((item, at) => {
    const shape = SHAPES[pieces[at]?.kind ?? 'paragraph'];
    return shape === undefined ? item : { ...item, shape };
  });
}

const SHAPES: Partial<Record<PieceKind, Shape>> = {
  headline: 'heading',
  crosshead: 'heading',
  list_item: 'list',
  block_quote: 'quote',
  table_row: 'table',
  caption: 'caption',
  credit: 'credit',
  furniture: 'furniture',
};

function paragraphOf({ kind, text, depth }: Piece): Paragraph {
  const heading = kind === 'headline' ? 1 : kind === 'crosshead' ? 2 : null;
  const marker =
    heading !== null
      ? { kind: 'heading' as const, value: heading }
      : kind === 'list_item'
        ? { kind: 'bullet' as const, value: 0 }
        : null;
  const indent = kind === 'list_item' ? depth * 2 : 0;
  return { text, start: 0, end: 0, indent, gap: 1, newPage: false, marker, comment: null };
}

function blockOf(
  block: DraftBlock,
  piece: Piece | undefined,
  at: number,
  headline: number,
): DraftBlock {
  const said = piece === undefined || piece.kind === 'paragraph' ? null : piece.kind;
  const role = said ?? roleBeside(block.role, at, headline);
  const depth = role === 'list_item' ? Math.min(8, piece?.depth ?? 0) : 0;
  const formatting = piece?.formatting ?? [];
  const plain = { role, text: block.text, depth, group: null, original: null };
  return formatting.length === 0 ? plain : { ...plain, formatting };
}

/** Where the headline is said, nothing else is one. */
function roleBeside(role: BlockRole, at: number, headline: number): BlockRole {
  if (role !== 'headline' || headline === -1) return role;
  return at < headline ? 'kicker' : 'paragraph';
}

function withSaid(
  article: IngestedArticle,
  pieces: readonly Piece[],
  blocks: readonly DraftBlock[],
  headline: number,
): IngestedArticle {
  const bylines = pieces.filter(({ kind }) => kind === 'byline').map(({ text }) => text);
  const credits = blocks.filter(({ role }) => role === 'credit').map(({ text }) => text);
  const title = pieces[headline]?.text;
  return {
    ...article,
    blocks,
    headline: title ?? article.headline,
    deck: blocks.find(({ role }) => role === 'deck')?.text ?? null,
    byline: bylines.length > 0 ? bylines.map(namesOf).join(', ') : article.byline,
    credit: credits.length > 0 ? credits.join(' ') : null,
    warnings: article.warnings.filter((text) => title === undefined || !/no headline/.test(text)),
  };
}

function namesOf(byline: string): string {
  return bylineOf(byline)?.names ?? byline.replace(/^by:?\s+/i, '');
}

/** The day of publication stands in for a date that the words do not tell. */
function withMetadata(article: IngestedArticle, metadata: ArticleMetadata): IngestedArticle {
  const isEmpty = Object.keys(metadata).length === 0;
  const full = isEmpty ? article : { ...article, metadata };
  const day = /^\d{4}-\d{2}-\d{2}/.exec(metadata.publishedAt ?? '')?.[0];
  if (article.date !== null || day === undefined) return full;
  const reason = `Stated in the file: “${metadata.publishedAt ?? ''}”.`;
  const warnings = article.warnings.filter((text) => !/^No (?:date|year) is given/.test(text));
  return { ...full, warnings, date: { value: day, basis: 'stated', reason } };
}
