import type { BlockRole, DraftBlock } from '../../document/block';
import { isCaption, isCredit } from '../captions';
import { isFurniture, isRule } from '../furniture';
import { pageAddress } from './html-address';
import { blockOf } from './html-article';
import { parsePage } from './html-dom';
import { isNestedDeeper } from './html-nesting';
import type { Piece } from './html-piece';
import { piecesOf } from './html-walk';

/**
 * The blocks of a piece of HTML that is an article's text and nothing else (a feed entry, a mail).
 * `url` is the address that its links are relative to. Null where it cannot be read; never throws.
 */
export function blocksOfFragment(html: string, url: string | null): DraftBlock[] | null {
  if (isNestedDeeper(html)) return null;
  try {
    const pieces = piecesOf(parsePage(html), pageAddress(url, null));
    return pieces.map((piece) => blockOf(piece, roleOf(piece)));
  } catch {
    return null;
  }
}

function roleOf({ kind, hints, text }: Piece): BlockRole {
  if (hints.has('pullquote')) return 'pullquote';
  if (hints.has('caption')) return 'caption';
  if (kind === 'heading') return 'crosshead';
  if (kind === 'list') return 'list_item';
  if (kind === 'quote') return 'block_quote';
  if (kind === 'row') return 'table_row';
  if (isRule(text) || isFurniture(text)) return 'furniture';
  if (isCredit(text)) return 'credit';
  return isCaption(text) ? 'caption' : 'paragraph';
}
