import type { Span } from '../spans/span';
import { withoutDateline } from './dateline';
import type { LanguageBlock, Token } from './language';
import type { DetectableBlock } from './model';
import type { Quotation } from './quotations';

/**
 * What is read as one: a sentence, or the sentences that one quotation runs over together with the
 * words around it ("“We waited. Nobody came,” she said").
 */
export interface Period extends Span {
  readonly block: DetectableBlock;
  readonly tokens: readonly Token[];
  /** The first token behind a dateline. */
  readonly opening: number;
  /** For each token the quotation it stands in, as an index into `quotes`; -1 outside of any. */
  readonly quoted: readonly number[];
  /** The quotations' pieces in this period, in order. */
  readonly quotes: readonly QuotePiece[];
}

/** The part of a quotation that stands in one period. */
export interface QuotePiece extends Span {
  readonly quotation: Quotation;
  /** Token indices in the period, both included. */
  readonly from: number;
  readonly to: number;
}

/** The periods of a block; `quotations` are those of the whole text, in order. */
export function periodsOf(
  text: string,
  { block, sentences }: LanguageBlock,
  quotations: readonly Quotation[],
): readonly Period[] {
  const here = quotations.flatMap((quotation) =>
    quotation.pieces
      .filter((piece) => piece.start >= block.start && piece.end <= block.end)
      .map((piece) => ({ piece, quotation })),
  );
  const periods: Period[] = [];
  let held: Token[] = [];
  for (const [index, sentence] of sentences.entries()) {
    held.push(...sentence.tokens);
    const next = sentences[index + 1];
    const runsOn =
      next !== undefined &&
      here.some(({ piece }) => piece.start < next.start && piece.end > next.start);
    if (runsOn || held.length === 0) continue;
    periods.push(periodOf(text, block, held, here));
    held = [];
  }
  return periods;
}

function periodOf(
  text: string,
  block: DetectableBlock,
  tokens: readonly Token[],
  here: readonly { readonly piece: Span; readonly quotation: Quotation }[],
): Period {
  const quoted = tokens.map(() => -1);
  const quotes: QuotePiece[] = [];
  const start = tokens[0]!.start;
  const end = tokens.at(-1)!.end;
  for (const { piece, quotation } of here) {
    if (piece.end <= start || piece.start >= end) continue;
    const from = tokens.findIndex((token) => token.end > piece.start);
    const last = tokens.findIndex((token) => token.start >= piece.end);
    const to = (last < 0 ? tokens.length : last) - 1;
    if (from < 0 || to < from) continue;
    for (let at = from; at <= to; at++) quoted[at] = quotes.length;
    quotes.push({ ...piece, quotation, from, to });
  }
  const opensAt = start === block.start ? withoutDateline(text, { start, end }).start : start;
  const opening = tokens.findIndex((token) => token.start >= opensAt);
  return { start, end, block, tokens, opening, quoted, quotes };
}
