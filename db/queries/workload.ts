import type { Workload } from '@/corpus/people/workload';
import { OPEN_STATUSES } from '@/corpus/verification/model';
import { dueMinute } from '@/corpus/verification/due';
import type { Desk } from '../client';
import { statement } from './statements';

const open = OPEN_STATUSES.map((status) => `'${status}'`).join(', ');
const WEEK_MS = 7 * 86_400_000;

/** Days compare with days and minutes with minutes (corpus/verification/due.ts). */
const OVERDUE = `CASE WHEN length(c.due_at) = 10 THEN c.due_at < ? ELSE c.due_at < ? END`;

const WORKLOAD = `
  SELECT p.id, p.name, count(c.id) AS open,
    count(CASE WHEN c.status = 'waiting' THEN 1 END) AS waiting,
    count(CASE WHEN ${OVERDUE} THEN 1 END) AS overdue,
    count(CASE WHEN c.due_at < ? THEN 1 END) AS withinAWeek,
    min(c.due_at) AS nextDue
  FROM person p LEFT JOIN "check" c INDEXED BY queue_assignee_age
    ON c.listed = 1 AND c.assignee_id = p.id AND c.status IN (${open})
  WHERE p.removed = 0 GROUP BY p.id ORDER BY p.id`;

/** The open checks that each person on the desk has. */
export function listWorkload(desk: Desk, now: Date): readonly Workload[] {
  const today = now.toISOString().slice(0, 10);
  const later = new Date(now.getTime() + WEEK_MS).toISOString().slice(0, 10);
  return statement<Workload>(desk, WORKLOAD).all(today, dueMinute(now), `${later}~`);
}
