import { snapToGraphemes, type Span } from '../../spans/span';
import type { Figure } from '../model';
import { AMOUNT, amountOf } from './amounts';
import { sharesIn } from './shares';

type Kind = Figure['kind'];

const ROUGHLY =
  'about|around|some|nearly|almost|roughly|approximately|an estimated|estimated|close to|a couple of';
const OVER = 'more than|over|at least|no fewer than|no less than|upwards of|above|exceeding';
const UNDER = 'fewer than|less than|up to|at most|no more than|under|below|as many as|as much as';
const SIGNS = String.raw`(?:US|A|C|NZ|HK)?\$|€|£|¥|₹`;
const MONEY =
  'dollars?|euros?|pounds?|cents|pence|yen|yuan|roubles?|rubles?|rupees?|francs?|crowns?|kron(?:a|or|er)|lira|pesos?|riyals?|dirhams?|dinars?|shekels?|rand|baht';
const PERCENT = String.raw`%|percentage points?|per ?cent|pct`;
const MEASURES: readonly (readonly [Kind, string])[] = [
  ['percent', PERCENT],
  ['money', MONEY],
  ['area', 'square (?:miles?|met(?:re|er)s?|kilomet(?:re|er)s?|feet)|sq km|hectares?|acres?'],
  [
    'length',
    'km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|cm|centimet(?:re|er)s?|mm|millimet(?:re|er)s?|feet|foot|inch(?:es)?|yards?',
  ],
  ['weight', 'kg|kilograms?|kilos?|tonnes?|tons?|grams?|ounces?'],
  ['duration', 'seconds|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries'],
  ['other', 'degrees?|mph|km/h|megawatts?|litres?|liters?|gallons?|barrels?'],
];
const MEASURED = MEASURES.map(
  ([kind, words]) => [kind, new RegExp(`^(?:${words})$`, 'i')] as const,
);
const UNIT = MEASURES.map(([, words]) => words).join('|');

const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/#@_:+=-])(?<between>between |from )?(?:(?:${ROUGHLY}|${OVER}|${UNDER}) )*` +
    `(?<sign>${SIGNS})?(?<amount>${AMOUNT})` +
    String.raw`(?:(?: ?[–-] ?| to | or | and )(?:${SIGNS})?(?<upper>${AMOUNT}))?` +
    String.raw`(?:[ -]?(?<unit>${UNIT})(?![\p{L}\p{N}]))?(?<aged>-old| old)?(?![\p{L}\p{N}:/@_]|[.,]\d)`,
  'giu',
);

/** Every figure holds one of these: most sentences hold none and need no closer look. */
const ANY_FIGURE =
  /\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|tens|eleven|twelve|thir|fift|eigh|twent|fort|dozen|score|hundred|thousand|million|billion|trillion|half|quarter)/i;

/** Words that a number only names the place of, as "page 3", or the model, as "phase two". */
const LABEL =
  /(?:\b(?:page|chapter|article|section|room|route|number|no\.|phase|class|flight|highway|platform|gate|resolution|part|act|level|grade|question|table|paragraph|clause|day|group of|world war|channel|aged)|\b\p{Lu}\p{Ll}+) $/u;
/** No label and no name is longer than this, in UTF-16 units. */
const LABEL_LENGTH = 80;
const MONTH_BEFORE = /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{L}*\.? $/u;
const MONTH_BEHIND = /^ (?:of )?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)/u;
const IS_ROUGH = new RegExp(`\\b(?:${ROUGHLY}) `);
const IS_OVER = new RegExp(`\\b(?:${OVER}) `);
const IS_UNDER = new RegExp(`\\b(?:${UNDER}) `);
const CLOCK = /^ ?(?:[ap]\.?m\b|o['’]clock|GMT|CET|EST)/iu;
const YEAR = /^(?:1[5-9]|20)\d\d$/;

/**
 * The figures of one stretch of a text, in text order, as they are meant. Dates, years, times,
 * telephone numbers, model names, numbered things and "one" as a pronoun are none.
 */
export function figuresIn(text: string, within: Span): readonly Figure[] {
  const shares = sharesIn(text, within);
  let next = 0;
  const others = amountsIn(text, within).filter(({ span }) => {
    while (next < shares.length && shares[next]!.span.end <= span.start) next++;
    return next === shares.length || shares[next]!.span.start >= span.end;
  });
  return shares.length === 0
    ? others
    : [...shares, ...others].sort((a, b) => a.span.start - b.span.start);
}

function amountsIn(text: string, within: Span): readonly Figure[] {
  const words = text.slice(within.start, within.end);
  if (!ANY_FIGURE.test(words)) return [];
  const figures: Figure[] = [];
  for (const match of words.matchAll(FIGURE)) {
    const behind = words.slice(match.index + match[0].length);
    const before = words.slice(Math.max(0, match.index - LABEL_LENGTH), match.index);
    if (isNoFigure(before, match, behind)) continue;
    figures.push(...figuresOf(text, within.start + match.index, match, behind));
  }
  return figures;
}

function isNoFigure(before: string, match: RegExpExecArray, behind: string): boolean {
  const { amount = '', upper, unit, sign } = match.groups!;
  const isBare = unit === undefined && sign === undefined;
  if (/^0\d/.test(amount) || /\d[ -]$/.test(before)) return true;
  if (isBare && YEAR.test(amount) && !/^ \p{Ll}+s\b/u.test(behind)) return true;
  if (isBare && /^one$/i.test(amount) && upper === undefined) return true;
  if (isBare && (MONTH_BEFORE.test(before) || MONTH_BEHIND.test(behind))) return true;
  if (isBare && (CLOCK.test(behind) || /^[)\]]|^-\p{Lu}|^[- ]\d/u.test(behind))) return true;
  if (unit !== undefined && /^ (?:ago|earlier|later)\b/.test(behind)) return true;
  return (
    isBare && LABEL.test(before) && !/^[- ]?(?:\p{Ll}+s|people|men|women|children)\b/u.test(behind)
  );
}

function figuresOf(
  text: string,
  start: number,
  match: RegExpExecArray,
  behind: string,
): readonly Figure[] {
  const { amount = '', upper } = match.groups!;
  const end = start + match[0].length;
  const lead = match[0].slice(0, match[0].indexOf(amount)).toLowerCase();
  const low = amountOf(amount);
  const figure = {
    ...kindOf(match, behind),
    approximate: low.vague || IS_ROUGH.test(lead),
    bound: low.vague || IS_OVER.test(lead) ? 'over' : IS_UNDER.test(lead) ? 'under' : null,
  } as const;
  if (upper === undefined) return placed(text, { start, end }, figure, low.value, null);
  const value = withScaleOf(low.value, amount, upper);
  const high = amountOf(upper);
  const joined = / and $/.test(match[0].slice(0, match[0].lastIndexOf(upper)));
  const isRange = high.value > value && (!joined || match.groups!['between'] !== undefined);
  if (isRange) return placed(text, { start, end }, figure, value, high.value);
  const first = { start, end: start + match[0].indexOf(amount) + amount.length };
  const second = { start: start + match[0].lastIndexOf(upper), end };
  const alone = { ...figure, approximate: high.vague, bound: high.vague ? 'over' : null } as const;
  return [
    ...placed(text, first, figure, low.value, null),
    ...placed(text, second, alone, high.value, null),
  ];
}

function placed(
  text: string,
  at: Span,
  { kind, unit, approximate, bound }: Pick<Figure, 'kind' | 'unit' | 'approximate' | 'bound'>,
  value: number,
  upTo: number | null,
): readonly Figure[] {
  const span = snapToGraphemes(text, at);
  return span === null ? [] : [{ span, value, upTo, kind, unit, approximate, bound, asOf: null }];
}

/** "3 to 5 million": the first amount shares the scale of the second. */
function withScaleOf(value: number, amount: string, upper: string): number {
  const scale = /\b(hundred|thousand|million|billion|trillion|bn|mn)$|(?<=\d)(?:bn|mn|m|k)$/i.exec(
    upper,
  )?.[0];
  const isPlain = /^[\d,.]+$|^[a-z]+$/i.test(amount) && amountOf(amount).value < 1000;
  return scale === undefined || !isPlain ? value : amountOf(`${value} ${scale}`).value;
}

function kindOf(match: RegExpExecArray, behind: string): Pick<Figure, 'kind' | 'unit'> {
  const { sign, unit, aged } = match.groups!;
  if (sign !== undefined) return { kind: 'money', unit: sign };
  if (unit !== undefined) {
    const said = unit.toLowerCase();
    const kind = MEASURED.find(([, words]) => words.test(said))![0];
    const plain = /^(?:%|per ?cent|pct)$/.test(said) ? 'percent' : said;
    return { kind, unit: aged === undefined ? plain : `${plain} old` };
  }
  return { kind: 'count', unit: countedIn(behind) };
}

const NO_NOUN =
  /^(?:of|the|a|an|his|her|its|their|our|and|or|in|on|at|to|from|by|for|with|as|is|was|are|were|has|had|have|said|says|this|that|last|next|other|others|more)$/;

/** What is counted: the first plural among the next four words, else the next word. */
function countedIn(behind: string): string | null {
  const words =
    /^(?: of(?: (?:the|her|his|their|its|our|those|these))?)?((?:[ -][\p{L}’'-]+){1,4})/u
      .exec(behind)?.[1]
      ?.slice(1)
      .toLowerCase()
      .split(' ');
  if (words === undefined) return null;
  const end = words.findIndex((word) => NO_NOUN.test(word));
  const run = end < 0 ? words : words.slice(0, end);
  return (
    run.find((word) => /^(?:people|men|women|children|.*[^s’']s)$/.test(word)) ?? run[0] ?? null
  );
}
