import type { ComparedBlock, ComparedSide, MarkedText } from '@/corpus/anchoring/comparison';
import { Tag, type Tone } from '../ui/tag';
import type { CompareView } from './compare-choice';
import { RunText, segmentsIn } from './compare-text';
import { changeWords } from './compare-words';
import styles from './compare.module.css';

export interface ComparedTexts {
  readonly before: MarkedText;
  readonly after: MarkedText;
  readonly view: CompareView | null;
}

const TONES: Readonly<Record<ComparedBlock['change'], Tone>> = {
  same: 'calm',
  changed: 'wait',
  removed: 'bad',
  added: 'good',
};

/** One block and what became of it; without a view both are there and the style sheet chooses. */
export function CompareRow({ row, texts }: { row: ComparedBlock; texts: ComparedTexts }) {
  const words = changeWords(row);
  return (
    <li className={styles.row} data-change={row.change}>
      {words !== null && (
        <p className={styles.change}>
          <Tag tone={TONES[row.change]}>{words}</Tag>
        </p>
      )}
      {texts.view !== 'inline' && (
        <div className={styles.sides}>
          <SideText side={row.before} text={texts.before} className={styles.before!} />
          <SideText side={row.after} text={texts.after} className={styles.after!} />
        </div>
      )}
      {texts.view !== 'side' && <TogetherText row={row} texts={texts} />}
    </li>
  );
}

interface SideTextProps {
  readonly side: ComparedSide | null;
  readonly text: MarkedText;
  readonly className: string;
}

function SideText({ side, text, className }: SideTextProps) {
  if (side === null) return <div className={`${styles.nothing} ${className}`} />;
  const segments = segmentsIn(text, side.index);
  return (
    <p
      className={`${styles.text} ${className}`}
      dir="auto"
      data-role={text.blocks[side.index]!.role}
    >
      {side.runs.map((run) => (
        <RunText key={run.start} run={run} segments={segments} block={text.blocks[side.index]!} />
      ))}
    </p>
  );
}

function TogetherText({ row, texts }: { row: ComparedBlock; texts: ComparedTexts }) {
  const { before, after, together } = row;
  const old = before === null ? [] : segmentsIn(texts.before, before.index);
  const fresh = after === null ? [] : segmentsIn(texts.after, after.index);
  const block =
    after === null ? texts.before.blocks[before!.index]! : texts.after.blocks[after.index]!;
  return (
    <p className={`${styles.text} ${styles.together}`} dir="auto" data-role={block.role}>
      {together.map((run) => (
        <RunText
          key={`${run.kind} ${run.start}`}
          run={run}
          segments={run.kind === 'removed' ? old : fresh}
          block={run.kind === 'removed' ? texts.before.blocks[before!.index]! : block}
        />
      ))}
    </p>
  );
}
