import type { RevisionName } from '@/corpus/annotation/reading';
import { Button } from '../ui/button';
import ui from '../ui/ui.module.css';
import type { CompareChoice } from './compare-choice';
import { revisionWords } from './compare-words';
import styles from './compare.module.css';
import { ViewLinks } from './view-links';

interface CompareFormProps {
  readonly articleId: string;
  readonly revisions: readonly RevisionName[];
  readonly choice: CompareChoice;
}

/** Which revisions are compared and how: an ordinary form and ordinary links. */
export function CompareForm({ articleId, revisions, choice }: CompareFormProps) {
  const { from, to, view } = choice;
  return (
    <div className={styles.choice}>
      <form
        key={`${from.number} ${to.number}`}
        className={styles.form}
        action={`/articles/${articleId}/compare`}
        method="get"
      >
        <RevisionField name="from" label="Old revision" chosen={from} revisions={revisions} />
        <RevisionField name="to" label="New revision" chosen={to} revisions={revisions} />
        {view !== null && <input type="hidden" name="view" value={view} />}
        <Button type="submit">Compare</Button>
      </form>
      <ViewLinks articleId={articleId} choice={choice} />
    </div>
  );
}

interface RevisionFieldProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly chosen: RevisionName;
  readonly revisions: readonly RevisionName[];
}

function RevisionField({ name, label, chosen, revisions }: RevisionFieldProps) {
  return (
    <div className={ui.field}>
      <label className={ui.label} htmlFor={`compare-${name}`}>
        {label}
      </label>
      <select
        id={`compare-${name}`}
        className={ui.input}
        name={name}
        defaultValue={String(chosen.number)}
      >
        {revisions.map((revision) => (
          <option key={revision.id} value={String(revision.number)}>
            {revisionWords(revision)}
          </option>
        ))}
      </select>
    </div>
  );
}
