import type { LiveOutcome } from '@/corpus/anchoring/live-outcome';
import type { EditableMark } from '@/corpus/annotation/editable';
import { contentOf } from '@/corpus/annotation/model';
import { KIND_LABELS, STATUS_LABELS } from '@/corpus/vocabulary';
import { figure } from '@/corpus/wording/numbers';
import styles from './edit.module.css';

interface EditMarksProps {
  /** The text before the edit. */
  readonly text: string;
  readonly outcomes: ReadonlyMap<EditableMark, LiveOutcome>;
  readonly onGo: (mark: EditableMark) => void;
}

/** What the edit does to the marks, before it is saved: reopened, and gone with it. */
export function EditMarks({ text, outcomes, onGo }: EditMarksProps) {
  const having = (wanted: LiveOutcome) =>
    [...outcomes].filter(([, outcome]) => outcome === wanted).map(([mark]) => mark);
  const [changed, gone] = [having('changed'), having('gone')];
  const whole = outcomes.size - changed.length - gone.length;
  return (
    <aside className={styles.marks} aria-labelledby="edit-marks">
      <h2 id="edit-marks">Marks</h2>
      <p role="status">
        {outcomes.size === 0
          ? 'Nothing is marked in this article.'
          : `${figure(changed.length)} changed · ${figure(gone.length)} gone with this edit · ${figure(whole)} as they were`}
      </p>
      {[changed, gone].map((marks, index) =>
        marks.length === 0 ? null : (
          <section key={index}>
            <h3>{index === 0 ? 'Changed' : 'Gone with this edit'}</h3>
            <ul>
              {marks.map((mark) => (
                <li key={mark.id}>
                  <button type="button" onClick={() => onGo(mark)}>
                    <span dir="auto">{wordsOf(text, mark)}</span>
                    <small>{fateOf(mark, index === 0)}</small>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </aside>
  );
}

function wordsOf(text: string, { spans }: EditableMark): string {
  const words = contentOf(spans).map(({ start, end }) => text.slice(start, end));
  return words.join(' … ');
}

function fateOf({ kind, status }: EditableMark, changed: boolean): string {
  if (status === null) return KIND_LABELS[kind];
  const now = `${KIND_LABELS[kind]}, ${STATUS_LABELS[status].toLowerCase()}`;
  if (!changed) return `${now}: the check will be cut`;
  const done = ['checked', 'signed_off', 'disputed'].includes(status);
  return done ? `${now}: the check will be reopened` : now;
}
