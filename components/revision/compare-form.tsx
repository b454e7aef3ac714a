import Link from 'next/link';
import type { RevisionName } from '@/corpus/annotation/reading';
import { Button, buttonClass } from '../ui/button';
import ui from '../ui/ui.module.css';
import { compareAddress, type CompareChoice, type CompareView } from './compare-choice';
import { revisionWords } from './compare-words';
import styles from './compare.module.css';

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
      <nav className={styles.views} aria-label="How the revisions are shown">
        <ViewLink view="side" name="Side by side" articleId={articleId} choice={choice} />
        <ViewLink view="inline" name="Inline" articleId={articleId} choice={choice} />
      </nav>
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

interface ViewLinkProps {
  readonly view: CompareView;
  readonly name: string;
  readonly articleId: string;
  readonly choice: CompareChoice;
}

function ViewLink({ view, name, articleId, choice }: ViewLinkProps) {
  return (
    <Link
      className={buttonClass('quiet')}
      href={compareAddress(articleId, { ...choice, view })}
      prefetch={false}
      aria-current={choice.view === view ? 'true' : undefined}
    >
      {name}
    </Link>
  );
}
