'use client';

import { useEffect, useState } from 'react';
import type { Workload } from '@/corpus/people/workload';
import type { QueueItem } from '@/corpus/verification/queue';
import { counted, figure } from '@/corpus/wording/numbers';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './queue.module.css';

interface AssignDialogProps {
  readonly items: readonly QueueItem[];
  readonly onClose: () => void;
  readonly onAssign: (personId: string) => void;
}

/** Who has how much, and the means to give them the chosen items. */
export function AssignDialog({ items, onClose, onAssign }: AssignDialogProps) {
  const [people, setPeople] = useState<readonly Workload[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    fetch('/api/workload', { signal: abort.signal })
      .then(async (response) => setPeople((await response.json()) as Workload[]))
      .catch(() => !abort.signal.aborted && setFailed(true));
    return () => abort.abort();
  }, []);
  const title = items.length === 0 ? 'Who has how much' : `Assign ${counted(items.length, 'item')}`;
  return (
    <Dialog open title={title} onClose={onClose}>
      {failed && <p role="alert">The desk cannot be reached.</p>}
      {people === null && !failed && <p>Counting…</p>}
      {people !== null && (
        <table className={styles.workload}>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Open</th>
              <th scope="col">Waiting</th>
              <th scope="col">Due in a week</th>
              <th scope="col">Overdue</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <WorkloadRow
                key={person.id}
                person={person}
                {...(items.length > 0 && { onAssign: () => onAssign(person.id) })}
              />
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}

interface WorkloadRowProps {
  readonly person: Workload;
  readonly onAssign?: () => void;
}

function WorkloadRow({ person, onAssign }: WorkloadRowProps) {
  const { name, open, waiting, withinAWeek, overdue } = person;
  return (
    <tr>
      <td>{onAssign === undefined ? name : <Button onClick={onAssign}>{name}</Button>}</td>
      <td>{figure(open)}</td>
      <td>{figure(waiting)}</td>
      <td>{figure(withinAWeek)}</td>
      <td data-late={overdue > 0}>{figure(overdue)}</td>
    </tr>
  );
}
