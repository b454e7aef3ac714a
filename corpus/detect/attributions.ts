import type { Span } from '../spans/span';
import type { Doubt } from './doubts';
import type { Frame } from './frame';
import { framesIn } from './frames';
import { introductionIn, type Introduction } from './introductions';
import type { LanguageBlock, Token } from './language';
import type { DetectableBlock, DetectableText } from './model';
import type { TokenRange } from './noun-phrases';
import { isTitle, periodsOf, type Period, type QuotePiece } from './periods';
import type { Quotation } from './quotations';
import type { RuleName } from './rules';
import { verbGroupsOf } from './verb-groups';
import { endOf, labelIn, transcriptOf } from './transcripts';

/** One attribution of the article, its parts as spans of the text. */
export interface FoundAttribution {
  readonly rule: RuleName;
  readonly block: DetectableBlock;
  /** What speaks against it; null where nothing does. */
  readonly doubt: Doubt | null;
  /** The sentence or sentences that it was read in. */
  readonly within: Span;
  readonly sourceTokens: readonly Token[];
  readonly cue: Span | null;
  readonly source: Span | null;
  readonly addressee: Span | null;
  /** In text order, none overlapping. */
  readonly content: readonly Span[];
  /** The quotations that its content is or holds. */
  readonly quotations: readonly Quotation[];
  /** Whether its content is a quotation as a whole, so that a following one goes on with it. */
  readonly isDirect: boolean;
}

interface Draft extends FoundAttribution {
  content: Span[];
  quotations: Quotation[];
}

/** All attributions of an article in text order; quotations that go on are joined to theirs. */
export function findAttributions(
  { text, blocks }: DetectableText,
  language: Iterable<LanguageBlock>,
  quotations: readonly Quotation[],
): readonly FoundAttribution[] {
  const found: Draft[] = [];
  let speaking: Draft | null = null;
  let announces: Introduction | null = null;
  const transcript = transcriptOf(text, blocks);
  let next = 0;
  for (const block of language) {
    if (!isRead(block)) continue;
    while (next < quotations.length && quotations[next]!.pieces.at(-1)!.end <= block.block.start) {
      next++;
    }
    const near: Quotation[] = [];
    for (let at = next; quotations[at] !== undefined; at++) {
      if (quotations[at]!.pieces[0]!.start >= block.block.end) break;
      near.push(quotations[at]!);
    }
    for (const [index, period] of periodsOf(text, block, near).entries()) {
      const isLabelled = transcript.has(block.block);
      const drafts = framesIn(period).map((frame) =>
        draftOf(period, frame, isLabelled ? 'held' : frame.doubt),
      );
      const announced = index === 0 && drafts.length === 0 ? announcedOf(announces, period) : null;
      if (announced !== null) found.push((speaking = announced));
      announces = introductionIn(period);
      const labelled = index === 0 && isLabelled ? labelledOf(block, period) : null;
      if (labelled !== null) found.push(labelled);
      found.push(...drafts);
      const direct =
        drafts.filter(({ isDirect }) => isDirect).at(-1) ?? drafts.filter(isSaid).at(-1);
      if (
        speaking !== null &&
        drafts.length === 0 &&
        (speaking.isDirect || speaking.block === period.block)
      )
        goOn(speaking, period);
      if (direct !== undefined) speaking = direct;
      else if (drafts.length > 0 || period.block !== speaking?.block) {
        if (!isBareQuote(period)) speaking = null;
      }
    }
  }
  return found;
}

function isRead({ block }: LanguageBlock): boolean {
  return block.role !== 'byline' && block.role !== 'credit';
}

/** The quotation that a paragraph begins with, given to who was announced as its speaker. */
function announcedOf(announces: Introduction | null, period: Period): Draft | null {
  const [quote] = period.quotes;
  if (announces === null || quote === undefined || quote.from !== 0) return null;
  const { frame } = announces;
  return {
    rule: frame.rule,
    doubt: null,
    ...placeIn(announces.period, frame),
    cue: frame.cue && spanOf(announces.period, frame.cue),
    source: frame.source && spanOf(announces.period, frame.source),
    addressee: null,
    content: [...quote.quotation.pieces],
    quotations: [quote.quotation],
    isDirect: true,
  };
}

/** All that stands behind a speaker's label in a transcript's paragraph. */
function labelledOf(block: LanguageBlock, period: Period): Draft | null {
  const label = labelIn(period);
  if (label === null) return null;
  const frame: Frame = {
    rule: 'transcript',
    cue: null,
    source: label.source,
    addressee: null,
    content: [{ from: label.words, to: period.tokens.length - 1 }],
  };
  const content = { start: period.tokens[label.words]!.start, end: endOf(block) };
  return { ...draftOf(period, frame, null), content: [content], isDirect: true };
}

function draftOf(period: Period, frame: Frame, doubt: Doubt | null): Draft {
  const pieces = frame.content.map((range) => spanOf(period, range));
  const quotes = frame.content.flatMap((range) => quotesIn(period, range));
  const whole = frame.content[0]!;
  const first = period.quotes.find(({ from }) => from === whole.from);
  const isDirect = first !== undefined && first.to >= whole.to;
  return {
    rule: frame.rule,
    doubt,
    ...placeIn(period, frame),
    cue: frame.cue && spanOf(period, frame.cue),
    source: frame.source && spanOf(period, frame.source),
    addressee: frame.addressee && spanOf(period, frame.addressee),
    content: withOtherPieces(pieces, isDirect ? quotes : []),
    quotations: [...new Set(quotes.map(({ quotation }) => quotation))],
    isDirect,
  };
}

/** A quotation that began in an earlier paragraph is said whole. */
function withOtherPieces(pieces: readonly Span[], quotes: readonly QuotePiece[]): Span[] {
  const others = quotes.flatMap(({ quotation, start, end }) =>
    quotation.pieces.filter((piece) => piece.end <= start || piece.start >= end),
  );
  return [...others, ...pieces].sort((a, b) => a.start - b.start);
}

/** What is kept of a period, whose words are let go. */
function placeIn(
  { block, start, end, tokens }: Period,
  { source }: Frame,
): Pick<Draft, 'block' | 'within' | 'sourceTokens'> {
  const sourceTokens = source === null ? [] : tokens.slice(source.from, source.to + 1);
  return { block, within: { start, end }, sourceTokens };
}

function quotesIn(period: Period, { from, to }: TokenRange): readonly QuotePiece[] {
  return period.quotes.filter((quote) => quote.from <= to && quote.to >= from);
}

export function spanOf(period: Period, { from, to }: TokenRange): Span {
  return { start: period.tokens[from]!.start, end: period.tokens[to]!.end };
}

/** A period of one quotation and nothing else. */
function isBareQuote({ tokens, quotes }: Period): boolean {
  const [quote] = quotes;
  return quotes.length === 1 && quote!.from === 0 && quote!.to >= tokens.length - 2;
}

/** "“It is just a toll” for the rich": a quotation, and words that no verb makes a sentence of the writer's own. */
function isQuoteWithRest(period: Period): boolean {
  const [quote] = period.quotes;
  if (quote === undefined || quote.from !== 0 || quote.to < 4) return false;
  if (period.quotes.some(({ quotation }) => quotation.pieces.length > 1)) return false;
  return !verbGroupsOf(period).some(({ form }) => form === 'finite' || form === 'passive');
}

function endOfWords({ tokens, quoted }: Period): number {
  let to = tokens.length - 1;
  while (to > 0 && quoted[to] === -1 && tokens[to]!.tag === 'PUNCT') to--;
  return to;
}

function goOn(speaking: Draft, period: Period): void {
  const { role } = period.block;
  const isBare = isBareQuote(period);
  if (!(isBare || isQuoteWithRest(period)) || (role !== 'paragraph' && role !== 'block_quote'))
    return;
  if (period.tokens.length < 6 && !/[.?!,]/.test(period.tokens.at(-2)?.lower ?? '')) return;
  if (speaking.block !== period.block && isTitle(period, period.quotes[0]!)) return;
  const { quotation } = period.quotes[0]!;
  if (speaking.quotations.includes(quotation)) return;
  const pieces = isBare ? quotation.pieces : [spanOf(period, { from: 0, to: endOfWords(period) })];
  speaking.content.push(...pieces);
  speaking.quotations.push(...period.quotes.map((quote) => quote.quotation));
}

const SAID: ReadonlySet<RuleName> = new Set([
  'clause-says',
  'says-that',
  'says-clause',
  'says-quote',
  'says-inverted',
  'quote-says',
]);

function isSaid(draft: Draft): boolean {
  return SAID.has(draft.rule) && draft.source !== null;
}
