import '../editor/reader.css';
import { Fragment, type ReactNode } from 'react';
import type { MarkedText, Run } from '@/corpus/anchoring/comparison';
import { segmentsOf, type Segment } from '@/corpus/spans/segments';
import { spansOverlap } from '@/corpus/spans/span';
import { KIND_LABELS } from '@/corpus/vocabulary';
import { FormattedText } from '../article/formatted-text';
import styles from './compare.module.css';

/** So many lines are drawn under words that several marks cover, as in the reader. */
const LANES = 3;

/** What is marked in one block, cut where marks begin and end. */
export function segmentsIn(text: MarkedText, index: number): readonly Segment[] {
  const block = text.blocks[index]!;
  const pieces = text.marks
    .filter((mark) => spansOverlap(mark, block))
    .map((mark) => ({
      ...mark,
      part: 'content' as const,
      start: Math.max(mark.start, block.start),
      end: Math.min(mark.end, block.end),
    }));
  return segmentsOf(pieces);
}

interface RunTextProps {
  readonly run: Run;
  /** What is marked in the text that the run comes from. */
  readonly segments: readonly Segment[];
  /** How the block is formatted that the run stands in. */
  readonly block: MarkedText['blocks'][number];
}

/** A run of words with its marks; inserted and deleted words are said to be so. */
export function RunText({ run, segments, block }: RunTextProps) {
  const words = cut(run, segments).map(({ start, text, segment }) => {
    const inside = (
      <FormattedText text={text} start={start - block.start} formatting={block.formatting} />
    );
    if (segment === null) return <Fragment key={start}>{inside}</Fragment>;
    return (
      <Mark key={start} segment={segment}>
        {inside}
      </Mark>
    );
  });
  if (run.kind === 'removed') return <del className={styles.removed}>{words}</del>;
  if (run.kind === 'added') return <ins className={styles.added}>{words}</ins>;
  return words;
}

function Mark({ children, segment }: { readonly children: ReactNode; readonly segment: Segment }) {
  const classes = segment.pieces.flatMap(({ piece: { kind }, lane }) => [
    `tint-${kind}`,
    `lane${Math.min(lane, LANES - 1)}-${kind}`,
  ]);
  const kinds = new Set(segment.pieces.map(({ piece }) => KIND_LABELS[piece.kind]));
  return (
    <mark className={['mark', ...new Set(classes)].join(' ')} title={[...kinds].join(', ')}>
      {children}
    </mark>
  );
}

interface Cut {
  readonly start: number;
  readonly text: string;
  readonly segment: Segment | null;
}

function cut(run: Run, segments: readonly Segment[]): readonly Cut[] {
  const cuts: Cut[] = [];
  const end = run.start + run.text.length;
  let at = run.start;
  const take = (to: number, segment: Segment | null) => {
    if (to <= at) return;
    cuts.push({ start: at, text: run.text.slice(at - run.start, to - run.start), segment });
    at = to;
  };
  for (const segment of segments) {
    if (segment.end <= at || segment.start >= end) continue;
    take(segment.start, null);
    take(Math.min(segment.end, end), segment);
  }
  take(end, null);
  return cuts;
}
