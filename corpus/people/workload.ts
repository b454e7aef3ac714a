import type { PersonName } from '../annotation/reading';

/** The open checks that a person has. */
export interface Workload extends PersonName {
  readonly open: number;
  /** Of these, those that wait for an answer. */
  readonly waiting: number;
  readonly overdue: number;
  /** Due within seven days, the overdue ones among them. */
  readonly withinAWeek: number;
  /** When the next one is due (verification/due.ts). */
  readonly nextDue: string | null;
}
