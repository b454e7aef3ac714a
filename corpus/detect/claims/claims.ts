import type { Span } from '../../spans/span';
import type { Suggestion } from '../model';
import { withoutDateline } from '../dateline';
import type { LanguageBlock } from '../language';
import type { Quotation } from '../quotations';
import { withAsOf } from './as-of';
import { datesIn } from './dates';
import { describeClaim } from './describe';
import { figuresIn } from './figures';
import { PROPOSED, scoreOf } from './score';
import { readSigns } from './signs';

/** Display lines that name a part of the article and claim nothing of their own. */
const NO_CLAIMS = new Set(['kicker', 'byline', 'crosshead', 'credit', 'pullquote']);

/**
 * A reader of an article's blocks, to be given one after the other: it returns the sentences that
 * somebody would have to verify, in text order, each with its score. A claim is one whole sentence of
 * one block; what is said of it depends on its own words, its block's role and whether that is the first
 * paragraph, on nothing behind it; its dates lean on the day of publication (ISO, null if unknown).
 */
export function claimReader(
  text: string,
  quotations: readonly Quotation[],
  published: string | null,
): (language: LanguageBlock) => readonly Suggestion[] {
  const quoted = quotations.flatMap(({ pieces }) => pieces);
  let hasLede = false;
  let next = 0;
  return ({ block, sentences }) => {
    if (NO_CLAIMS.has(block.role)) return [];
    while (next < quoted.length && quoted[next]!.end <= block.start) next++;
    const within: Span[] = [];
    for (let at = next; at < quoted.length && quoted[at]!.start < block.end; at++) {
      within.push(quoted[at]!);
    }
    const lede = block.role === 'paragraph' && !hasLede;
    hasLede ||= lede;
    let first = 0;
    return sentences.flatMap((sentence) => {
      while (first < within.length && within[first]!.end <= sentence.start) first++;
      let last = first;
      while (last < within.length && within[last]!.start < sentence.end) last++;
      const figures = figuresIn(text, sentence);
      const place = { role: block.role, lede };
      const signs = readSigns(text, sentence, place, {
        quotations: within.slice(first, last),
        figures,
      });
      const score = scoreOf(signs);
      if (score < PROPOSED) return [];
      const span = withoutDateline(text, sentence);
      const dates = datesIn(text, span, published);
      const dated = withAsOf(text, sentence, figures, dates);
      return [describeClaim(text, span, signs, score, { figures: dated, dates })];
    });
  };
}
