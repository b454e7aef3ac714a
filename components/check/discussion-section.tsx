'use client';

import { useState, type SyntheticEvent, type KeyboardEvent } from 'react';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import styles from './check.module.css';
import { LocalTime } from './local-time';

/** What people wrote about it. */
export function DiscussionSection({ check }: { check: CheckDetail }) {
  const { run } = useDesk();
  const [body, setBody] = useState('');
  const { messages } = check;
  const send = (event?: SyntheticEvent) => {
    event?.preventDefault();
    if (body.trim() === '') return;
    const input = { id: newId(), annotationId: check.annotation.id, body: body.trim() };
    setBody('');
    void run({ name: 'postMessage', input });
  };
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  };
  return (
    <details className={styles.section} open={messages.length > 0} data-part="discussion">
      <summary>Discussion{messages.length > 0 && ` (${messages.length})`}</summary>
      <ul className={styles.messages}>
        {messages.map(({ id, person, at, body: text }) => (
          <li key={id}>
            <span className={styles.soft}>
              {person.name}, <LocalTime at={at} />
            </span>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ul>
      <form className={styles.stack} onSubmit={send}>
        <TextArea
          label="Message"
          hint="Ctrl Enter sends"
          value={body}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={sendOnEnter}
        />
        <div>
          <Button type="submit">Send</Button>
        </div>
      </form>
    </details>
  );
}
