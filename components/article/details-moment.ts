/** A moment as a date and time field shows it, in the time of this computer; "" for none. */
export function localMinute(moment: string | undefined): string {
  const at = new Date(moment ?? NaN);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What such a field holds as ISO 8601 with its zone; "" for none. */
export function isoMinute(shown: string): string {
  const at = new Date(shown);
  if (Number.isNaN(at.getTime())) return '';
  const east = -at.getTimezoneOffset();
  const two = (figure: number) => String(figure).padStart(2, '0');
  const zone = `${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
  return `${localMinute(at.toISOString())}:00${east < 0 ? '-' : '+'}${zone}`;
}
