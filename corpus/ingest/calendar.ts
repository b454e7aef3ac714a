/** A date found in a text. */
export interface FoundDate {
  /** YYYY-MM-DD, a day that exists. */
  readonly value: string;
  /** As written. */
  readonly words: string;
  readonly index: number;
}

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

const MONTH =
  '(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?';
const DAY = '(?<day>[0-3]?\\d)(?:st|nd|rd|th)?';
const YEAR = '(?<year>(?:19|20)\\d\\d)';

const DATE_FORMS = [
  new RegExp(`\\b${MONTH}\\s{1,3}${DAY},?\\s{1,3}${YEAR}\\b`, 'giu'),
  new RegExp(`\\b${DAY}(?:\\s{1,3}|-)(?:of )?${MONTH},?(?:\\s{1,3}|-)${YEAR}\\b`, 'giu'),
  new RegExp(`\\b${YEAR}-(?<number>[01]\\d)-(?<day>[0-3]\\d)(?=\\b|T)`, 'gu'),
  new RegExp(`\\b(?<day>[0-3]?\\d)\\.\\s?(?<number>[01]?\\d)\\.\\s?${YEAR}\\b`, 'gu'),
];

const DAY_FORMS = [
  new RegExp(`\\b${MONTH}\\s{1,3}${DAY}\\b(?!,?\\s+(?:19|20)\\d\\d)`, 'gu'),
  new RegExp(`\\b${DAY}\\s{1,3}${MONTH}(?!,?\\s+(?:19|20)\\d\\d)`, 'gu'),
];

/**
 * The full dates (day, month, year) in a text, in order. Dates in figures with slashes are left
 * out: nobody can tell the day from the month.
 */
export function datesIn(text: string): FoundDate[] {
  const found: FoundDate[] = [];
  if (!/(?:19|20)\d\d/.test(text)) return found;
  for (const form of DATE_FORMS) {
    for (const match of text.matchAll(form)) {
      const value = valueOf(match.groups ?? {});
      if (value !== null) found.push({ value, words: match[0], index: match.index });
    }
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Days and months without a year ("June 8", "8 June"), as written. */
export function daysWithoutYearIn(text: string): string[] {
  return DAY_FORMS.flatMap((form) => [...text.matchAll(form)].map((match) => match[0]));
}

function valueOf(groups: Record<string, string | undefined>): string | null {
  const month =
    groups['number'] !== undefined ? Number(groups['number']) : monthOf(groups['month']);
  const day = Number(groups['day']);
  const date = new Date(Date.UTC(Number(groups['year']), month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

function monthOf(name: string | undefined): number {
  const months = [
    'jan',
    'feb',
    'mar',
    'apr',
    'may',
    'jun',
    'jul',
    'aug',
    'sep',
    'oct',
    'nov',
    'dec',
  ];
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

/** `value` is YYYY-MM-DD. */
export function weekdayOf(value: string): Weekday {
  return WEEKDAYS[new Date(`${value}T00:00:00Z`).getUTCDay()] ?? 'Sunday';
}

/** The first such weekday on or after `value` (YYYY-MM-DD), and how many days later that is. */
export function firstOnOrAfter(value: string, weekday: Weekday): { value: string; days: number } {
  const date = new Date(`${value}T00:00:00Z`);
  const days = (WEEKDAYS.indexOf(weekday) - date.getUTCDay() + 7) % 7;
  date.setUTCDate(date.getUTCDate() + days);
  return { value: date.toISOString().slice(0, 10), days };
}
