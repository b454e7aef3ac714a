/** A due time is a day (`2026-11-21`), which is due at its end, or a minute in UTC (`2026-11-21T15:30Z`). */
export const DUE_MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/;

export function dueMinute(at: Date): string {
  return `${at.toISOString().slice(0, 16)}Z`;
}

export function isOverdue(dueAt: string, now: Date): boolean {
  return dueAt.length === 10 ? dueAt < now.toISOString().slice(0, 10) : dueAt < dueMinute(now);
}
