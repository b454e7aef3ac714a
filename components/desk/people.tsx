'use client';

import { useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Tag } from '../ui/tag';
import { newId } from './command-client';
import { useDesk } from './desk-context';
import styles from './people.module.css';

/** Who is on the desk: everybody with what can be done about them, and a field for the next. */
export function People({ people }: { readonly people: readonly PersonName[] }) {
  const [renaming, setRenaming] = useState<string | null>(null);
  const [renamed, setRenamed] = useState<string | null>(null);
  const close = (id: string) => {
    setRenaming(null);
    setRenamed(id);
  };
  const desk = useDesk();
  const router = useRouter();
  const rename = async (id: string, name: string) => {
    const outcome = await desk.run({ name: 'renamePerson', input: { id, name } });
    if (!outcome.ok) return false;
    close(id);
    router.refresh();
    return true;
  };
  const add = async (name: string) => {
    const outcome = await desk.run({ name: 'addPerson', input: { id: newId(), name } });
    if (!outcome.ok) return false;
    desk.say(`${name} is on the desk.`);
    router.refresh();
    return true;
  };
  return (
    <>
      <ul className={styles.people} aria-label="People">
        {people.map((person) => (
          <li key={person.id} className={styles.person}>
            {renaming === person.id ? (
              <NameForm
                label={`New name of ${person.name}`}
                first={person.name}
                verb="Save"
                onName={(name) => rename(person.id, name)}
                onCancel={() => close(person.id)}
              />
            ) : (
              <PersonLine
                person={person}
                focused={renamed === person.id}
                onRename={() => setRenaming(person.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <NameForm label="Somebody new" first="" verb="Add" onName={add} />
    </>
  );
}

interface PersonLineProps {
  readonly person: PersonName;
  /** Was renamed just now: the focus comes back to its button. */
  readonly focused: boolean;
  readonly onRename: () => void;
}

function PersonLine({ person: { id, name }, focused, onRename }: PersonLineProps) {
  const { me, say } = useDesk();
  const router = useRouter();
  const choose = async () => {
    try {
      const response = await fetch('/api/person', { method: 'POST', body: JSON.stringify({ id }) });
      if (!response.ok) {
        const { message } = (await response.json()) as { message: string };
        return say(message);
      }
      say(`You work as ${name} in this browser now.`);
      router.refresh();
    } catch {
      say('The desk did not answer; try again.');
    }
  };
  return (
    <>
      <bdi className={styles.name}>{name}</bdi>
      {id === me.id ? (
        <Tag tone="good">This is you</Tag>
      ) : (
        <Button look="quiet" onClick={() => void choose()} aria-label={`This is me: ${name}`}>
          This is me
        </Button>
      )}
      <Button look="quiet" onClick={onRename} autoFocus={focused} aria-label={`Rename ${name}`}>
        Rename
      </Button>
    </>
  );
}

interface NameFormProps {
  readonly label: string;
  readonly first: string;
  readonly verb: string;
  /** Says whether the name was taken. */
  readonly onName: (name: string) => Promise<boolean>;
  readonly onCancel?: () => void;
}

function NameForm({ label, first, verb, onName, onCancel }: NameFormProps) {
  const [name, setName] = useState(first);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() === '' || busy) return;
    setBusy(true);
    const taken = await onName(name.trim());
    setBusy(false);
    if (taken) setName('');
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.();
      }}
    >
      <TextField
        label={label}
        dir="auto"
        maxLength={200}
        autoComplete="off"
        autoFocus={onCancel !== undefined}
        onFocus={(event) => first !== '' && event.target.select()}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={name.trim() === '' || busy}>
        {verb}
      </Button>
      {onCancel !== undefined && (
        <Button look="quiet" onClick={onCancel}>
          Cancel
        </Button>
      )}
    </form>
  );
}
