'use client';

import { Dialog } from '../ui/dialog';
import { KeyNames } from './key-names';
import styles from './shell.module.css';
import { useShortcutList, type Shortcut } from './shortcuts';

export function KeySheetDialog({ onClose }: { onClose: () => void }) {
  const { list, singleKeys, setSingleKeys } = useShortcutList();
  const groups = Object.groupBy(list(), (shortcut) => shortcut.group);
  return (
    <Dialog open title="Keys" onClose={onClose}>
      <div className={styles.keys}>
        {Object.entries(groups).map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <ul>
              {shortcuts?.map((shortcut) => (
                <KeyLine key={shortcut.name} shortcut={shortcut} />
              ))}
            </ul>
          </section>
        ))}
      </div>
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
    </Dialog>
  );
}

function KeyLine({ shortcut }: { shortcut: Shortcut }) {
  if (shortcut.keys === null) return null;
  return (
    <li>
      {shortcut.name}
      <KeyNames keys={shortcut.keys} />
    </li>
  );
}
