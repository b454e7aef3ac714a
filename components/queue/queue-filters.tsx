'use client';

import { useEffect, useState } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import { STATUSES } from '@/corpus/verification/model';
import { COUNT_LIMIT, type QueueCounts, type QueueFilter } from '@/corpus/verification/queue';
import { FLAG_LABELS, KIND_LABELS, STATUS_LABELS, TYPE_LABELS } from '@/corpus/vocabulary';
import { figure } from '@/corpus/wording/numbers';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { withField } from './queue-address';
import styles from './queue.module.css';

interface QueueFiltersProps {
  readonly filter: QueueFilter;
  readonly counts: QueueCounts | null;
  readonly people: readonly PersonName[];
  readonly me: PersonName;
  readonly collections: readonly { readonly id: string; readonly name: string }[];
  /** The headline of the article that the queue is narrowed to. */
  readonly articleHeadline: string | null;
  readonly onFilter: (filter: QueueFilter) => void;
}

const TABS = ['open', ...STATUSES, 'all'] as const;
const TAB_LABELS = { ...STATUS_LABELS, open: 'Open', all: 'All' };
const DUE_LABELS = { overdue: 'Overdue', today: 'Today', week: 'Within a week', none: 'No date' };
const SORT_LABELS = { risk: 'Risk', due: 'Due date', age: 'Age, oldest first' };
const TYPING_MS = 250;

function upToLimit(count: number | undefined): string {
  if (count === undefined) return '';
  return count >= COUNT_LIMIT ? `${figure(COUNT_LIMIT)}+` : figure(count);
}

/** What the queue shows, and in which order. */
export function QueueFilters(props: QueueFiltersProps) {
  const { filter, counts, people, me, collections, articleHeadline, onFilter } = props;
  const others = people.filter(({ id }) => id !== me.id).map(({ id, name }) => [id, name] as const);
  const assignees: Record<string, string> = {
    me: 'Me',
    none: 'Nobody',
    ...Object.fromEntries(others),
  };
  return (
    <div className={styles.filters}>
      <div className={styles.tabs} role="group" aria-label="Status">
        {TABS.map((status) => (
          <button
            key={status}
            type="button"
            aria-pressed={filter.status === status}
            onClick={() => onFilter({ ...filter, status })}
          >
            {TAB_LABELS[status]} <span className={styles.count}>{upToLimit(counts?.[status])}</span>
          </button>
        ))}
      </div>
      <div className={styles.fields}>
        <WordsField filter={filter} onFilter={onFilter} />
        <SelectField
          label="Kind"
          none="Any"
          value={filter.kind ?? ''}
          options={KIND_LABELS}
          onChoose={(kind) => onFilter(withField(filter, 'kind', kind))}
        />
        <SelectField
          label="Type"
          none="Any"
          value={filter.type ?? ''}
          options={TYPE_LABELS}
          onChoose={(type) => onFilter(withField(filter, 'type', type))}
        />
        <SelectField
          label="Flag"
          none="Any"
          value={filter.flag ?? ''}
          options={FLAG_LABELS}
          onChoose={(flag) => onFilter(withField(filter, 'flag', flag))}
        />
        <SelectField
          label="Assignee"
          none="Anybody"
          value={filter.assignee === me.id ? 'me' : (filter.assignee ?? '')}
          options={assignees}
          onChoose={(assignee) => onFilter(withField(filter, 'assignee', assignee))}
        />
        <SelectField
          label="Due"
          none="Any time"
          value={filter.due ?? ''}
          options={DUE_LABELS}
          onChoose={(due) => onFilter(withField(filter, 'due', due))}
        />
        <SelectField
          label="Collection"
          none="All"
          value={filter.collectionId ?? ''}
          options={Object.fromEntries(collections.map(({ id, name }) => [id, name]))}
          onChoose={(id) => onFilter(withField(filter, 'collectionId', id))}
        />
        <SelectField
          label="Order"
          value={filter.sort}
          options={SORT_LABELS}
          onChoose={(sort) => onFilter({ ...filter, sort: sort ?? 'risk' })}
        />
      </div>
      {(filter.toSign ?? filter.toJudge) !== undefined && (
        <div>
          <Button
            onClick={() => onFilter(withField(withField(filter, 'toSign', null), 'toJudge', null))}
          >
            Only: {filter.toSign === undefined ? 'what I may judge' : 'what I may sign'} ✕
          </Button>
        </div>
      )}
      {articleHeadline !== null && filter.articleId !== undefined && (
        <div>
          <Button onClick={() => onFilter(withField(filter, 'articleId', null))}>
            Only: {articleHeadline} ✕
          </Button>
        </div>
      )}
    </div>
  );
}

/** Filters after a pause in typing; the same words do not filter twice. */
function WordsField({
  filter,
  onFilter,
}: {
  filter: QueueFilter;
  onFilter: (filter: QueueFilter) => void;
}) {
  const [words, setWords] = useState(filter.text ?? '');
  useEffect(() => {
    const wanted = words.trim().length >= 3 ? words.trim() : '';
    if (wanted === (filter.text ?? '')) return;
    const timer = setTimeout(() => onFilter(withField(filter, 'text', wanted)), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, filter, onFilter]);
  const short = words.trim().length > 0 && words.trim().length < 3;
  return (
    <TextField
      label="Words"
      type="search"
      data-queue-words=""
      value={words}
      onChange={(event) => setWords(event.target.value)}
      {...(short ? { hint: 'At least three characters' } : {})}
    />
  );
}
