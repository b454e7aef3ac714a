/** Days from one to another, both included; midnights in UTC. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
}

const DAY_MS = 86_400_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAYS = 'sun mon tue wed thu fri sat'.split(' ');
const COUNTS = 'a one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The day of an ISO date; null where there is no such day. */
export function dayOf(iso: string): Date | null {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = iso.split('-').map(Number);
  return at(year, month - 1, day);
}

/** A day; null for the 31st of a month that has none. `month` counts from 0. */
export function at(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date : null;
}

/** The number of a month, from 0, by its name or the short form of it. */
export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

/** "a" and "one" are 1. */
export function countOf(words: string): number {
  if (words === 'an') return 1;
  const named = COUNTS.indexOf(words);
  return named < 0 ? Number(words) : Math.max(1, named);
}

export function addDays(day: Date, days: number): Date {
  return new Date(day.getTime() + days * DAY_MS);
}

export function years(first: number, last: number): Stretch {
  return { from: new Date(Date.UTC(first, 0, 1)), to: new Date(Date.UTC(last, 11, 31)) };
}

/** A whole month; months over 11 or under 0 are those of the years beside. */
export function monthAt(year: number, month: number): Stretch {
  return {
    from: new Date(Date.UTC(year, month, 1)),
    to: new Date(Date.UTC(year, month + 1, 0)),
  };
}

/** The last such month up to a day's own, or the next one from it on. */
export function monthNear(base: Date, month: number, isAhead: boolean): Stretch {
  const passed = month > base.getUTCMonth() ? -1 : 0;
  const ahead = month < base.getUTCMonth() ? 1 : 0;
  return monthAt(base.getUTCFullYear() + (isAhead ? ahead : passed), month);
}

/** The day of a month nearest to another day, in whichever year; null for a day that is none. */
export function nearest(base: Date, month: number, day: number): Date | null {
  const year = base.getUTCFullYear();
  const near = [year - 1, year, year + 1].flatMap((each) => at(each, month, day) ?? []);
  const away = (date: Date) => Math.abs(date.getTime() - base.getTime());
  return near.sort((a, b) => away(a) - away(b))[0] ?? null;
}

/** The last such weekday up to a day, or the next one from it on. */
export function weekdayNear(base: Date, name: string, isAhead: boolean): Date {
  const since = (base.getUTCDay() - WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 7) % 7;
  return addDays(base, isAhead ? (7 - since) % 7 : -since);
}

/** The week (from Monday), month or year that is so many after the one of a day. */
export function around(base: Date, unit: string, steps: number): Stretch {
  const year = base.getUTCFullYear();
  if (unit === 'year') return years(year + steps, year + steps);
  if (unit === 'month') return monthAt(year, base.getUTCMonth() + steps);
  const monday = addDays(base, steps * 7 - ((base.getUTCDay() + 6) % 7));
  return { from: monday, to: addDays(monday, 6) };
}

/** A stretch as ISO dates. */
export function isoOf({ from, to }: Stretch): { from: string; to: string } {
  const first = isoDay(from);
  return { from: first, to: from.getTime() === to.getTime() ? first : isoDay(to) };
}

function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}
