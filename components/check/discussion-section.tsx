'use client';

import type { CheckDetail } from '@/corpus/verification/check-detail';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { MessageForm } from '../discussion/message-form';
import { LocalTime } from '../ui/local-time';
import styles from './check.module.css';

/** What people wrote about it. */
export function DiscussionSection({ check }: { check: CheckDetail }) {
  const { run } = useDesk();
  const { messages, annotation } = check;
  const send = (body: string) =>
    void run({ name: 'postMessage', input: { id: newId(), annotationId: annotation.id, body } });
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
      <MessageForm label="Message" onSend={send} />
    </details>
  );
}
