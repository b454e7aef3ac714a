'use client';

import Link from 'next/link';
import { useRef, type KeyboardEvent } from 'react';
import { noticeWords, type Notice } from '@/corpus/people/notices';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { LocalTime } from '../ui/local-time';
import styles from './notice.module.css';
import type { Notices } from './use-notices';

interface NoticeListProps {
  readonly notices: Notices;
  readonly onClose: () => void;
}

/** What the person was told, newest first; `j` and `k` or the arrows go through it, `u` marks. */
export function NoticeList({ notices, onClose }: NoticeListProps) {
  const { list, unread, problem, older, mark } = notices;
  const rows = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(rows.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const notice = list[at];
    if (step !== undefined) links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
    else if (event.key === 'u' && notice !== undefined) mark(notice.id, !notice.isRead);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open title="What you were told" onClose={onClose}>
      <div className={styles.list} onKeyDown={onKeyDown}>
        {problem !== null && <p role="alert">{problem}</p>}
        {list.length === 0 && problem === null && (
          <p>
            Nothing yet. You are told when something is assigned or handed over to you, when
            somebody mentions you with an @, when somebody outside answers your link, and when what
            you worked on is disputed, returned or reopened.
          </p>
        )}
        <ol ref={rows} className={styles.rows} aria-label="Notices">
          {list.map((notice) => (
            <Line key={notice.id} notice={notice} mark={mark} onClose={onClose} />
          ))}
        </ol>
        <div className={styles.foot}>
          {unread > 0 && <Button onClick={() => mark(null, true)}>Mark all as read</Button>}
          {older !== null && (
            <Button look="quiet" onClick={older}>
              Older
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}

interface LineProps {
  readonly notice: Notice;
  readonly mark: Notices['mark'];
  readonly onClose: () => void;
}

function Line({ notice, mark, onClose }: LineProps) {
  const { id, kind, from, at, articleId, headline, annotation, count, isRead } = notice;
  const query = annotation === null ? '' : `?annotation=${annotation.id}`;
  const open = () => {
    if (!isRead) mark(id, true);
    onClose();
  };
  return (
    <li className={styles.row} data-read={isRead}>
      <Link
        prefetch={false}
        href={`/articles/${articleId}${query}`}
        className={styles.link}
        onClick={open}
      >
        <span>
          {!isRead && <span className={styles.dot}>Unread: </span>}
          <bdi>{from.name}</bdi> {noticeWords(kind, count)}
        </span>
        {annotation !== null && annotation.words !== '' && (
          <span className={styles.words} dir="auto">
            “{annotation.words}”
          </span>
        )}
        <span className={styles.soft} dir="auto">
          {headline} · <LocalTime at={at} />
        </span>
      </Link>
      <Button look="quiet" onClick={() => mark(id, !isRead)}>
        {isRead ? 'Mark as unread' : 'Mark as read'}
      </Button>
    </li>
  );
}
