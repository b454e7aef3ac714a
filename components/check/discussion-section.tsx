'use client';

import type { PersonName } from '@/corpus/annotation/reading';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { MessageForm } from '../discussion/message-form';
import { MessageText } from '../discussion/message-text';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Tag } from '../ui/tag';
import styles from './check.module.css';

interface DiscussionSectionProps {
  readonly check: CheckDetail;
  readonly people: readonly PersonName[];
}

/** What people wrote about it, until somebody says that it is resolved. */
export function DiscussionSection({ check, people }: DiscussionSectionProps) {
  const { run } = useDesk();
  const { messages, annotation, thread } = check;
  const send = (body: string) =>
    void run({ name: 'postMessage', input: { id: newId(), annotationId: annotation.id, body } });
  const resolve = ({ id, version, resolved }: NonNullable<CheckDetail['thread']>) =>
    void run({ name: 'resolveThread', input: { id, version, resolved: !resolved } });
  return (
    <details
      className={styles.section}
      open={messages.length > 0 && thread?.resolved !== true}
      data-part="discussion"
    >
      <summary>
        Discussion{messages.length > 0 && ` (${messages.length})`}
        {thread?.resolved === true && ', resolved'}
      </summary>
      <ul className={styles.messages}>
        {messages.map(({ id, person, at, body }) => (
          <li key={id}>
            <span className={styles.soft}>
              {person.name}, <LocalTime at={at} />
            </span>
            <MessageText body={body} people={people} />
          </li>
        ))}
      </ul>
      {thread !== null && messages.length > 0 && (
        <div className={styles.row}>
          {thread.resolved && <Tag tone="good">Resolved</Tag>}
          <Button look="quiet" onClick={() => resolve(thread)}>
            {thread.resolved ? 'Open it again' : 'Resolve the discussion'}
          </Button>
        </div>
      )}
      <MessageForm label="Message" onSend={send} people={people} />
    </details>
  );
}
