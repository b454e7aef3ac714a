import { snapToGraphemes, type Span } from '../../spans/span';
import type { Figure } from '../model';
import { amountOf } from './amounts';

const SMALL =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|a hundred';
const PARTS = ['half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const PART = 'halves|half|quarters?|(?:third|fifth|sixth|seventh|eighth|ninth|tenth)s?';
const ORDINALS =
  'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const ROUGHLY = '(?<rough>(?:about|around|some|nearly|almost|roughly|close to|an estimated) )?';
const BOUND = '(?:(?<over>more than|over|at least)|(?<under>fewer than|less than|up to|under)) ';

const SHARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${BOUND})?${ROUGHLY}(?:` +
    String.raw`(?<part>${SMALL}|\d{1,3}) (?:in|out of)(?: every)? (?<whole>${SMALL}|\d[\d,]*)(?! (?:percent|per cent|years?|days?|minutes?|seconds?))` +
    String.raw`|(?:(?<times>an?|one|two|three|four|five) )?(?<fraction>${PART})(?= (?:of|the|its|their|his|her)\b(?! an? ))` +
    String.raw`|aged (?<age>\d{1,3})` +
    String.raw`|(?:the|its|his|her|their|a) (?<named>${ORDINALS.join('|')})(?= \p{Ll})` +
    String.raw`|(?<ordinal>\d+)(?:st|nd|rd|th)(?! (?:of )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|centur))` +
    String.raw`)(?![\p{L}\p{N}])`,
  'giu',
);

const MONTH_BEFORE = /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{L}*\.? $/u;

/** Every share, age and rank holds one of these. */
const ANY_SHARE = new RegExp(
  String.raw`\d(?:st|nd|rd|th)\b|\baged\b|(?:\d|${SMALL}) (?:in|out of)\b|hal(?:f|ves)|quarter` +
    String.raw`|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\bsecond\b`,
  'i',
);

/**
 * Shares told in words ("one in five", "two thirds of", as percent), ages ("aged 34") and ranks ("the
 * third", "12th") of one stretch of a text, in text order.
 */
export function sharesIn(text: string, within: Span): readonly Figure[] {
  const words = text.slice(within.start, within.end);
  if (!ANY_SHARE.test(words)) return [];
  return [...words.matchAll(SHARE)].flatMap((match) => {
    const isDate = MONTH_BEFORE.test(words.slice(Math.max(0, match.index - 20), match.index));
    const behind = words.slice(match.index + match[0].length);
    const meant = isDate ? null : meaningOf(match.groups ?? {}, behind);
    const start = within.start + match.index;
    const span = snapToGraphemes(text, { start, end: start + match[0].length });
    if (meant === null || span === null) return [];
    const { rough, over, under } = match.groups ?? {};
    const bound = over !== undefined ? 'over' : under !== undefined ? 'under' : null;
    return [{ span, upTo: null, approximate: rough !== undefined, bound, asOf: null, ...meant }];
  });
}

type Meant = Pick<Figure, 'value' | 'kind' | 'unit'>;

function meaningOf(
  groups: Readonly<Partial<Record<string, string>>>,
  behind: string,
): Meant | null {
  const { part, whole, times, fraction, age, named, ordinal } = groups;
  if (part !== undefined && whole !== undefined) {
    const [of, all] = [amountOf(part).value, amountOf(whole).value];
    return of < all ? percent(of / all) : null;
  }
  if (fraction !== undefined) {
    const singular = fraction
      .toLowerCase()
      .replace(/^halves$/, 'half')
      .replace(/s$/, '');
    const of = times === undefined || /^an?$/i.test(times) ? 1 : amountOf(times).value;
    if (times === undefined && singular !== 'half') return null;
    return percent(of / (PARTS.indexOf(singular) + 2));
  }
  if (age !== undefined) return { value: Number(age), kind: 'duration', unit: 'year old' };
  const rank = named === undefined ? Number(ordinal) : ORDINALS.indexOf(named.toLowerCase()) + 2;
  const unit = /^ (\p{Ll}[\p{L}-]*)/u.exec(behind)?.[1] ?? null;
  return { value: rank, kind: 'ordinal', unit };
}

function percent(share: number): Meant {
  return { value: Math.round(share * 1000) / 10, kind: 'percent', unit: 'percent' };
}
