'use client';

import type { PersonName } from '@/corpus/annotation/reading';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { useDesk } from '../desk/desk-context';
import { SelectField, TextField } from '../ui/field';
import styles from './check.module.css';

interface PeopleSectionProps {
  readonly check: CheckDetail;
  readonly people: readonly PersonName[];
}

/** Who has it, and until when. */
export function PeopleSection({ check, people }: PeopleSectionProps) {
  const { run, me } = useDesk();
  const { id: checkId, version, assignee, dueAt } = check;
  const names = Object.fromEntries(
    people.map(({ id, name }) => [id, id === me.id ? `${name} (me)` : name]),
  );
  return (
    <section className={styles.pair} aria-label="Assignee and due date">
      <SelectField
        label="Assignee"
        none="Nobody"
        value={assignee?.id ?? ''}
        options={names}
        onChoose={(assigneeId) =>
          void run({ name: 'assignCheck', input: { checkId, version, assigneeId } })
        }
      />
      <TextField
        label="Due"
        type="date"
        value={dueAt ?? ''}
        onChange={(event) =>
          void run({
            name: 'setDue',
            input: { checkId, version, dueAt: event.target.value || null },
          })
        }
      />
    </section>
  );
}
