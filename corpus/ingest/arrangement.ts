import type { BlockRole } from '../document/block';

/**
 * What a person makes of a reading before it is stored. Blocks are counted through all articles of
 * the file, from 0, as they were read.
 */
export interface Arrangement {
  /** Names the reading that the person saw (`readingOf`). */
  readonly reading: string;
  /** The blocks with which the articles begin, ascending; the first is 0. */
  readonly starts: readonly number[];
  /** Those of `starts` whose articles are left out. */
  readonly dropped: readonly number[];
  /** The roles that a person chose, a block once. */
  readonly roles: readonly { readonly block: number; readonly role: BlockRole }[];
}

/** One article of an arrangement: the blocks from `start` up to `end`. */
export interface ArrangedRange {
  readonly start: number;
  readonly end: number;
  readonly isDropped: boolean;
}

interface WithBlocks {
  readonly blocks: readonly unknown[];
}

/** The blocks with which articles begin as they were read. */
export function startsOf(articles: readonly WithBlocks[]): readonly number[] {
  let next = 0;
  return articles.map(({ blocks }) => {
    const start = next;
    next += blocks.length;
    return start;
  });
}

/** The arrangement that changes nothing. */
export function asRead(reading: string, articles: readonly WithBlocks[]): Arrangement {
  return { reading, starts: startsOf(articles), dropped: [], roles: [] };
}

/** The articles of an arrangement of so many blocks, in order; no block is in none or in two. */
export function rangesOf({ starts, dropped }: Arrangement, count: number): ArrangedRange[] {
  return starts.map((start, at) => ({
    start,
    end: starts[at + 1] ?? count,
    isDropped: dropped.includes(start),
  }));
}

/** Begins an article with a block; both halves of one that is left out are. */
export function cutBefore(arrangement: Arrangement, block: number): Arrangement {
  const { starts, dropped } = arrangement;
  if (starts.includes(block)) return arrangement;
  const around = starts.findLast((start) => start < block);
  const isLeftOut = around !== undefined && dropped.includes(around);
  return {
    ...arrangement,
    starts: [...starts, block].sort((a, b) => a - b),
    dropped: isLeftOut ? [...dropped, block] : dropped,
  };
}

/** Puts the article that begins with a block behind the one above; left out only where both are. */
export function joinAbove(arrangement: Arrangement, start: number): Arrangement {
  const { starts, dropped } = arrangement;
  const above = starts[starts.indexOf(start) - 1];
  if (above === undefined) return arrangement;
  const isLeftOut = dropped.includes(start) && dropped.includes(above);
  return {
    ...arrangement,
    starts: starts.filter((other) => other !== start),
    dropped: dropped.filter((other) => other !== start && (isLeftOut || other !== above)),
  };
}

/** Leaves an article out, or takes one in again. */
export function dropOrKeep(arrangement: Arrangement, start: number): Arrangement {
  const { dropped } = arrangement;
  const others = dropped.filter((other) => other !== start);
  return {
    ...arrangement,
    dropped: others.length < dropped.length ? others : [...dropped, start],
  };
}

export function chooseRole(arrangement: Arrangement, block: number, role: BlockRole): Arrangement {
  const others = arrangement.roles.filter((chosen) => chosen.block !== block);
  return { ...arrangement, roles: [...others, { block, role }] };
}
