import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import type { Discussion } from '@/corpus/annotation/discussion';
import type { CommandStep } from '@/corpus/commands/requests';
import type { OriginalView } from '@/corpus/ingest/original';
import type { BlockRole } from '@/corpus/document/block';
import { ROLE_LABELS } from '@/corpus/vocabulary';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { DiscussionThread } from '../discussion/discussion-thread';
import { FormattedText } from '../article/formatted-text';
import { Button } from '../ui/button';
import { SpeechIcon } from '../ui/icons';
import styles from './original.module.css';

/** The blocks of an article: roles, where it is split, and what it is joined with. */
export function BlockList({ view }: { readonly view: OriginalView }) {
  const { blocks, before, after, unplaced } = view;
  const list = useRef<HTMLOListElement>(null);
  const { choose, split, join } = useCuts(view);
  const go = (step: 1 | -1) => {
    const fields = [...(list.current?.querySelectorAll('select') ?? [])];
    const at = fields.indexOf(document.activeElement as HTMLSelectElement);
    const next = fields[at < 0 ? 0 : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  };
  const splitHere = () => {
    const items = [...(list.current?.children ?? [])];
    split(items.findIndex((item) => item.contains(document.activeElement)));
  };
  const keys = (name: string, key: string, run: () => void) =>
    ({ keys: key, name, group: 'Blocks', run, inFields: true }) as const;
  useShortcuts([
    keys('Next block', 'Alt+ArrowDown', () => go(1)),
    keys('Block before', 'Alt+ArrowUp', () => go(-1)),
    keys('Split the article before this block', 'Alt+Enter', splitHere),
    keys('Join with the article before', 'Alt+Shift+ArrowUp', () => join('before')),
    keys('Join with the article after', 'Alt+Shift+ArrowDown', () => join('after')),
  ]);
  return (
    <>
      {before !== null && (
        <Neighbour side="before" article={before} onJoin={() => join('before')} />
      )}
      <ol className={styles.blocks} ref={list}>
        {blocks.map(({ id, role, version, text, formatting, across, discussions }, index) => (
          <li key={id} data-role={role}>
            <div className={styles.tools}>
              <select
                value={role}
                aria-label={`Role of block ${index + 1}`}
                onChange={(event) => choose(id, version, event.target.value as BlockRole)}
              >
                {Object.entries(ROLE_LABELS).map(([name, label]) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </select>
              {index > 0 && across === null && (
                <Button look="quiet" className={styles.split ?? ''} onClick={() => split(index)}>
                  Split here<span className="visually-hidden">, before block {index + 1}</span>
                </Button>
              )}
              {across !== null && (
                <span className={styles.across} title={across}>
                  A mark runs over this place
                </span>
              )}
            </div>
            <div>
              <p dir="auto">
                <FormattedText text={text} formatting={formatting} />
              </p>
              <Discussions discussions={discussions} />
            </div>
          </li>
        ))}
      </ol>
      {unplaced.length > 0 && (
        <section className={styles.unplaced} aria-labelledby="unplaced">
          <h3 id="unplaced">Remarks of the file about words that are not in the text</h3>
          <Discussions discussions={unplaced} />
        </section>
      )}
      {after !== null && <Neighbour side="after" article={after} onJoin={() => join('after')} />}
    </>
  );
}

function Discussions({ discussions }: { readonly discussions: readonly Discussion[] }) {
  return discussions.map((discussion) => (
    <details key={discussion.id} className={styles.discussion}>
      <summary>
        <SpeechIcon size={14} /> <bdi>{discussion.messages[0]?.body}</bdi>
      </summary>
      <DiscussionThread discussion={discussion} />
    </details>
  ));
}

interface NeighbourProps {
  readonly side: 'before' | 'after';
  readonly article: NonNullable<OriginalView['before']>;
  readonly onJoin: () => void;
}

function Neighbour({ side, article: { id, headline }, onJoin }: NeighbourProps) {
  return (
    <p className={styles.neighbour}>
      <span>
        {side === 'before' ? 'Before it in the file: ' : 'After it in the file: '}
        <a href={`/articles/${id}/original`} dir="auto">
          {headline}
        </a>
      </span>
      <Button onClick={onJoin}>
        Join with the {side === 'before' ? 'one before' : 'one after'}
      </Button>
    </p>
  );
}

function useCuts({ articleId, version, revisionId, headline, before, after }: OriginalView) {
  const { run, say } = useDesk();
  const router = useRouter();
  const act = async (step: CommandStep, done: string): Promise<boolean> => {
    const outcome = await run(step);
    if (outcome.ok) say(done);
    router.refresh();
    return outcome.ok;
  };
  return {
    choose(id: string, seen: number, role: BlockRole) {
      void run({ name: 'setBlockRole', input: { id, version: seen, role } }).then(() =>
        router.refresh(),
      );
    },
    split(blockOrdinal: number) {
      if (blockOrdinal < 0) {
        say('Go to the block that the second article begins with, then split.');
        return;
      }
      const input = { id: articleId, version, revisionId, blockOrdinal, newId: newId() };
      void act({ name: 'splitArticle', input }, 'Split: the rest is an article of its own.');
    },
    join(side: 'before' | 'after') {
      const other = side === 'before' ? before : after;
      if (other === null) {
        say(`No article stands ${side} this one in its file.`);
        return;
      }
      const here = { id: articleId, version };
      const [first, second] = side === 'before' ? [other, here] : [here, other];
      const input = { id: first.id, version: first.version, withId: second.id, withVersion: second.version }; // prettier-ignore
      const name = side === 'before' ? headline : other.headline;
      void act({ name: 'joinArticles', input }, `Joined “${name}” to the article before it.`).then(
        (isDone) => {
          if (isDone && side === 'before') router.push(`/articles/${first.id}/original`);
        },
      );
    },
  };
}
