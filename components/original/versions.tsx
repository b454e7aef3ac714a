import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { CommandStep } from '@/corpus/commands/requests';
import type { OriginalView } from '@/corpus/ingest/original';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import styles from './original.module.css';

/** Whether this text is a version of this article, of another one, or an article of its own. */
export function Versions({ view }: { readonly view: OriginalView }) {
  const { articleId: id, version, revisionId, revisionNumber, others, headline } = view;
  const { run, say } = useDesk();
  const router = useRouter();
  const [intoId, setInto] = useState('');
  const into = others.find((other) => other.id === intoId) ?? others[0];
  const act = async (step: CommandStep, done: string, toId: string) => {
    const outcome = await run(step);
    if (!outcome.ok) return;
    say(done);
    router.push(`/articles/${toId}/original`);
    router.refresh();
  };
  const separate = () => {
    const ownId = newId();
    const input = { id, revisionId, newId: ownId };
    const done = `The text is an article of its own; “${headline}” has its text before again.`;
    void act({ name: 'separateRevision', input }, done, ownId);
  };
  const take = () => {
    if (into === undefined) return;
    const input = { id, version, intoId: into.id, intoVersion: into.version };
    const done = `The text is the newest revision of “${into.headline}” now.`;
    void act({ name: 'takeAsRevision', input }, done, into.id);
  };
  if (revisionNumber === 1 && into === undefined) return null;
  return (
    <details className={styles.versions}>
      <summary>Is it a version of another article?</summary>
      {revisionNumber > 1 && (
        <p>
          Revision {revisionNumber} is shown. If it is another article:{' '}
          <Button onClick={separate}>Make it an article of its own</Button>
        </p>
      )}
      {into !== undefined && (
        <p>
          <label>
            A later version of{' '}
            <select value={into.id} onChange={(event) => setInto(event.target.value)}>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.headline}
                </option>
              ))}
            </select>
          </label>{' '}
          <Button onClick={take}>Make it a revision of that</Button>
        </p>
      )}
      <p className={styles.hint}>Marks go with their words, and undo takes it back.</p>
    </details>
  );
}
