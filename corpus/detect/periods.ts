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

/** A range of a period's tokens, both ends included. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** The part of a quotation that stands in one period. */
export interface QuotePiece extends Span, TokenRange {
  readonly quotation: Quotation;
}

/** More tokens than this are cut: nobody says so much in one breath, and reading costs time squared. */
const LONGEST = 1000;

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
  let first = 0;
  const close = () => {
    if (held.length === 0) return;
    const [start, end] = [held[0]!.start, held.at(-1)!.end];
    while (first < here.length && here[first]!.piece.end <= start) first++;
    let last = first;
    while (last < here.length && here[last]!.piece.start < end) last++;
    periods.push(periodOf(text, block, held, here.slice(first, last)));
    held = [];
  };
  let running = 0;
  for (const [index, sentence] of sentences.entries()) {
    for (const token of sentence.tokens) {
      if (held.length === LONGEST) close();
      held.push(token);
    }
    const next = sentences[index + 1];
    if (next !== undefined) {
      while (running < here.length && here[running]!.piece.end <= next.start) running++;
      if (running < here.length && here[running]!.piece.start < next.start) continue;
    }
    close();
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
  let at = 0;
  for (const { piece, quotation } of here) {
    while (at < tokens.length && tokens[at]!.end <= piece.start) at++;
    const from = at;
    while (at < tokens.length && tokens[at]!.start < piece.end) quoted[at++] = quotes.length;
    if (at === from) continue;
    quotes.push({ start: piece.start, end: piece.end, quotation, from, to: --at });
  }
  const opensAt = start === block.start ? withoutDateline(text, { start, end }).start : start;
  const opening = tokens.findIndex((token) => token.start >= opensAt);
  return { start, end, block, tokens, opening, quoted, quotes };
}

/** “Harbour Nights,”: a name of something, whose words all have capitals. */
export function isTitle({ tokens }: Period, { from, to }: TokenRange): boolean {
  const words = tokens.slice(from, to + 1).filter(({ tag }) => tag !== 'PUNCT');
  return words.length <= 6 && words.every(({ capital, lower }) => capital || lower.length < 4);
}
