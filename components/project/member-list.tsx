'use client';

import type { PersonName } from '@/corpus/annotation/reading';
import type { PersonProgress } from '@/corpus/project/work';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import styles from './project.module.css';
import { timeWords } from './words';

interface MemberListProps {
  readonly collectionId: string;
  readonly people: readonly PersonName[];
  readonly progress: readonly PersonProgress[];
  readonly mayChange: boolean;
}

/** Who is handed articles, and how far each person is. */
export function MemberList({ collectionId, people, progress, mayChange }: MemberListProps) {
  const { run } = useDesk();
  const set = (personId: string, joined: boolean) => void run({ name: 'setMember', input: { id: newId(), collectionId, personId, joined } });
  const of = (id: string) => progress.find((one) => one.id === id);
  const known = new Map([...progress, ...people].map((person) => [person.id, person.name]));
  return (
    <div className={styles.table} tabIndex={0} role="region" aria-label="People of the project">
      <table>
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
            const { isMember = false, open = 0, submitted = 0, marks = 0, seconds = 0 } = of(id) ?? {};
            return (
              <tr key={id}>
                <th scope="row">
                  <label>
                    <input type="checkbox" checked={isMember} disabled={!mayChange} onChange={(event) => set(id, event.target.checked)} /> <bdi>{name}</bdi>
                  </label>
                </th>
                <td>{open}</td>
                <td>{submitted}</td>
                <td>{marks}</td>
                <td>{timeWords(seconds)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
} // prettier-ignore
