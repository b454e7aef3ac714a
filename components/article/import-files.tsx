import { memo } from 'react';
import { Tag, type Tone } from '../ui/tag';
import { counted } from './article-words';
import { ArticleReport } from './article-report';
import type { FileState, QueuedFile } from './import-queue';
import styles from './import.module.css';

const STATE_WORDS: Readonly<Record<FileState['at'], readonly [string, Tone]>> = {
  waiting: ['Waiting', 'plain'],
  reading: ['Reading …', 'calm'],
  done: ['Done', 'good'],
  refused: ['Refused', 'bad'],
  failed: ['Failed', 'bad'],
  stopped: ['Not sent', 'plain'],
};

/** So many waiting files are listed; of a long queue the rest is a number. */
const LISTED_WAITING = 20;

/** The files in the order they came, each with its state and what it became. */
export function ImportFiles({ files }: { readonly files: readonly QueuedFile[] }) {
  if (files.length === 0) return null;
  let waiting = 0;
  const listed = files.filter(({ state }) => state.at !== 'waiting' || ++waiting <= LISTED_WAITING);
  const rest = files.length - listed.length;
  return (
    <>
      <ol className={styles.files} aria-label="Files">
        {listed.map((file) => (
          <FileLine key={file.key} file={file} />
        ))}
      </ol>
      {rest > 0 && <p className={styles.quiet}>and {counted(rest, 'more file')} waiting</p>}
    </>
  );
}

const FileLine = memo(function FileLine({ file: { name, state } }: { readonly file: QueuedFile }) {
  const [words, tone] = STATE_WORDS[state.at];
  return (
    <li className={styles.file}>
      <div className={styles.fileHead}>
        <Tag tone={tone}>{words}</Tag>
        <h2 className={styles.fileName} dir="auto">
          {name}
        </h2>
      </div>
      {'sentence' in state && <p className={styles.sentence}>{state.sentence}</p>}
      {state.at === 'done' && (
        <>
          {state.report.notes.map((note) => (
            <p key={note} className={styles.quiet}>
              {note}
            </p>
          ))}
          <ul className={styles.articles}>
            {state.report.articles.map((article, index) => (
              <ArticleReport key={`${article.id} ${index}`} article={article} />
            ))}
          </ul>
        </>
      )}
    </li>
  );
});
