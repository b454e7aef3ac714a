import { useId, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import styles from './discussion.module.css';
import { useMentioning } from './use-mentioning';

interface MessageFormProps {
  readonly label: string;
  readonly onSend: (body: string) => void;
  /** Who can be mentioned. */
  readonly people?: readonly PersonName[];
}

const NOBODY: readonly PersonName[] = [];

/** Where a person writes into a discussion; an @ offers the names of the people on the desk. */
export function MessageForm({ label, onSend, people = NOBODY }: MessageFormProps) {
  const [body, setBody] = useState('');
  const listId = useId();
  const mentioning = useMentioning(people, body, setBody);
  const send = (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (body.trim() === '') return;
    setBody('');
    onSend(body.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (mentioning.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  const { offered, current } = mentioning;
  const isOffering = offered.length > 0;
  return (
    <form className={styles.form} onSubmit={send}>
      <TextArea
        label={label}
        hint={people.length > 1 ? 'Ctrl Enter sends, @ mentions somebody' : 'Ctrl Enter sends'}
        value={body}
        onChange={(event) => {
          setBody(event.target.value);
          mentioning.look(event.target);
        }}
        onKeyDown={onKeyDown}
        onBlur={mentioning.close}
        aria-autocomplete={isOffering ? 'list' : undefined}
        aria-controls={isOffering ? listId : undefined}
        aria-activedescendant={isOffering ? `${listId}-${current}` : undefined}
      />
      {isOffering && (
        <ul id={listId} role="listbox" aria-label="People" className={styles.offered}>
          {offered.map(({ id, name }, at) => (
            <li
              key={id}
              id={`${listId}-${at}`}
              role="option"
              aria-selected={at === current}
              onMouseDown={(event) => {
                event.preventDefault();
                mentioning.choose(name);
              }}
            >
              {name}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button type="submit">Send</Button>
      </div>
    </form>
  );
}
