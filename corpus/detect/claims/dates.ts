import { snapToGraphemes, type Span } from '../../spans/span';
import type { DatedWords } from '../model';
import * as calendar from './calendar';
import type { Stretch } from './calendar';

const MONTH =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.|Feb\\.|Mar\\.|Apr\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\.';
const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:1[5-9]|20)\\d\\d';
const WEEKDAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const COUNT = 'an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}';

/** One pattern for all, the longest readings first. */
const DATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:` +
    [
      `(?<iso>${YEAR}-[01]\\d-[0-3]\\d)`,
      `(?<month>${MONTH}) (?<day>${DAY})(?:,? (?<year>${YEAR}))?(?!\\d)`,
      `(?<day2>${DAY}) (?:of )?(?<month2>${MONTH})(?:,? (?<year2>${YEAR}))?`,
      `(?<month3>${MONTH}),? (?<year3>${YEAR})`,
      `(?:(?<side>last|this|next|in|since|until|by|early|late|mid|[Aa]s of|[Aa]s at) )(?<month4>${MONTH})(?![\\p{L}’']| \\d|, \\d{4})`,
      `the (?<decade>${YEAR.replace('\\d\\d', '\\d0')})s`,
      `(?:in|since|until|by|from|of|during|before|after|early|late|mid|between|and) (?<year5>${YEAR})(?![\\d,.%]*\\d| (?:people|men|women))`,
      `(?:(?<way>last|this|next) )?(?<weekday>${WEEKDAY})`,
      `(?<named>yesterday|today|tonight|tomorrow)`,
      `(?<which>last|this|next) (?<unit>week|month|year)`,
      `(?<count>${COUNT}) (?<ago>day|week|month|year)s? (?:ago|earlier)`,
    ].join('|') +
    String.raw`)(?![\p{L}\p{N}])`,
  'gu',
);

/** Every date holds one of these: most sentences hold none and need no closer look. */
const ANY_DATE =
  /\d{4}|day|ago|earlier|tonight|tomorrow|week|month|year|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec/;

/** What tells that a weekday behind it is still to come. */
const TO_COME = /\b(?:will|would|due|is to|are to|plans?|until|by|scheduled|expected) [^.;]*$/;

/** No clause is longer, in UTF-16 units. */
const CLAUSE = 400;

type Groups = Readonly<Partial<Record<string, string>>>;

/**
 * The dates and stretches of time that the words of a sentence name, in text order. Those that lean
 * on the day of publication ("Tuesday", "last week", "in March") are left out where `published` (ISO)
 * is null; a weekday is the last one, unless the words before say that it is to come.
 */
export function datesIn(
  text: string,
  within: Span,
  published: string | null,
): readonly DatedWords[] {
  const words = text.slice(within.start, within.end);
  if (!ANY_DATE.test(words)) return [];
  const dates: DatedWords[] = [];
  for (const match of words.matchAll(DATE)) {
    const groups: Groups = match.groups ?? {};
    const fixed = fixedOf(groups);
    const stretch = fixed ?? leaningIn(words, match.index, groups, published);
    const start = within.start + match.index;
    const span = snapToGraphemes(text, { start, end: start + match[0].length });
    if (stretch !== null && span !== null) {
      dates.push({ span, ...calendar.isoOf(stretch), relative: fixed === null });
    }
  }
  return dates;
}

/** What leans on the day of publication; null where nobody knows it. */
function leaningIn(
  words: string,
  at: number,
  groups: Groups,
  published: string | null,
): Stretch | null {
  const base = published === null ? null : calendar.dayOf(published);
  if (base === null) return null;
  return leaningOf(groups, base, TO_COME.test(words.slice(Math.max(0, at - CLAUSE), at)));
}

/** What needs no other date to be understood. */
function fixedOf(groups: Groups): Stretch | null {
  const { iso, month, day, year, month2, day2, year2, month3, year3, decade, year5 } = groups;
  if (iso !== undefined) return calendar.dayOf(iso) === null ? null : single(calendar.dayOf(iso)!);
  const full = year ?? year2;
  if (full !== undefined) {
    const at = calendar.at(
      Number(full),
      calendar.monthOf((month ?? month2)!),
      dayNumber(day ?? day2),
    );
    return at === null ? null : single(at);
  }
  if (year3 !== undefined) return calendar.monthAt(Number(year3), calendar.monthOf(month3!));
  if (decade !== undefined) return calendar.years(Number(decade), Number(decade) + 9);
  return year5 === undefined ? null : calendar.years(Number(year5), Number(year5));
}

function leaningOf(groups: Groups, base: Date, isAhead: boolean): Stretch | null {
  const { month, day, month2, day2, month4, side, weekday, way, named, which, unit } = groups;
  if (month !== undefined || month2 !== undefined) {
    const number = calendar.monthOf((month ?? month2)!);
    const near = calendar.nearest(base, number, dayNumber(day ?? day2));
    return near === null ? null : single(near);
  }
  if (month4 !== undefined) {
    const ahead = side === 'next' || side === 'until' || side === 'by' || isAhead;
    return calendar.monthNear(base, calendar.monthOf(month4), ahead);
  }
  if (weekday !== undefined) {
    return single(
      calendar.weekdayNear(base, weekday, way === 'next' || (way !== 'last' && isAhead)),
    );
  }
  if (named !== undefined) {
    return single(calendar.addDays(base, { yesterday: -1, tomorrow: 1 }[named] ?? 0));
  }
  if (which !== undefined) {
    return calendar.around(base, unit!, { last: -1, this: 0, next: 1 }[which] ?? 0);
  }
  const { count, ago } = groups;
  if (count === undefined) return null;
  if (ago === 'day') return single(calendar.addDays(base, -calendar.countOf(count)));
  return calendar.around(base, ago!, -calendar.countOf(count));
}

function dayNumber(words: string | undefined): number {
  return Number.parseInt(words ?? '', 10);
}

function single(day: Date): Stretch {
  return { from: day, to: day };
}
