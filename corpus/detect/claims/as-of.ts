import type { Span } from '../../spans/span';
import type { DatedWords, Figure } from '../model';

const AS_OF = /\bas (?:of|at) /giu;
/** So many units may stand between "as of" and its date: "as of late Tuesday", "as of the morning of May 3". */
const REACH = 24;

/**
 * The figures of one sentence, each with the date that the sentence tells with "as of" or "as at", the
 * nearest where it tells several. `dates` are the sentence's own, in text order.
 */
export function withAsOf(
  text: string,
  within: Span,
  figures: readonly Figure[],
  dates: readonly DatedWords[],
): readonly Figure[] {
  if (figures.length === 0 || dates.length === 0) return figures;
  const told = [...text.slice(within.start, within.end).matchAll(AS_OF)].flatMap((match) => {
    const behind = within.start + match.index + match[0].length;
    return dates.find(({ span }) => span.end > behind && span.start <= behind + REACH) ?? [];
  });
  if (told.length === 0) return figures;
  return figures.map((figure) => {
    const away = ({ span }: DatedWords) => Math.abs(span.start - figure.span.start);
    const { from, to } = told.reduce((best, date) => (away(date) < away(best) ? date : best));
    return { ...figure, asOf: { from, to } };
  });
}
