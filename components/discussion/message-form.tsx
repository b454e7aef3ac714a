import { useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import styles from './discussion.module.css';

interface MessageFormProps {
  readonly label: string;
  readonly onSend: (body: string) => void;
}

/** Where a person writes into a discussion. */
export function MessageForm({ label, onSend }: MessageFormProps) {
  const [body, setBody] = useState('');
  const send = (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (body.trim() === '') return;
    setBody('');
    onSend(body.trim());
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <form className={styles.form} onSubmit={send}>
      <TextArea
        label={label}
        hint="Ctrl Enter sends"
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={sendOnEnter}
      />
      <div>
        <Button type="submit">Send</Button>
      </div>
    </form>
  );
}
