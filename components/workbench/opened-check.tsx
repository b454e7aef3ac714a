'use client';

import { useEffect, useRef } from 'react';
import type { PersonName, ReadingAnnotation } from '@/corpus/annotation/reading';
import { CheckPanel } from '../check/check-panel';
import type { Reader } from '../editor/reader';
import { UNDER_BARS } from '../editor/under-bars';
import styles from './workbench.module.css';

interface OpenedCheckProps {
  readonly annotation: ReadingAnnotation;
  readonly reader: Reader;
  readonly people: readonly PersonName[];
  readonly onClose: () => void;
}

/** The check of a mark beside its article, or over its foot, with the marked words in sight. */
export function OpenedCheck({ annotation, reader, people, onClose }: OpenedCheckProps) {
  const { id, check } = annotation;
  const panel = useRef<HTMLElement>(null);
  // The column is as narrow as it gets with the panel when this runs: the lines stand where they stay.
  useEffect(() => keepInSight(reader, id, panel.current), [reader, id]);
  if (check === null) return null;
  return (
    <aside className={styles.panel} aria-label="Check" data-testid="check-panel" ref={panel}>
      <CheckPanel
        key={id}
        checkId={check.id}
        people={people}
        onClose={onClose}
        showContext={false}
      />
    </aside>
  );
}

/** Scrolls where a mark begins above or below what the bars and the panel leave of the article. */
function keepInSight(reader: Reader, id: string, panel: HTMLElement | null): void {
  const mark = reader.index.get(id);
  const top = mark === undefined ? null : reader.topOf(mark);
  if (panel === null || top === null) return;
  const isOver = getComputedStyle(panel).position === 'fixed';
  const foot = isOver ? panel.getBoundingClientRect().top : innerHeight - UNDER_BARS.bottom;
  const line = parseFloat(getComputedStyle(reader.view.dom).lineHeight);
  if (top >= UNDER_BARS.top && top + line <= foot) return;
  // A third down, so that the words before and after it can be read too.
  window.scrollBy({ top: top - UNDER_BARS.top - (foot - UNDER_BARS.top) / 3 });
}
