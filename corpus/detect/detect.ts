import { blockIndexAt } from '../document/text';
import { findAttributions } from './attributions';
import { claimReader } from './claims/claims';
import { readLanguage, type LanguageBlock } from './language';
import type { Detect, DetectableText, Suggestion } from './model';
import { findQuotations, type Quotation } from './quotations';
import { resolveSpeakers } from './speakers';
import { attributionOf, quoteOf } from './suggestions';

/** Quotes, attributions and claims of one revision, in text order; see docs/annotation-guide.md. */
export const detect: Detect = (input) => {
  const { text } = input;
  const quotations = findQuotations(input);
  const readClaims = claimReader(text, quotations, input.date);
  const claims: Suggestion[] = [];
  function* language(): Generator<LanguageBlock> {
    for (const batch of batchesOf(readLanguage(input))) {
      for (const block of batch) for (const claim of readClaims(block)) claims.push(claim);
      yield* batch;
    }
  }
  const attributions = findAttributions(input, language(), quotations);
  const speakers = resolveSpeakers(text, attributions);
  const holders = new Map<Quotation, number>();
  for (const [index, found] of attributions.entries()) {
    for (const quotation of found.quotations) {
      if (!holders.has(quotation) || found.isDirect) holders.set(quotation, index);
    }
  }
  const quotes = quotations.flatMap((quotation) => {
    const holder = holders.get(quotation);
    if (holder === undefined)
      return isSpeech(input, quotation) ? [quoteOf(text, quotation, null)] : [];
    return [
      quoteOf(text, quotation, { found: attributions[holder]!, resolved: speakers[holder]! }),
    ];
  });
  const proposed = attributions.map((found, index) => attributionOf(text, found, speakers[index]!));
  return [...quotes, ...proposed, ...claims].sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
};

/**
 * So many blocks are tagged, then searched for claims, then for attributions: a stage that runs over
 * many is a third faster than stages in turns over one, and more would only take more memory.
 */
const BATCH = 128;

function* batchesOf(language: Iterable<LanguageBlock>): Generator<readonly LanguageBlock[]> {
  let batch: LanguageBlock[] = [];
  for (const block of language) {
    batch.push(block);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/**
 * Four words or more, or two in a crosshead, which takes them from the words around it: fewer are a
 * term, a title or a so-called.
 */
function isSpeech({ text, blocks }: DetectableText, { pieces }: Quotation): boolean {
  const count = pieces
    .map(({ start, end }) => text.slice(start, end).match(/[\p{L}\p{N}]+/gu)?.length ?? 0)
    .reduce((sum, words) => sum + words, 0);
  if (count < 2 || count >= 4) return count >= 4;
  return blocks[blockIndexAt(blocks, pieces[0]!.start)]!.role === 'crosshead';
}
