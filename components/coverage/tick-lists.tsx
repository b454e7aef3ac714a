'use client';

import Link from 'next/link';
import { useEffect, useState } from 'react';
import type { TickedChecklist } from '@/corpus/coverage/checklist';
import { newId, type CommandOutcome } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { LocalTime } from '../ui/local-time';
import styles from './coverage.module.css';

interface TickListsProps {
  readonly articleId: string;
  readonly revisionId: string;
  readonly collectionId: string;
  readonly checklists: readonly TickedChecklist[];
  readonly mayTick: boolean;
  readonly mayWrite: boolean;
}

/** The desk's checklists, ticked for this revision. */
export function TickLists(props: TickListsProps) {
  const { articleId, revisionId, collectionId, checklists, mayTick, mayWrite } = props;
  const { run } = useDesk();
  const tick = (checklistId: string, itemId: string, ticked: boolean) => {
    const input = { id: newId(), articleId, revisionId, checklistId, itemId, ticked };
    return run({ name: 'tickItem', input });
  };
  return (
    <section className={styles.section} id="checklists" aria-labelledby="checklists-title">
      <h2 id="checklists-title">Checklists</h2>
      {checklists.length === 0 && (
        <p className={styles.quiet}>This collection has no checklist.</p>
      )}
      {checklists.map(({ id, name, required, items }) => (
        <fieldset key={id} className={styles.section}>
          <legend>
            <strong dir="auto">{name}</strong>{' '}
            <span className={styles.quiet}>{required ? 'asked for at sign-off' : 'not asked for at sign-off'}</span>
          </legend>
          {items.map((item) => (
            <TickLine
              key={item.id}
              item={item}
              mayTick={mayTick}
              onTick={(ticked) => tick(id, item.id, ticked)}
            />
          ))}
        </fieldset>
      ))}
      {mayWrite && (
        <p className={styles.quiet}>
          <Link prefetch={false} href={`/desk/checklists?collection=${collectionId}`}>
            Write the checklists of this collection
          </Link>
        </p>
      )}
    </section>
  );
} // prettier-ignore

interface TickLineProps {
  readonly item: TickedChecklist['items'][number];
  readonly mayTick: boolean;
  readonly onTick: (ticked: boolean) => Promise<CommandOutcome>;
}

/** A line that shows its tick at once, and takes it back where the desk refuses it. */
function TickLine({ item, mayTick, onTick }: TickLineProps) {
  const isTicked = item.tick !== null;
  const [shown, setShown] = useState(isTicked);
  useEffect(() => setShown(isTicked), [isTicked]);
  const change = async (ticked: boolean) => {
    setShown(ticked);
    const outcome = await onTick(ticked);
    if (!outcome.ok) setShown(isTicked);
  };
  return (
    <label className={styles.tick}>
      <input
        type="checkbox"
        data-line
        checked={shown}
        disabled={!mayTick}
        onChange={(event) => void change(event.target.checked)}
      />
      <span dir="auto">{item.words}</span>
      <TickedBy item={item} />
    </label>
  );
}

function TickedBy({ item: { tick, before } }: { item: TickedChecklist['items'][number] }) {
  const shown = tick ?? before;
  if (shown === null) return null;
  return (
    <span className={styles.quiet}>
      {tick === null && `on revision ${shown.revision}: `}
      <bdi>{shown.person}</bdi>, <LocalTime at={shown.at} />
    </span>
  );
}
