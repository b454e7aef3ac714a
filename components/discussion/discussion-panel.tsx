import { useEffect, useRef } from 'react';
import type { Discussion } from '@/corpus/annotation/discussion';
import { Button } from '../ui/button';
import { CloseIcon } from '../ui/icons';
import styles from './discussion.module.css';
import { DiscussionThread } from './discussion-thread';

interface DiscussionPanelProps {
  readonly discussions: readonly Discussion[];
  readonly currentId: string | null;
  readonly onChoose: (discussion: Discussion) => void;
  readonly onClose: () => void;
}

/** All discussions of an article that came with its file; the current one is brought into sight. */
export function DiscussionPanel(props: DiscussionPanelProps) {
  const { discussions, currentId, onChoose, onClose } = props;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[data-current="true"]');
    current?.scrollIntoView({ block: 'nearest' });
    current?.focus({ preventScroll: true });
  }, [currentId]);
  const closeOnEscape = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
  };
  return (
    <div className={styles.panel} onKeyDown={closeOnEscape}>
      <header className={styles.head}>
        <h2 className={styles.title}>Discussions from the file</h2>
        <Button look="quiet" aria-label="Close the discussions" onClick={onClose}>
          <CloseIcon />
        </Button>
      </header>
      <ol ref={list} className={styles.list}>
        {discussions.map((discussion) => (
          <li
            key={discussion.id}
            tabIndex={-1}
            data-current={discussion.id === currentId}
            data-resolved={discussion.resolved}
          >
            {discussion.spans.length > 0 && (
              <Button
                look="quiet"
                className={styles.show ?? ''}
                onClick={() => onChoose(discussion)}
              >
                Show in the text
              </Button>
            )}
            <DiscussionThread discussion={discussion} />
          </li>
        ))}
      </ol>
    </div>
  );
}
