'use client';

import '../editor/reader.css';
import { useEffect, useRef, useState, type RefCallback } from 'react';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { BLOCK_SEPARATOR } from '@/corpus/document/text';
import type { Span } from '@/corpus/spans/span';
import { passesFilter, type AnnotationFilter } from '../annotation/filter';
import type { ReaderMark } from '../editor/mark-index';
import { Reader } from '../editor/reader';
import type { ArticleStore } from './article-store';

interface UseReaderInput {
  readonly store: ArticleStore;
  readonly filter: AnnotationFilter;
  readonly activeId: string | null;
  readonly hoveredId: string | null;
  /** Filled by the page; read at every key. */
  readonly keys: Record<string, () => void | Promise<void>>;
  readonly onPick: (id: string) => void;
  readonly onHover: (id: string | null) => void;
}

interface MountedReader {
  readonly mount: RefCallback<HTMLElement>;
  readonly reader: Reader | null;
  readonly selection: Span;
  /** Grows whenever blocks came into view or lines moved. */
  readonly layoutVersion: number;
}

function markOf({ id, kind, spans, check, origin }: ReadingAnnotation): ReaderMark {
  const suggested = origin === 'suggestion';
  return { id, kind, spans, status: check?.status ?? null, suggested };
}

/** Keeps one Reader for one store: it is made once, and told of changes, never made again. */
export function useReader(input: UseReaderInput): MountedReader {
  const { store, filter, activeId, hoveredId } = input;
  const [reader, setReader] = useState<Reader | null>(null);
  const [selection, setSelection] = useState<Span>({ start: 0, end: 0 });
  const [layoutVersion, setLayoutVersion] = useState(0);
  const [root, mount] = useState<HTMLElement | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });

  useEffect(() => {
    if (root === null) return;
    const { article, blocks } = store.reading;
    const marks = store.list().filter(({ spans }) => spans.length > 0);
    const moved = () => setLayoutVersion((n) => n + 1);
    const made = new Reader(
      root,
      {
        blocks,
        text: blocks.map((block) => block.text).join(BLOCK_SEPARATOR),
        marks: marks.map(markOf),
        label: `Article: ${article.headline}`,
      },
      {
        onSelect: setSelection,
        onHover: (id) => latest.current.onHover(id),
        onPick: (id) => latest.current.onPick(id),
        onView: moved,
        keys: latest.current.keys,
      },
    );
    const stop = store.onChange(({ put, removed }) => {
      const placed = put.filter(({ spans }) => spans.length > 0).map(markOf);
      made.change(placed, removed);
    });
    const resized = new ResizeObserver(moved);
    resized.observe(root);
    made.view.dom.focus({ preventScroll: true });
    setReader(made);
    return () => {
      stop();
      resized.disconnect();
      made.destroy();
      setReader(null);
    };
  }, [root, store]);

  useEffect(() => reader?.setActive(activeId), [reader, activeId]);
  useEffect(() => reader?.setHovered(hoveredId), [reader, hoveredId]);
  useEffect(() => {
    reader?.setFilter(({ id }) => {
      const annotation = store.get(id);
      return annotation !== undefined && passesFilter(filter, annotation);
    });
  }, [reader, store, filter]);
  return { mount, reader, selection, layoutVersion };
}
