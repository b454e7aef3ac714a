import type { Detect, Suggestion } from './model';
import { findQuotations, type Quotation } from './quotations';

/** Quotes and attributions of one revision, in text order; see docs/annotation-guide.md. */
export const detect: Detect = (input) =>
  findQuotations(input)
    .filter((quotation) => wordCount(input.text, quotation) >= 4)
    .map(quoteOf);

function wordCount(text: string, quotation: Quotation): number {
  return quotation.pieces
    .map(({ start, end }) => text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
    .reduce((sum, count) => sum + count, 0);
}

function quoteOf(quotation: Quotation): Suggestion {
  return {
    kind: 'quote',
    spans: quotation.pieces.map((span, piece) => ({ ...span, part: 'content', ordinal: 0, piece })),
    rule: 'quote-speech',
    evidence: [],
    reason: 'words between quotation marks that make a sentence',
    confidence: 0.8,
    types: ['quote'],
    flags: [],
    speech: 'direct',
    sourceType: null,
    anonymityReason: null,
    speaker: null,
    score: null,
    figures: [],
    dates: [],
  };
}
