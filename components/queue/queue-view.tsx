'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import type { CommandStep } from '@/corpus/commands/requests';
import { FINDINGS } from '@/corpus/verification/model';
import type { QueueFilter, QueueItem, QueuePage, SavedView } from '@/corpus/verification/queue';
import { FINDING_LABELS } from '@/corpus/vocabulary';
import { figure } from '@/corpus/wording/numbers';
import { CheckPanel } from '../check/check-panel';
import { useDesk } from '../desk/desk-context';
import { useShortcuts, type Shortcut } from '../desk/shortcuts';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/tag';
import { useKeptFocus } from '../ui/use-kept-focus';
import { AssignDialog } from './assign-dialog';
import { assignSteps, findingSteps, statusSteps } from './queue-actions';
import { addressOf, readQueueFilter } from './queue-address';
import { QueueFilters } from './queue-filters';
import { QueueRow } from './queue-row';
import styles from './queue.module.css';
import { SavedViews } from './saved-views';
import { StatusMenu } from './status-menu';
import { MOST_SELECTED, useQueue } from './use-queue';
import { VIEWS, WorkViews } from './work-views';

interface QueueViewProps {
  readonly initialFilter: QueueFilter;
  readonly firstPage: QueuePage;
  readonly views: readonly SavedView[];
  readonly people: readonly PersonName[];
  readonly collections: readonly { readonly id: string; readonly name: string }[];
  readonly articleHeadline: string | null;
}

/** All checks to do, over all articles: a list to work down, and the open one beside it. */
export function QueueView(props: QueueViewProps) {
  const [filter, setFilterState] = useState(props.initialFilter);
  const queue = useQueue(filter, props.firstPage);
  const { run, me, say } = useDesk();
  const router = useRouter();
  // What the router shows on the way back is older than the address, which a change of the filter changes in place.
  useEffect(() => {
    const asked = readQueueFilter(new URLSearchParams(location.search));
    setFilterState((now) => (addressOf(asked) === addressOf(now) ? now : asked));
  }, []);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [choosingStatus, setChoosingStatus] = useState(false);
  const { items } = queue;
  const [assigning, setAssigning] = useState(false);
  const now = useMemo(() => new Date(), [items]); // eslint-disable-line react-hooks/exhaustive-deps

  const [cleared, setCleared] = useState(0);
  const setFilter = useCallback((next: QueueFilter) => {
    setFilterState(next);
    setSelected(new Set());
    window.history.replaceState(null, '', `/queue?${addressOf(next)}`);
  }, []);

  // Where the current item has left the list, the one that took its place is current.
  const [lastIndex, setLastIndex] = useState(0);
  const index = items.findIndex(({ id }) => id === currentId);
  const current = items[index >= 0 ? index : Math.min(lastIndex, items.length - 1)];
  useEffect(() => {
    if (index >= 0) setLastIndex(index);
  }, [index]);

  const list = useRef<HTMLDivElement>(null);
  /** Where the focus goes when what had it is gone: the current item, in an empty list the tab of its status. */
  const home = useCallback((): HTMLElement | null | undefined => {
    const find = (selector: string) => list.current?.querySelector<HTMLElement>(selector);
    return find('[aria-current="true"]') ?? find('[aria-pressed="true"]');
  }, []);
  useKeptFocus(list, home);

  const focus = (item: QueueItem | undefined) => {
    if (item === undefined) return;
    setCurrentId(item.id);
    document.getElementById(`check-${item.id}`)?.focus();
    if (openId !== null) setOpenId(item.id);
  };
  const move = (by: number) => {
    const at = current === undefined ? -1 : items.indexOf(current);
    focus(items[Math.min(Math.max(at + by, 0), items.length - 1)]);
    if (at + by >= items.length - 3 && queue.more) queue.loadMore();
  };
  const chosen = useMemo(() => {
    const marked = items.filter(({ id }) => selected.has(id));
    return marked.length > 0 ? marked : current === undefined ? [] : [current];
  }, [items, selected, current]);
  const act = async (steps: CommandStep[]) => {
    if (steps.length === 0) return;
    const outcome = await run(...steps);
    if (outcome.ok && steps.length > 1)
      say(`Done for ${figure(steps.length)} items. One undo takes it back.`);
    setSelected(new Set());
    setActed((count) => count + 1);
  };
  const [acted, setActed] = useState(0);
  // A dialog gives the focus back to what opened it, which may be gone by then.
  useEffect(() => {
    if (acted > 0 && document.activeElement === document.body) home()?.focus();
  }, [acted, home]);
  const toggle = useCallback((id: string) => {
    setSelected((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const selectEverything = async () => {
    const all = await queue.loadAll();
    setSelected(new Set(all.map(({ id }) => id)));
    if (all.length >= MOST_SELECTED) say(`The first ${figure(MOST_SELECTED)} are selected.`); // prettier-ignore
  };
  const open = useCallback((id: string) => {
    setCurrentId(id);
    setOpenId(id);
  }, []);

  const isFiltered = addressOf({ ...filter, status: 'open', sort: 'risk' }) !== '';
  const clearFilters = () => {
    setFilter({ status: filter.status, sort: filter.sort });
    // The fields begin anew, with the words that are being typed.
    setCleared((count) => count + 1);
  };

  const entry = (keys: string, name: string, go: () => void): Shortcut => ({
    keys,
    name,
    group: 'Queue',
    run: go,
  });
  useShortcuts([
    entry('j', 'Next', () => move(1)),
    entry('k', 'Previous', () => move(-1)),
    entry('ArrowDown', 'Next (arrow)', () => move(1)),
    entry('ArrowUp', 'Previous (arrow)', () => move(-1)),
    entry('o', 'Open the check', () => current && open(current.id)),
    entry('e', 'Open in the article', () => {
      if (current) router.push(`/articles/${current.articleId}?annotation=${current.annotationId}`);
    }),
    entry('x', 'Select', () => current && toggle(current.id)),
    entry('Shift+X', 'Select all shown', () => setSelected(new Set(items.map(({ id }) => id)))),
    entry('Shift+E', 'Select everything in this view', () => void selectEverything()),
    ...VIEWS.map(({ keys, name, query }) =>
      entry(keys, `View: ${name.toLowerCase()}`, () => location.assign(`/queue?${query}`)),
    ),
    entry('a', 'Assign', () => setAssigning(chosen.length > 0)),
    entry('w', 'Who has how much', () => setAssigning(true)),
    entry('m', 'Assign to me', () => void act(assignSteps(chosen, me.id))),
    entry('u', 'Free from its assignee', () => void act(assignSteps(chosen, null))),
    entry('s', 'Set the status', () => setChoosingStatus(chosen.length > 0)),
    ...FINDINGS.map((finding, at) =>
      entry(String(at + 1), `Finding: ${FINDING_LABELS[finding].toLowerCase()}`, () => {
        void act(findingSteps(chosen, finding));
      }),
    ),
    entry('/', 'Filter by words', () => {
      document.querySelector<HTMLElement>('[data-queue-words]')?.focus();
    }),
    entry('Escape', 'Close, or let go of the selection', () => {
      if (openId !== null) setOpenId(null);
      else setSelected(new Set());
      focus(current);
    }),
  ]);

  return (
    <div className={styles.page} data-open={openId !== null}>
      <div className={styles.list} ref={list}>
        <h1 className={styles.title}>Queue</h1>
        <WorkViews address={addressOf(filter)} />
        <SavedViews views={props.views} address={addressOf(filter)} />
        <QueueFilters
          key={cleared}
          filter={filter}
          counts={queue.counts}
          people={props.people}
          me={me}
          collections={props.collections}
          articleHeadline={props.articleHeadline}
          onFilter={setFilter}
        />
        {selected.size > 0 && (
          <div className={styles.bulk} role="toolbar" aria-label="For the selected items">
            <span>{figure(selected.size)} selected</span>
            <Button onClick={() => setChoosingStatus(true)}>Set status</Button>
            <Button onClick={() => setAssigning(true)}>Assign</Button>
            <Button onClick={() => void act(assignSteps(chosen, me.id))}>Assign to me</Button>
            {queue.more && (
              <Button look="quiet" onClick={() => void selectEverything()}>
                Everything in this view
              </Button>
            )}
            <Button look="quiet" onClick={() => setSelected(new Set())}>
              Let go
            </Button>
          </div>
        )}
        {queue.problem !== null && (
          <p role="alert">
            {queue.problem} <Button onClick={queue.refresh}>Try again</Button>
          </p>
        )}
        {items.length === 0 && queue.problem === null && (
          <EmptyState>
            <p>Nothing to check here.</p>
            <p>Another status or fewer filters may show more.</p>
            {isFiltered && <Button onClick={clearFilters}>Clear the filters</Button>}
          </EmptyState>
        )}
        <ul className={styles.rows} aria-label="Checks" data-testid="queue">
          {items.map((item) => (
            <QueueRow
              key={item.id}
              item={item}
              current={item === current}
              selected={selected.has(item.id)}
              now={now}
              onFocus={setCurrentId}
              onOpen={open}
              onSelect={toggle}
            />
          ))}
        </ul>
        {queue.more && <Button onClick={queue.loadMore}>Show more</Button>}
      </div>
      {openId !== null && (
        <aside className={styles.detail} aria-label="Check" data-testid="check-panel">
          <CheckPanel
            key={openId}
            checkId={openId}
            people={props.people}
            onClose={() => {
              setOpenId(null);
              focus(current);
            }}
          />
        </aside>
      )}
      {assigning && (
        <AssignDialog
          items={chosen}
          onClose={() => setAssigning(false)}
          onAssign={(personId) => {
            setAssigning(false);
            void act(assignSteps(chosen, personId));
          }}
        />
      )}
      {choosingStatus && (
        <StatusMenu
          items={chosen}
          onClose={() => setChoosingStatus(false)}
          onStep={(status, reason) => {
            setChoosingStatus(false);
            void act(statusSteps(chosen, status, reason));
          }}
        />
      )}
    </div>
  );
}
