import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import type { Discussion } from '@/corpus/annotation/discussion';
import type { CommandStep } from '@/corpus/commands/requests';
import type { OriginalView } from '@/corpus/ingest/original';
import type { BlockRole } from '@/corpus/document/block';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { DiscussionThread } from '../discussion/discussion-thread';
import { Button } from '../ui/button';
import { SpeechIcon } from '../ui/icons';
import { BlockRow } from './block-row';
import styles from './original.module.css';
import { useBlockKeys } from './use-block-keys';

/** The blocks of an article: roles, where it is split, and what it is joined with. */
export function BlockList({ view }: { readonly view: OriginalView }) {
  const { blocks, before, after, unplaced } = view;
  const list = useRef<HTMLOListElement>(null);
  const { choose, split, join } = useCuts(view);
  useBlockKeys(list, { split, join });
  return (
    <>
      {before !== null && (
        <Neighbour side="before" article={before} onJoin={() => join('before')} />
      )}
      <ol className={`${styles.blocks} ${styles.scrolled}`} ref={list}>
        {blocks.map((block, index) => (
          <BlockRow
            key={block.id}
            index={index}
            block={block}
            across={block.across}
            onRole={(_, role) => choose(block.id, block.version, role)}
            onSplit={index > 0 ? split : undefined}
          >
            <Discussions discussions={block.discussions} />
          </BlockRow>
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
