import { memo, useState } from 'react';
import { counted, figure } from '@/corpus/wording/numbers';
import { Button } from '../ui/button';
import { Tag, type Tone } from '../ui/tag';
import { ArticleReport } from './article-report';
import type { ImportProgress } from './import-queue';
import type { ImportedLine, LineState } from './imported-line';
import styles from './import.module.css';

const STATE_WORDS: Readonly<Record<LineState['at'], readonly [string, Tone]>> = {
  done: ['Done', 'good'],
  note: ['Note', 'wait'],
  refused: ['Refused', 'bad'],
  failed: ['Failed', 'bad'],
};

/** So many lines are listed at first, and so many more at a time. */
const LISTED = 50;
const MORE = 500;

/** What was refused, then what was imported, each in the order it came; long lists are folded. */
export function ImportFiles({ progress }: { readonly progress: ImportProgress }) {
  const { refused, done, counts } = progress;
  return (
    <>
      <FoldedList name="Refused" lines={refused} count={refused.length} />
      <FoldedList name="Imported" lines={done} count={done.length} />
      {counts.waiting > 0 && (
        <p className={styles.quiet}>{counted(counts.waiting, 'more file')} waiting</p>
      )}
    </>
  );
}

interface FoldedListProps {
  readonly name: string;
  /** Grows in place; `count` tells that it did. */
  readonly lines: readonly ImportedLine[];
  readonly count: number;
}

const FoldedList = memo(function FoldedList({ name, lines, count }: FoldedListProps) {
  const [listed, setListed] = useState(LISTED);
  if (count === 0) return null;
  return (
    <section aria-label={name}>
      <ol className={styles.files}>
        {lines.slice(0, listed).map((line) => (
          <FileLine key={line.key} line={line} />
        ))}
      </ol>
      {count > listed && (
        <Button look="quiet" onClick={() => setListed(listed + MORE)}>
          Show {figure(Math.min(MORE, count - listed))} more of {figure(count)}
        </Button>
      )}
    </section>
  );
});

const FileLine = memo(function FileLine({
  line: { name, state },
}: {
  readonly line: ImportedLine;
}) {
  const [words, tone] = STATE_WORDS[state.at];
  return (
    <li className={styles.file}>
      <div className={styles.fileHead}>
        <Tag tone={tone}>{words}</Tag>
        <h2 className={styles.fileName} dir="auto">
          {name}
        </h2>
      </div>
      {'sentence' in state ? (
        <p className={styles.sentence}>{state.sentence}</p>
      ) : (
        <>
          {state.report.notes.map((note) => (
            <p key={note} className={styles.quiet}>
              {note}
            </p>
          ))}
          <ul className={styles.articles}>
            {state.report.articles.map((article, index) => (
              <ArticleReport
                key={`${article.id} ${index}`}
                article={article}
                place={{ at: index + 1, of: state.report.articles.length }}
              />
            ))}
          </ul>
        </>
      )}
    </li>
  );
});
