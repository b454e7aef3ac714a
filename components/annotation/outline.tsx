'use client';

import { useState } from 'react';
import { KINDS } from '@/corpus/annotation/model';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { STATUSES } from '@/corpus/verification/model';
import { KIND_LABELS, STATUS_LABELS } from '@/corpus/vocabulary';
import { counted, figure } from '@/corpus/wording/numbers';
import { SelectField } from '../ui/field';
import { Tag } from '../ui/tag';
import styles from './annotation.module.css';
import type { AnnotationFilter } from './filter';
import { StatusTag } from './status-tag';

interface OutlineProps {
  readonly annotations: readonly ReadingAnnotation[];
  /** How many of each kind there are, whatever the filter. */
  readonly counts: Readonly<Record<string, number>>;
  readonly layers: readonly string[];
  readonly filter: AnnotationFilter;
  readonly activeId: string | null;
  readonly wordsOf: (annotation: ReadingAnnotation) => string;
  readonly onFilter: (filter: AnnotationFilter) => void;
  readonly onChoose: (id: string) => void;
}

const STATUS_OPTIONS = { all: 'Every status', open: 'Open', ...STATUS_LABELS };

/** All annotations of the article as a list, with counts and filters. */
export function Outline(props: OutlineProps) {
  const { annotations, counts, layers, filter, activeId, onFilter } = props;
  const toggle = (kind: (typeof KINDS)[number]) => {
    const kinds = filter.kinds.includes(kind)
      ? filter.kinds.filter((known) => known !== kind)
      : [...filter.kinds, kind];
    onFilter({ ...filter, kinds });
  };
  return (
    <section className={styles.outline} aria-label="Outline of the marks">
      <h2 className={styles.outlineTitle}>{counted(annotations.length, 'mark')}</h2>
      <div className={styles.kinds} role="group" aria-label="Kinds shown">
        {KINDS.map((kind) => (
          <label key={kind} className={styles.kindToggle}>
            <input
              type="checkbox"
              checked={filter.kinds.includes(kind)}
              onChange={() => toggle(kind)}
            />
            <Tag kind={kind}>
              {KIND_LABELS[kind]} {figure(counts[kind] ?? 0)}
            </Tag>
          </label>
        ))}
      </div>
      <SelectField
        label="Status"
        value={filter.status}
        options={STATUS_OPTIONS}
        onChoose={(status) => onFilter({ ...filter, status: status ?? 'all' })}
      />
      {layers.length > 1 && (
        <SelectField
          label="Layer"
          value={filter.layer}
          options={{ all: 'Every layer', ...Object.fromEntries(layers.map((l) => [l, l])) }}
          onChoose={(layer) => onFilter({ ...filter, layer: layer ?? 'all' })}
        />
      )}
      {annotations.length === 0 ? (
        <p className={styles.none}>
          {STATUSES.length > 0 && Object.keys(counts).length > 0
            ? 'No mark passes the filter.'
            : 'Nothing is marked yet. Select some words and press c, q or a.'}
        </p>
      ) : (
        <OutlineList {...props} activeId={activeId} />
      )}
    </section>
  );
}

/** A row's height in pixels: alike for all, so that rows out of sight need not be drawn. */
const ROW = 56;
const SPARE_ROWS = 10;

/** Draws the rows in sight and a few around: an article can have tens of thousands. */
function OutlineList({ annotations, activeId, wordsOf, onChoose }: OutlineProps) {
  const [range, setRange] = useState({ from: 0, to: 40 });
  const look = (list: HTMLElement): void => {
    const from = Math.max(0, Math.floor(list.scrollTop / ROW) - SPARE_ROWS);
    const to = Math.ceil((list.scrollTop + list.clientHeight) / ROW) + SPARE_ROWS;
    if (from !== range.from || to !== range.to) setRange({ from, to });
  };
  return (
    <div
      className={styles.outlineList}
      tabIndex={0}
      role="region"
      aria-label="Marks"
      onScroll={(event) => look(event.currentTarget)}
    >
      <ul style={{ height: annotations.length * ROW, position: 'relative' }}>
        {annotations.slice(range.from, range.to).map((annotation, index) => (
          <li
            key={annotation.id}
            className={styles.outlineItem}
            style={{ top: (range.from + index) * ROW }}
          >
            <button
              type="button"
              data-kind={annotation.kind}
              aria-current={annotation.id === activeId ? 'true' : undefined}
              onClick={() => onChoose(annotation.id)}
            >
              <span className={styles.outlineWords} dir="auto">
                {wordsOf(annotation) || 'The words are gone from this revision'}
              </span>
              <span className={styles.cardLine}>
                <span className={styles.small}>{KIND_LABELS[annotation.kind]}</span>
                <StatusTag status={annotation.check?.status ?? 'unchecked'} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
