'use client';

import { useRouter } from 'next/navigation';
import { useEffect, type SyntheticEvent } from 'react';
import { countWords } from '@/corpus/datasheet/markdown';
import { LIMITS, type VersionedDatasheet } from '@/corpus/datasheet/model';
import { QUESTION_GROUPS } from '@/corpus/datasheet/questions';
import { useDesk } from '../desk/desk-context';
import { useLeaveWarning } from '../desk/use-leave-warning';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import styles from './dataset.module.css';
import { DatasheetQuestions } from './datasheet-questions';
import { givenAnswers } from './datasheet-fields';
import { useDatasheet } from './use-datasheet';

interface DatasheetFormProps {
  readonly collection: { readonly id: string; readonly name: string };
  readonly datasheet: VersionedDatasheet;
  readonly mayWrite: boolean;
}

/** A collection's datasheet: on which terms it is given away, and the questions in their groups. */
export function DatasheetForm({ collection, datasheet, mayWrite }: DatasheetFormProps) {
  const { follow, run, say } = useDesk();
  const router = useRouter();
  const { seen, fields, changes, isOld, set, onSaved, throwAway } = useDatasheet(collection.id, datasheet); // prettier-ignore
  useLeaveWarning(changes !== null);
  useEffect(
    () => follow((notices) => notices.some(({ entity }) => entity === 'datasheet') && router.refresh()), // prettier-ignore
    [follow, router],
  );
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (changes === null) return;
    const { id } = collection;
    const outcome = await run({ name: 'writeDatasheet', input: { id, version: seen.version, ...changes } }); // prettier-ignore
    if (!outcome.ok) return;
    const version = outcome.result.written.at(-1)?.version ?? seen.version;
    onSaved({ ...seen, ...changes, answers: givenAnswers(fields.answers), version });
    say('The datasheet is saved.');
  };
  const term = (name: keyof typeof TERMS) => ({
    ...TERMS[name],
    ...{ value: fields[name], disabled: !mayWrite, maxLength: LIMITS[name] },
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  return (
    <form
      className={styles.datasheet}
      aria-label={`Datasheet of ${collection.name}`}
      onSubmit={(event) => void save(event)}
    >
      <div className={styles.terms}>
        <TextField {...term('licence')} />
        <TextField {...term('publisher')} dir="auto" />
        <TextField {...term('homepage')} type="url" />
        <TextField {...term('citation')} dir="auto" />
      </div>
      <p className={styles.quiet}>
        {countWords({ answers: givenAnswers(fields.answers) })} They are those of “Datasheets for
        Datasets” (Gebru and others, Communications of the ACM, 2021), in other words.
      </p>
      {QUESTION_GROUPS.map((group) => (
        <DatasheetQuestions
          key={group.name}
          {...group}
          mayWrite={mayWrite}
          answers={fields.answers}
          onAnswer={(id, answer) => set({ answers: { ...fields.answers, [id]: answer } })}
        />
      ))}
      {mayWrite && (
        <div className={styles.save}>
          <Button look="primary" type="submit" disabled={changes === null}>
            Save
          </Button>
          <span className={styles.quiet} role="status">
            {changes === null ? 'All that stands here is saved.' : 'Not saved yet.'}
            {isOld && ' Part of it was typed before you left this page.'}
          </span>
          {isOld && (
            <Button look="quiet" onClick={throwAway}>
              Throw away what is not saved
            </Button>
          )}
        </div>
      )}
    </form>
  );
}

const TERMS = {
  licence: { label: 'Licence', placeholder: 'CC BY 4.0' },
  publisher: { label: 'Who publishes it', placeholder: 'The desk or organisation' },
  homepage: { label: 'Its page', placeholder: 'https://example.org/data' },
  citation: { label: 'How to cite it' },
} as const;
