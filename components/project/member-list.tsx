'use client';

import { startTransition, useOptimistic } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import type { PersonProgress } from '@/corpus/project/work';
import { figure } from '@/corpus/wording/numbers';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Wide } from '../ui/wide';
import styles from './project.module.css';
import { timeWords } from './words';

interface MemberListProps {
  readonly collectionId: string;
  readonly people: readonly PersonName[];
  readonly progress: readonly PersonProgress[];
  readonly mayChange: boolean;
}

interface Change {
  readonly id: string;
  readonly joined: boolean;
}

/** Who is handed articles, and how far each person is. */
export function MemberList({ collectionId, people, progress, mayChange }: MemberListProps) {
  const { run } = useDesk();
  const now = progress.filter(({ isMember }) => isMember).map(({ id }) => id);
  const [members, show] = useOptimistic(now, (ids, { id, joined }: Change) =>
    joined ? [...ids, id] : ids.filter((one) => one !== id),
  );
  const set = (id: string, joined: boolean) =>
    startTransition(async () => {
      show({ id, joined });
      await run({ name: 'setMember', input: { id: newId(), collectionId, personId: id, joined } });
    });
  const of = (id: string) => progress.find((one) => one.id === id);
  const known = new Map([...progress, ...people].map((person) => [person.id, person.name]));
  return (
    <Wide label="People of the project">
      <table className={styles.table}>
        <thead>
          <tr>
            {['Person', 'Open', 'Submitted', 'Marks', 'Time'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...known].map(([id, name]) => {
            const { open = 0, submitted = 0, marks = 0, seconds = 0 } = of(id) ?? {};
            return (
              <tr key={id}>
                <th scope="row">
                  <label>
                    <input type="checkbox" checked={members.includes(id)} disabled={!mayChange} onChange={(event) => set(id, event.target.checked)} /> <bdi>{name}</bdi>
                  </label>
                </th>
                <td>{figure(open)}</td>
                <td>{submitted}</td>
                <td>{figure(marks)}</td>
                <td>{timeWords(seconds)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
} // prettier-ignore
