import { extentOf } from '../annotation/model';
import { isOwnProse } from '../document/block';
import { blockIndexAt } from '../document/text';
import type { CopyArticle, CopyBlock } from './model';

/** A run of a block's text. */
export interface CopyPiece {
  readonly text: string;
  /** Whether it is the words of a note. */
  readonly isNoted: boolean;
  /** The numbers of the notes that begin before it and end behind it, by their extent. */
  readonly opens: readonly number[];
  readonly closes: readonly number[];
}

/** True for what a copy shows: the article's own prose, without empty blocks. */
export function isShown({ text }: CopyArticle, { role, start, end }: CopyBlock): boolean {
  return isOwnProse(role) && text.slice(start, end).trim() !== '';
}

interface Edges {
  readonly cuts: Set<number>;
  readonly numbers: Set<number>;
}

/** The blocks that a copy shows, cut wherever a note's words begin or end: no piece is partly a note's. */
export function piecesOf(
  article: CopyArticle,
): readonly { readonly block: CopyBlock; readonly pieces: readonly CopyPiece[] }[] {
  const edges = article.blocks.map(({ start, end }): Edges => ({ cuts: new Set([start, end]), numbers: new Set() })); // prettier-ignore
  for (const [index, { spans }] of article.notes.entries()) {
    for (const { start, end } of spans) {
      const { cuts, numbers } = edges[blockIndexAt(article.blocks, start)]!;
      cuts.add(start).add(end);
      numbers.add(index + 1);
    }
  }
  return article.blocks.flatMap((block, index) =>
    isShown(article, block) ? [{ block, pieces: cutBlock(article, edges[index]!) }] : [],
  );
}

function cutBlock({ text, notes }: CopyArticle, { cuts, numbers }: Edges): readonly CopyPiece[] {
  const own = [...numbers].map((number) => {
    const { spans } = notes[number - 1]!;
    return { number, spans, extent: extentOf(spans) };
  });
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1]!;
    const numbersOf = (chosen: typeof own) => chosen.map(({ number }) => number);
    return {
      text: text.slice(from, to),
      isNoted: own.some(({ spans }) => spans.some((span) => span.start < to && from < span.end)),
      opens: numbersOf(own.filter(({ extent }) => extent.start === from)),
      closes: numbersOf(own.filter(({ extent }) => extent.end === to)),
    };
  });
}
