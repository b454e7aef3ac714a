import type { PartSpan } from '../annotation/model';
import { BLOCK_SEPARATOR } from '../document/text';
import type { Span } from '../spans/span';
import type { Carried } from './carry';

export interface CarriedTarget {
  readonly outcome: Carried['outcome'];
  /** Where its parts stand now: none for a target that is lost or ambiguous. */
  readonly spans: readonly PartSpan[];
  readonly places: readonly Span[];
}

interface CarriedPart {
  readonly from: PartSpan;
  readonly to: Carried;
}

/**
 * Carries all parts and pieces of a target. It is lost when nothing of its content is left,
 * ambiguous when one piece of content is, changed when words of any part are other ones or gone,
 * else moved or unchanged. A piece that a new block boundary runs through becomes two.
 */
export function carryTarget(
  spans: readonly PartSpan[],
  carry: (span: Span) => Carried,
  text: string,
): CarriedTarget {
  const carried = spans.map((from): CarriedPart => ({ from, to: carry(from) }));
  const content = carried.filter(({ from }) => from.part === 'content');
  const ambiguous = content.find(({ to }) => to.outcome === 'ambiguous');
  if (ambiguous !== undefined) {
    return { outcome: 'ambiguous', spans: [], places: ambiguous.to.places };
  }
  if (content.every(({ to }) => to.outcome === 'lost')) {
    return { outcome: 'lost', spans: [], places: [] };
  }
  return { outcome: worstOf(carried), spans: placesOf(carried, text), places: [] };
}

function worstOf(carried: readonly CarriedPart[]): Carried['outcome'] {
  const outcomes = new Set(carried.map(({ to }) => to.outcome));
  if (outcomes.has('moved') || outcomes.has('unchanged') || outcomes.has('changed')) {
    const whole = !['changed', 'lost', 'ambiguous'].some((o) => outcomes.has(o as 'lost'));
    if (whole) return outcomes.has('moved') ? 'moved' : 'unchanged';
  }
  return 'changed';
}

/** The new places, cut at block boundaries, the pieces of each part numbered anew. */
function placesOf(carried: readonly CarriedPart[], text: string): PartSpan[] {
  const next = new Map<string, number>();
  const inOrder = [...carried].sort((x, y) => x.from.piece - y.from.piece);
  return inOrder.flatMap(({ from: { part, ordinal }, to: { span } }) =>
    span === null
      ? []
      : withinBlocks(span, text).map(({ start, end }): PartSpan => {
          const key = `${part} ${ordinal}`;
          const piece = next.get(key) ?? 0;
          next.set(key, piece + 1);
          return { part, ordinal, piece, start, end };
        }),
  );
}

function withinBlocks({ start, end }: Span, text: string): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const words of text.slice(start, end).split(BLOCK_SEPARATOR)) {
    const lead = words.length - words.trimStart().length;
    const length = words.trim().length;
    if (length > 0) spans.push({ start: from + lead, end: from + lead + length });
    from += words.length + BLOCK_SEPARATOR.length;
  }
  return spans.length > 1 ? spans : [{ start, end }];
}
