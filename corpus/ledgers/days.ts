import { at, dayOf, monthOf } from '../detect/claims/calendar';
import { WEEKDAYS, weekdayOf } from '../ingest/calendar';
import { dayWords } from '../wording/dates';
import type { Finding } from './model';

const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})`;
const MONTH = '(?<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)'; // prettier-ignore
const YEAR = '(?:,? (?<year>(?:1[6-9]|20)\\d\\d))?';
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const FORMS = [
  new RegExp(`\\b${WEEKDAY},? (?:the )?${MONTH}\\.? ${DAY}\\b(?!,\\d|\\.\\d)${YEAR}`, 'gd'),
  new RegExp(`\\b${WEEKDAY},? (?:the )?${DAY} (?:of )?${MONTH}\\b\\.?${YEAR}`, 'gd'),
  new RegExp(`\\b${MONTH}\\.? ${DAY}, (?<year>(?:1[6-9]|20)\\d\\d),? (?:was |is |fell on |which was )?a ${WEEKDAY}\\b`, 'gd'),
  new RegExp(`\\b${DAY} ${MONTH}\\.? (?<year>(?:1[6-9]|20)\\d\\d),? (?:was |is |fell on |which was )?a ${WEEKDAY}\\b`, 'gd'),
]; // prettier-ignore

/** How far from the article's date a day without a year is looked for, in days. */
const NEAR_DAYS = 200;

/** Weekdays that do not fall on the date beside them. `date`: the article's, YYYY-MM-DD. */
export function checkWeekdays(sentence: string, date: string | null): readonly Finding[] {
  return FORMS.flatMap((form) =>
    [...sentence.matchAll(form)].flatMap((match) => {
      const { weekday = '', month = '', day = '', year } = match.groups!;
      const days = candidates(monthOf(month), Number(day), year, date);
      const [start, end] = match.indices!.groups!['weekday']!;
      if (days.length === 0 || days.some((one) => weekdayOf(iso(one)) === weekday)) return [];
      const [nearest] = days;
      return [{ start, end, sentence: `${words(nearest!)} is a ${weekdayOf(iso(nearest!))}, not a ${weekday}.` }]; // prettier-ignore
    }),
  );
}

/** The days that are meant, the likeliest first; none where that cannot be told. */
function candidates(month: number, day: number, year: string | undefined, date: string | null): readonly Date[] {
  if (year !== undefined) return [at(Number(year), month, day)].flatMap((one) => one ?? []);
  const base = date === null ? null : dayOf(date);
  if (base === null) return [];
  const away = (one: Date) => Math.abs(one.getTime() - base.getTime());
  return [-1, 0, 1]
    .flatMap((step) => at(base.getUTCFullYear() + step, month, day) ?? [])
    .filter((one) => away(one) <= NEAR_DAYS * 86_400_000)
    .sort((a, b) => away(a) - away(b));
} // prettier-ignore

function iso(day: Date): string {
  return day.toISOString().slice(0, 10);
}

function words(day: Date): string {
  return dayWords(iso(day));
}
