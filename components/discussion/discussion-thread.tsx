import type { Discussion, DiscussionMessage } from '@/corpus/annotation/discussion';
import { writtenMomentWords } from '@/corpus/wording/dates';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Tag } from '../ui/tag';
import styles from './discussion.module.css';
import { MessageForm } from './message-form';

/** One discussion: the words, what was said of them, and the means to answer and to resolve it. */
export function DiscussionThread({ discussion }: { readonly discussion: Discussion }) {
  const { run } = useDesk();
  const { id, version, resolved, messages } = discussion;
  const reply = (body: string) =>
    void run({ name: 'replyToThread', input: { id: newId(), threadId: id, body } });
  const resolve = () =>
    void run({ name: 'resolveThread', input: { id, version, resolved: !resolved } });
  return (
    <div className={styles.thread}>
      <Words discussion={discussion} />
      <ul className={styles.messages}>
        {messages.map((message) => (
          <li key={message.id}>
            <Byline message={message} />
            <p dir="auto">{message.body}</p>
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        {resolved && <Tag tone="good">Resolved</Tag>}
        <Button look="quiet" onClick={resolve}>
          {resolved ? 'Open it again' : 'Resolve'}
        </Button>
      </div>
      <details>
        <summary>Reply</summary>
        <MessageForm label="Reply" onSend={reply} />
      </details>
    </div>
  );
}

function Words({ discussion: { words, outcome, spans } }: { readonly discussion: Discussion }) {
  const fate =
    spans.length === 0
      ? outcome === 'ambiguous'
        ? 'These words now stand in several places.'
        : 'These words are gone from the text.'
      : outcome === 'changed'
        ? 'The words have changed since.'
        : null;
  if (words === '') return <p className={styles.fate}>The file does not say about which words.</p>;
  return (
    <>
      <blockquote className={styles.words} dir="auto" data-gone={spans.length === 0}>
        {words}
      </blockquote>
      {fate !== null && <p className={styles.fate}>{fate}</p>}
    </>
  );
}

function Byline({ message: { author, isFromFile, at } }: { readonly message: DiscussionMessage }) {
  return (
    <span className={styles.byline}>
      <bdi>{author === '' ? 'No name' : author}</bdi>
      {isFromFile ? (
        <> in the file{at !== null && <>, {writtenMomentWords(at)}</>}</>
      ) : (
        at !== null && (
          <>
            , <LocalTime at={at} />
          </>
        )
      )}
    </span>
  );
}
