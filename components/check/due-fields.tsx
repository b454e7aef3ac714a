'use client';

import type { CheckDetail } from '@/corpus/verification/check-detail';
import { dueMinute, isOverdue } from '@/corpus/verification/due';
import { useDesk } from '../desk/desk-context';
import { TextField } from '../ui/field';
import styles from './check.module.css';

/** The day on which it is due, and the time of this place's clock, which may be left out. */
export function DueFields({ check }: { readonly check: CheckDetail }) {
  const { run } = useDesk();
  const { id: checkId, version, dueAt } = check;
  const { day, time } = partsOf(dueAt);
  const set = (nextDay: string, nextTime: string) => {
    const at = nextDay !== '' && nextTime !== '' ? new Date(`${nextDay}T${nextTime}`) : null;
    const due = at === null ? nextDay || null : dueMinute(at);
    void run({ name: 'setDue', input: { checkId, version, dueAt: due } });
  };
  return (
    <div className={styles.pair}>
      <TextField
        label="Due"
        type="date"
        value={day}
        onChange={(event) => set(event.target.value, time)}
      />
      <TextField
        label="At"
        type="time"
        disabled={day === ''}
        value={time}
        onChange={(event) => set(day, event.target.value)}
      />
      {dueAt !== null && isOverdue(dueAt, new Date()) && (
        <strong className={styles.overdue}>Overdue</strong>
      )}
    </div>
  );
}

function partsOf(dueAt: string | null): { readonly day: string; readonly time: string } {
  if (dueAt === null || dueAt.length === 10) return { day: dueAt ?? '', time: '' };
  const at = new Date(dueAt);
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}
