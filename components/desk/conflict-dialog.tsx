'use client';

import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useDesk, type Conflict } from './desk-context';
import styles from './shell.module.css';

/** Shows what I wanted to write beside what somebody wrote meanwhile, and asks which stands. */
export function ConflictDialog() {
  const { conflict, resolveConflict } = useDesk();
  if (conflict === null) return null;
  const { current } = conflict.refusal;
  return (
    <Dialog open title="Changed meanwhile" onClose={() => resolveConflict(false)}>
      <p>
        {conflict.refusal.message} Both versions are below; nothing is overwritten until you choose.
      </p>
      <div className={styles.versions}>
        <Version title="Mine" fields={mine(conflict)} />
        <Version
          title={current.own ? 'In the other window' : `Theirs (${current.by})`}
          fields={theirs(conflict)}
        />
      </div>
      <div className={styles.row}>
        <Button look="primary" onClick={() => resolveConflict(true)}>
          Keep mine
        </Button>
        <Button onClick={() => resolveConflict(false)}>
          {current.own ? 'Take the other' : 'Take theirs'}
        </Button>
      </div>
    </Dialog>
  );
}

type Fields = Readonly<Record<string, unknown>>;

function mine({ step }: Conflict): Fields {
  const { version: _version, id: _id, checkId: _checkId, ...fields } = step.input as Fields;
  const { attributes, metadata, ...rest } = fields;
  return { ...rest, ...(attributes as Fields | undefined), ...(metadata as Fields | undefined) };
}

/** Of what stands now, the fields that I wanted to write. */
function theirs(conflict: Conflict): Fields {
  const names = Object.keys(mine(conflict));
  const { metadata, ...rest } = conflict.refusal.current.fields;
  const fields = { ...(metadata as Fields | null | undefined), ...rest };
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}

function Version({ title, fields }: { title: string; fields: Fields }) {
  return (
    <div>
      <h3>{title}</h3>
      <dl>
        {Object.entries(fields).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{inWords(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value) && value.length === 0) return 'none';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? value.replaceAll('_', ' ') : JSON.stringify(value);
}
