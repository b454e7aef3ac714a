import type { Span } from '../spans/span';
import type { CopyArticle, CopyBlock, CopyNote } from './model';

/** A stretch of a block's text in a redline: as it stands, taken out, or put in. */
export interface RedlinePart {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
  /** Who decided it; null where the copy does not say. */
  readonly person: string | null;
  readonly day: string;
}

interface Correction extends Span {
  readonly replacement: string;
  readonly note: CopyNote;
}

export interface Redline {
  /** The parts of each block, in the order of the article's blocks. */
  readonly blocks: readonly { readonly block: CopyBlock; readonly parts: readonly RedlinePart[] }[];
  readonly corrections: number;
  /** Corrections that overlap one before them and are not drawn. */
  readonly left: readonly CopyNote[];
}

/** The article with what is to be fixed and cut, and nothing else. */
export function redlineOf(article: CopyArticle): Redline {
  const { drawn, left } = correctionsOf(article.notes);
  const spans = drawn.flat().sort((a, b) => a.start - b.start);
  return {
    blocks: article.blocks.map((block) => ({ block, parts: partsOf(article.text, block, spans) })),
    corrections: drawn.length,
    left,
  };
}

/** Each correction's pieces: the first gets the new words, the others are taken out. */
function correctionsOf(notes: readonly CopyNote[]): { drawn: Correction[][]; left: CopyNote[] } {
  const drawn: Correction[][] = [];
  const left: CopyNote[] = [];
  const taken: Correction[] = [];
  for (const note of notes) {
    const replacement = replacementOf(note);
    if (replacement === null) continue;
    const pieces = note.spans.map((span, index) => ({ ...span, replacement: index === 0 ? replacement : '', note })); // prettier-ignore
    const clashes = pieces.some((one) => taken.some((other) => one.start < other.end && other.start < one.end)); // prettier-ignore
    if (clashes) left.push(note);
    else {
      drawn.push(pieces);
      taken.push(...pieces);
    }
  }
  return { drawn, left };
}

/** The words that take the place of a note's; '' for a cut, null where it corrects nothing. */
function replacementOf({ status, disposition, replacement }: CopyNote): string | null {
  if (status === 'cut') return null;
  if (disposition === 'cut') return '';
  return disposition === 'fix' && replacement !== null && replacement.trim() !== '' ? replacement : null; // prettier-ignore
}

function partsOf(text: string, block: CopyBlock, all: readonly Correction[]): readonly RedlinePart[] {
  const parts: RedlinePart[] = [];
  const put = (kind: RedlinePart['kind'], words: string, note: CopyNote | null) => {
    const by = { person: note?.checkedBy ?? null, day: note?.signedAt?.slice(0, 10) ?? '' };
    if (words !== '') parts.push({ kind, text: words, ...by });
  };
  let at = block.start;
  for (const { start, end, replacement, note } of all) {
    if (start < block.start || end > block.end) continue;
    put('same', text.slice(at, start), null);
    put('deleted', text.slice(start, end), note);
    put('inserted', replacement, note);
    at = end;
  }
  put('same', text.slice(at, block.end), null);
  return parts;
} // prettier-ignore

/** The text of a redline with all corrections taken over, or as it was before them. */
export function textOfRedline({ blocks }: Redline, side: 'before' | 'after'): string {
  const left = side === 'before' ? 'inserted' : 'deleted';
  return blocks.map(({ parts }) => parts.filter(({ kind }) => kind !== left).map(({ text }) => text).join('')).join('\n\n'); // prettier-ignore
}
