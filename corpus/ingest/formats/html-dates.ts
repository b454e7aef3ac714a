const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const MAIL =
  /^(?:[a-z]{3,9},?\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\s+(\d{2}:\d{2}(?::\d{2})?)\s*([+-]\d{4}|[a-z]{1,4})?/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ZONES: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UT: 'Z',
  UTC: 'Z',
  Z: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/**
 * A moment as pages, feeds and mails write it (ISO 8601, RFC 822), as ISO 8601 with its zone
 * where it is said: "2026-03-03T10:00:00+02:00", "2026-03-03". Undefined for anything else, and
 * for days that do not exist.
 */
export function isoMoment(written: string | undefined): string | undefined {
  const text = written?.trim().slice(0, 80) ?? '';
  const iso = ISO.exec(text);
  if (iso !== null) return checked(iso[1] ?? '', iso[2], iso[3]);
  const mail = MAIL.exec(text);
  if (mail === null) return undefined;
  const month = MONTHS.indexOf((mail[2] ?? '').toLowerCase()) + 1;
  const day = `${mail[3] ?? ''}-${String(month).padStart(2, '0')}-${(mail[1] ?? '').padStart(2, '0')}`;
  const zone = mail[5]?.toUpperCase() ?? '';
  return checked(day, mail[4], Object.hasOwn(ZONES, zone) ? ZONES[zone] : zone);
}

function checked(day: string, time: string | undefined, zone = ''): string | undefined {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) return undefined;
  if (time === undefined) return day;
  const moment = `${day}T${time.length === 5 ? `${time}:00` : time}${zoneOf(zone)}`;
  return Number.isNaN(Date.parse(moment)) ? day : moment;
}

function zoneOf(zone: string): string {
  const offset = /^([+-]\d{2}):?(\d{2})$/.exec(zone);
  if (offset !== null) return `${offset[1] ?? ''}:${offset[2] ?? ''}`;
  return zone.toUpperCase() === 'Z' ? 'Z' : '';
}
