'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { SavedView } from '@/corpus/verification/queue';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button, buttonClass } from '../ui/button';
import { TextField } from '../ui/field';
import { useKeptFocus } from '../ui/use-kept-focus';
import styles from './queue.module.css';

interface SavedViewsProps {
  readonly views: readonly SavedView[];
  /** The query string that a new view keeps. */
  readonly address: string;
}

/** Filters that somebody gave a name. */
export function SavedViews({ views, address }: SavedViewsProps) {
  const { run } = useDesk();
  const router = useRouter();
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, () => root.current?.querySelector<HTMLElement>('[data-home]'));
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const input = { id: newId(), name: name.trim(), query: address };
    const outcome = await run({ name: 'saveView', input });
    if (!outcome.ok) return;
    setNaming(false);
    setName('');
    router.refresh();
  };
  const remove = async ({ id, version }: SavedView) => {
    await run({ name: 'removeView', input: { id, version } });
    router.refresh();
  };
  return (
    <div className={styles.views} ref={root}>
      {views.map((view) => (
        <span key={view.id} className={styles.view}>
          {/* A full load: the address is the whole state of the view. */}
          <a className={buttonClass('quiet')} href={`/queue?${view.query}`}>
            {view.name}
          </a>
          <Button
            look="quiet"
            aria-label={`Forget the view ${view.name}`}
            onClick={() => void remove(view)}
          >
            ✕
          </Button>
        </span>
      ))}
      {naming ? (
        <form className={styles.viewForm} onSubmit={(event) => void save(event)}>
          <TextField
            label="Name of the view"
            required
            autoFocus
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" look="primary">
            Save
          </Button>
          <Button onClick={() => setNaming(false)}>Cancel</Button>
        </form>
      ) : (
        <Button look="quiet" data-home="" onClick={() => setNaming(true)}>
          Save this view
        </Button>
      )}
    </div>
  );
}
