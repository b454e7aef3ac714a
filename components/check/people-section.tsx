'use client';

import { useState, type SyntheticEvent } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextArea } from '../ui/field';
import styles from './check.module.css';
import { DueFields } from './due-fields';

interface PeopleSectionProps {
  readonly check: CheckDetail;
  readonly people: readonly PersonName[];
}

/** Who has it, and until when. */
export function PeopleSection({ check, people }: PeopleSectionProps) {
  const { run, me } = useDesk();
  const { id: checkId, version, assignee } = check;
  const names = Object.fromEntries(
    people.map(({ id, name }) => [id, id === me.id ? `${name} (me)` : name]),
  );
  return (
    <section className={styles.section} aria-label="Assignee and due date">
      <div className={styles.pair}>
        <SelectField
          label="Assignee"
          none="Nobody"
          value={assignee?.id ?? ''}
          options={names}
          onChoose={(assigneeId) =>
            void run({ name: 'assignCheck', input: { checkId, version, assigneeId } })
          }
        />
        {assignee === null && (
          <Button onClick={() => void run({ name: 'takeCheck', input: { checkId } })}>
            Take it
          </Button>
        )}
      </div>
      <DueFields check={check} />
      {people.length > 1 && <HandOver check={check} people={people} />}
    </section>
  );
}

/** Gives the check to somebody with a note that says where it stands. */
function HandOver({ check, people }: PeopleSectionProps) {
  const { run, say } = useDesk();
  const [toId, setTo] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const { id: checkId, version, assignee } = check;
  const others = people.filter(({ id }) => id !== assignee?.id);
  const handOver = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (toId === null || note.trim() === '') return;
    const input = { id: newId(), checkId, version, toId, note: note.trim() };
    const outcome = await run({ name: 'handOverCheck', input });
    if (!outcome.ok) return;
    setNote('');
    setTo(null);
    say(`Handed over to ${others.find(({ id }) => id === toId)?.name ?? 'them'}.`);
  };
  return (
    <details data-part="hand-over">
      <summary>Hand over</summary>
      <form className={styles.stack} onSubmit={(event) => void handOver(event)}>
        <SelectField
          label="Hand over to"
          none="Choose"
          value={toId ?? ''}
          options={Object.fromEntries(others.map(({ id, name }) => [id, name]))}
          onChoose={setTo}
        />
        <TextArea
          label="Note"
          hint="Where it stands, what is to be done"
          dir="auto"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div>
          <Button type="submit" disabled={toId === null || note.trim() === ''}>
            Hand it over
          </Button>
        </div>
      </form>
    </details>
  );
}
