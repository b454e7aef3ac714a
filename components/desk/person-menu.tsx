'use client';

import { useRouter } from 'next/navigation';
import type { PersonName } from '@/corpus/annotation/reading';
import { useDesk } from './desk-context';
import styles from './shell.module.css';

/** Who acts in this browser. On a solo desk this is a matter of trust, not of passwords. */
export function PersonMenu({ people }: { people: readonly PersonName[] }) {
  const { me } = useDesk();
  const router = useRouter();
  const choose = async (id: string) => {
    await fetch('/api/person', { method: 'POST', body: JSON.stringify({ id }) });
    router.refresh();
  };
  return (
    <select
      className={styles.select}
      aria-label="Who is working"
      value={me.id}
      onChange={(event) => void choose(event.target.value)}
    >
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
