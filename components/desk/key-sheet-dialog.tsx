'use client';

import { Dialog } from '../ui/dialog';
import { KeyNames, eachOnce } from './key-names';
import styles from './shell.module.css';
import { useShortcutList } from './shortcuts';

export function KeySheetDialog({ onClose }: { onClose: () => void }) {
  const { list, singleKeys, setSingleKeys } = useShortcutList();
  const withKeys = eachOnce(list()).filter(({ keys }) => keys.length > 0);
  const groups = Object.groupBy(withKeys, ({ group }) => group);
  return (
    <Dialog open title="Keys" onClose={onClose}>
      <p>
        <label>
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => setSingleKeys(event.target.checked)}
          />{' '}
          Single-letter keys are on
        </label>
      </p>
      <div className={styles.keys}>
        {Object.entries(groups).map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {shortcuts?.map(({ id, name, keys }) => (
                <li key={id}>
                  {name}
                  <KeyNames keys={keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
