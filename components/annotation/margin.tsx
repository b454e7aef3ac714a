'use client';

import { useLayoutEffect, useRef, useState } from 'react';
import { contentOf } from '@/corpus/annotation/model';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import type { Reader } from '../editor/reader';
import styles from './annotation.module.css';
import { AnnotationCard } from './card';

/** The height of a card with the gap below it, in pixels: fixed, so that placing needs no measuring. */
const CARD_STEP = 62;

interface MarginProps {
  readonly reader: Reader;
  /** The annotations in the blocks in view, in the order of the text. */
  readonly annotations: readonly ReadingAnnotation[];
  readonly activeId: string | null;
  readonly hoveredId: string | null;
  /** Grows whenever lines may have moved. */
  readonly layoutVersion: number;
  readonly onOpen: (id: string) => void;
  readonly onHover: (id: string | null) => void;
}

/** Cards beside their lines, pushed apart where they would overlap; the active one stays put. */
export function Margin(props: MarginProps) {
  const { reader, annotations, activeId, hoveredId, layoutVersion, onOpen, onHover } = props;
  const column = useRef<HTMLDivElement>(null);
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const origin = column.current?.getBoundingClientRect().top;
    if (origin === undefined) return;
    const wanted = annotations.flatMap(({ id }) => {
      const mark = reader.index.get(id);
      const top = mark === undefined ? null : reader.topOf(mark);
      return top === null ? [] : [{ id, top: top - origin }];
    });
    setTops(spread(wanted, activeId));
  }, [reader, annotations, activeId, layoutVersion]);
  return (
    <div className={styles.margin} ref={column} role="list" aria-label="Marks in view">
      {annotations.map((annotation) => {
        const { id } = annotation;
        const top = tops.get(id);
        const shown = top === undefined ? { visibility: 'hidden' as const } : { top };
        return (
          <div key={id} role="listitem" className={styles.slot} style={shown}>
            <AnnotationCard
              annotation={annotation}
              words={wordsOf(reader.text, annotation)}
              active={id === activeId}
              hovered={id === hoveredId}
              onOpen={() => onOpen(id)}
              onHover={(over) => onHover(over ? id : null)}
            />
          </div>
        );
      })}
    </div>
  );
}

/** The words of an annotation's content, its pieces joined. */
export function wordsOf(text: string, annotation: ReadingAnnotation): string {
  return contentOf(annotation.spans)
    .map((piece) => text.slice(piece.start, piece.end))
    .join(' … ');
}

/** Places cards no closer than CARD_STEP, the active one exactly at its line. */
function spread(
  wanted: readonly { readonly id: string; readonly top: number }[],
  activeId: string | null,
): ReadonlyMap<string, number> {
  const tops = new Map<string, number>();
  const anchor = Math.max(
    0,
    wanted.findIndex(({ id }) => id === activeId),
  );
  let last = -Infinity;
  for (const { id, top } of wanted.slice(anchor)) {
    last = Math.max(top, last + CARD_STEP);
    tops.set(id, last);
  }
  let next = wanted[anchor]?.top ?? 0;
  for (const { id, top } of wanted.slice(0, anchor).toReversed()) {
    next = Math.min(top, next - CARD_STEP);
    tops.set(id, next);
  }
  return tops;
}
