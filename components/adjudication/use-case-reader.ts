'use client';

import '../editor/reader.css';
import { useEffect, useMemo, useRef, useState, type RefCallback } from 'react';
import type { Card, LayerMark } from '@/corpus/adjudication/model';
import type { ReadingBlock } from '@/corpus/annotation/reading';
import type { PartSpan } from '@/corpus/annotation/model';
import { positionOf } from '@/corpus/document/positions';
import { useDesk, type Desk } from '../desk/desk-context';
import type { ReaderMark } from '../editor/mark-index';
import { Reader } from '../editor/reader';
import type { Draft } from './deciding';

interface CaseReaderInput {
  readonly headline: string;
  readonly text: string;
  readonly blocks: readonly ReadingBlock[];
  readonly cards: readonly Card[];
  readonly active: Card | null;
  readonly draft: Draft | null;
  /** A mark was clicked. */
  readonly onPick: (markId: string) => void;
}

const DRAFT = 'draft';

/** The article with one mark for each card, and all of the active one's: what stands, else what was marked. */
export function useCaseReader(input: CaseReaderInput): {
  readonly mount: RefCallback<HTMLElement>;
  readonly reader: Reader | null;
} {
  const { cards, active, draft, blocks } = input;
  const [root, mount] = useState<HTMLElement | null>(null);
  const [reader, setReader] = useState<Reader | null>(null);
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const desk = useDesk();
  const history = useRef(desk);
  useEffect(() => {
    history.current = desk;
  });
  const shown = useMemo(() => shownMarks(cards, active, draft), [cards, active, draft]);
  const drawn = useRef<readonly ReaderMark[]>([]);
  const revision = blocks[0]?.id ?? '';
  useEffect(() => {
    if (root === null) return;
    const { text, headline, blocks: laid } = latest.current;
    const made = new Reader(
      root,
      { blocks: laid, text, marks: [], label: `Article: ${headline}` },
      { onPick: (id) => latest.current.onPick(id), keys: historyKeys(() => history.current) },
    );
    drawn.current = [];
    setReader(made);
    return () => {
      made.destroy();
      setReader(null);
    };
  }, [root, revision]);
  useEffect(() => {
    if (reader === null) return;
    const now = new Set(shown.map(({ id }) => id));
    const gone = drawn.current.filter(({ id }) => !now.has(id)).map(({ id }) => id);
    reader.change(shown, gone);
    drawn.current = shown;
  }, [reader, shown]);
  const place = active?.start ?? null;
  useEffect(() => {
    if (reader !== null && place !== null) bringIntoView(reader, place);
  }, [reader, place]);
  return { mount, reader };
}

/** Undo and redo, which the view would keep for itself. */
function historyKeys(desk: () => Desk): Record<string, () => void> {
  const redo = () => void desk().redo();
  return { 'Mod-z': () => void desk().undo(), 'Mod-y': redo, 'Mod-Z': redo };
}

/** Scrolls no further than the words at an offset need, in the page or in the text's own frame. */
function bringIntoView({ view }: Reader, offset: number): void {
  const { node } = view.domAtPos(positionOf(offset));
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: 'nearest' });
}

function shownMarks(
  cards: readonly Card[],
  active: Card | null,
  draft: Draft | null,
): ReaderMark[] {
  // prettier-ignore
  const marks = cards.flatMap((card) => {
    if (card.id !== active?.id) return (card.result ?? card.members[0]) || [];
    return draft === null ? [...card.members, ...(card.result === null ? [] : [card.result])] : [];
  });
  const shown = marks.map(markOf);
  if (draft === null) return shown;
  const spans = draft.mark.spans as readonly PartSpan[];
  return [...shown, { id: DRAFT, kind: draft.mark.kind, spans, status: null, suggested: false }];
}

function markOf({ id, kind, spans }: LayerMark): ReaderMark {
  return { id, kind, spans, status: null, suggested: false };
}
