import { sentencesOf } from '../spans/sentences';
import { spansOverlap, type Span } from '../spans/span';
import type { LedgerEntry, LedgerInput } from './model';

/** A paragraph of fewer sentences is one statement, which has one source as a rule. */
const LEAST_SENTENCES = 2;

/**
 * Paragraphs in which every sentence is given to one and the same source, and nothing is a claim that
 * was checked by itself.
 */
export function singleSourceParagraphs(input: LedgerInput): readonly LedgerEntry[] {
  return input.blocks.flatMap((block) => {
    if (block.role !== 'paragraph') return [];
    const sentences = sentencesOf(input.text.slice(block.start, block.end)).map((one) => ({ start: block.start + one.start, end: block.start + one.end })); // prettier-ignore
    if (sentences.length < LEAST_SENTENCES) return [];
    const own = input.attributions.filter(({ isSuggested, content }) => !isSuggested && content.some((span) => spansOverlap(span, block))); // prettier-ignore
    const keys = new Set(own.map(({ sourceKey }) => sourceKey));
    const [key] = keys;
    if (keys.size !== 1 || key === null || key === undefined) return [];
    const given = own.flatMap(({ content, source }) => [...content, ...source]);
    const isWhole = sentences.every((sentence) =>
      given.some((span) => spansOverlap(span, sentence)),
    );
    if (!isWhole || input.checkedClaims.some((span) => spansOverlap(span, block))) return [];
    const source = nameIn(input.text, own.flatMap((one) => one.source)) ?? key; // prettier-ignore
    const sentence = `All ${sentences.length} sentences of this paragraph are given to ${source}.`;
    return [{ start: block.start, end: block.end, sentence, asks: true, annotationId: own[0]!.annotationId }]; // prettier-ignore
  });
}

/** The fullest of the source's words. */
function nameIn(text: string, spans: readonly Span[]): string | undefined {
  return spans.map(({ start, end }) => text.slice(start, end)).sort((a, b) => b.length - a.length)[0];
} // prettier-ignore
