const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A day (`2026-03-04`) as a newsroom writes it: “4 Mar 2026”; what is no whole day stays as it is. */
export function dayWords(date: string): string {
  const time = Date.parse(/^\d{4}-\d\d-\d\d$/.test(date) ? date : '');
  return Number.isNaN(time) ? date : DAY.format(time);
}

/** The day of a moment (`2026-03-04T15:04:00Z`), the same wherever it is read: “4 Mar 2026”. */
export function dayOfMoment(at: string): string {
  return dayWords(at.slice(0, 10));
}

/** A moment by the clock of whoever reads it, or of a time zone: “4 Mar 2026, 15:04”. */
export function momentWords(at: string, timeZone?: string): string {
  const format = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Date(at).toLocaleString('en-GB', format);
}

/** A moment as it stands in a file: it is the writer's own time, whatever zone it names. */
export function writtenMomentWords(at: string): string {
  const time = /T(\d{2}:\d{2})/.exec(at)?.[1];
  return [dayOfMoment(at), ...(time === undefined ? [] : [time])].join(', ');
}
