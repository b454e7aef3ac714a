'use client';

import Link from 'next/link';
import { useState } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import { USES } from '@/corpus/project/model';
import type { ArticleProgress } from '@/corpus/project/work';
import { figure } from '@/corpus/wording/numbers';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import styles from './project.module.css';
import { USE_LABELS, timeWords } from './words';

interface ArticleUsesProps {
  readonly articles: readonly ArticleProgress[];
  readonly members: readonly PersonName[];
  readonly mayChange: boolean;
}

/** What each article is for, who has it, and how far they are. */
export function ArticleUses({ articles, members, mayChange }: ArticleUsesProps) {
  return (
    <ul className={styles.list} aria-label="Articles of the project">
      {articles.map((article) => (
        <ArticleLine key={article.id} {...{ article, members, mayChange }} />
      ))}
    </ul>
  );
}

interface ArticleLineProps extends Omit<ArticleUsesProps, 'articles'> {
  readonly article: ArticleProgress;
}

function ArticleLine({ article, members, mayChange }: ArticleLineProps) {
  const { run } = useDesk();
  const { id: articleId, headline, use, assignments } = article;
  const without = members.filter(({ id }) => assignments.every(({ personId }) => personId !== id));
  const hand = (personId: string | null) =>
    personId !== null &&
    void run({ name: 'handOutArticle', input: { id: newId(), articleId, personId } });
  return (
    <li>
      <Link className={styles.name} prefetch={false} href={`/articles/${articleId}`} dir="auto">
        {headline}
      </Link>
      {mayChange ? (
        <SelectField
          label={`What “${headline}” is for`}
          value={use}
          options={
            Object.fromEntries(USES.map((one) => [one, USE_LABELS[one]])) as typeof USE_LABELS
          }
          onChoose={(next) =>
            next !== null && void run({ name: 'setUse', input: { articleId, use: next } })
          }
        />
      ) : (
        <span>{USE_LABELS[use]}</span>
      )}
      {mayChange && without.length > 0 && (
        <SelectField
          label={`Hand “${headline}” out`}
          none="Hand out to…"
          value=""
          options={Object.fromEntries(without.map(({ id, name }) => [id, name]))}
          onChoose={hand}
        />
      )}
      {assignments.map((assignment) => (
        <AssignmentLine key={assignment.id} {...{ assignment, mayChange }} />
      ))}
    </li>
  );
}

interface AssignmentLineProps {
  readonly assignment: ArticleProgress['assignments'][number];
  readonly mayChange: boolean;
}

function AssignmentLine({ assignment, mayChange }: AssignmentLineProps) {
  const { run } = useDesk();
  const [reason, setReason] = useState<string | null>(null);
  const { id, version, person, submittedAt, isLapsed, marks, seconds } = assignment;
  const state = submittedAt !== null ? 'submitted' : isLapsed ? 'open, away too long' : 'open';
  const giveBack = async (why: string) => {
    const outcome = await run({ name: 'returnLayer', input: { id, version, reason: why } });
    if (outcome.ok) setReason(null);
  };
  return (
    <div className={styles.row} data-testid="assignment">
      <span>
        <bdi>{person}</bdi>{' '}
        <span className={styles.quiet}>
          {state}, {marks === 1 ? 'one mark' : `${figure(marks)} marks`}, {timeWords(seconds)}
        </span>
      </span>
      {mayChange && submittedAt === null && (
        <Button look="quiet" aria-label={`Take it back from ${person}`} onClick={() => void run({ name: 'giveBackArticle', input: { id, version } })}>
          Take back
        </Button>
      )}
      {mayChange && submittedAt !== null && reason === null && (
        <Button look="quiet" aria-label={`Give the layer back to ${person}`} onClick={() => setReason('')}>
          Give back for more work…
        </Button>
      )}
      {reason !== null && (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            void giveBack(reason);
          }}
        >
          <TextField label={`What ${person} should look at again`} required maxLength={2000} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
          <Button type="submit">Give back</Button>
          <Button look="quiet" onClick={() => setReason(null)}>
            Cancel
          </Button>
        </form>
      )}
    </div>
  );
} // prettier-ignore
