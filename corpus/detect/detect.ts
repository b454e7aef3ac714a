import type { Span } from '../spans/span';
import { findAttributions, type FoundAttribution } from './attributions';
import { readLanguage } from './language';
import type { Detect, Suggestion } from './model';
import { findQuotations, type Quotation } from './quotations';
import type { PartSpan } from '../annotation/model';

/** Quotes and attributions of one revision, in text order; see docs/annotation-guide.md. */
export const detect: Detect = (input) => {
  const quotations = findQuotations(input);
  const attributions = findAttributions(readLanguage(input), quotations);
  const attributed = new Set(attributions.flatMap((found) => found.quotations));
  const quotes = quotations.filter(
    (quotation) => attributed.has(quotation) || wordCount(input.text, quotation) >= 4,
  );
  return [...quotes.map(quoteOf), ...attributions.map(attributionOf)].sort(
    (a, b) => a.spans[0]!.start - b.spans[0]!.start,
  );
};

function wordCount(text: string, quotation: Quotation): number {
  return quotation.pieces
    .map(({ start, end }) => text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}

const EMPTY = {
  evidence: [],
  confidence: 0.8,
  flags: [],
  sourceType: null,
  anonymityReason: null,
  speaker: null,
  score: null,
  figures: [],
  dates: [],
} satisfies Partial<Suggestion>;

function quoteOf(quotation: Quotation): Suggestion {
  return {
    ...EMPTY,
    kind: 'quote',
    spans: parts('content', quotation.pieces),
    rule: 'quote-speech',
    reason: 'words between quotation marks that make a sentence',
    types: ['quote'],
    speech: 'direct',
  };
}

function attributionOf(found: FoundAttribution): Suggestion {
  return {
    ...EMPTY,
    kind: 'attribution',
    spans: [
      ...parts('content', found.content),
      ...(found.source ? parts('source', [found.source]) : []),
      ...(found.cue ? parts('cue', [found.cue]) : []),
      ...(found.addressee ? parts('addressee', [found.addressee]) : []),
    ],
    rule: found.rule,
    reason: '',
    types: [],
    speech: null,
  };
}

function parts(part: PartSpan['part'], spans: readonly Span[]): PartSpan[] {
  return spans.map((span, piece) => ({
    start: span.start,
    end: span.end,
    part,
    ordinal: 0,
    piece,
  }));
}
