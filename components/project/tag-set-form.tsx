'use client';

import { useState, type SyntheticEvent } from 'react';
import {
  TAG_LISTS,
  TAG_LIST_LABELS,
  MEANING_LIMIT,
  findMigrationProblem,
  meaningKey,
  tagLabel,
  type Migration,
  type TagList,
  type TagSet,
  type TagUse,
} from '@/corpus/project/tag-set';
import { counted, figure } from '@/corpus/wording/numbers';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { useFields } from '../desk/use-fields';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import styles from './project.module.css';

interface TagSetFormProps {
  readonly collectionId: string;
  readonly tagSet: TagSet;
  readonly version: number;
  readonly uses: readonly TagUse[];
  readonly mayChange: boolean;
}

const LISTS = Object.keys(TAG_LISTS) as readonly TagList[];
/** Stands for no word among the choices of what marks get instead. */
const NONE = 'none';

/** Which words a collection's marks may have; what becomes of marks with a word that is left out. */
export function TagSetForm({ collectionId, tagSet, version: stands, uses, mayChange }: TagSetFormProps) {
  const { run, say } = useDesk();
  const { fields: next, set: setNext, version, onSaved } = useFields(tagSet, stands);
  const [instead, setInstead] = useState<Readonly<Record<string, string>>>({});
  const has = (list: TagList, word: string) => (next[list] as readonly string[]).includes(word);
  const toggle = (list: TagList, word: string) => {
    const words = (TAG_LISTS[list] as readonly string[]).filter((one) => has(list, one) !== (one === word));
    setNext({ [list]: words });
  };
  const mean = (list: TagList, word: string, meaning: string) =>
    setNext({ meanings: { ...next.meanings, [meaningKey(list, word)]: meaning } });
  const left = uses.filter(({ list, word }) => !has(list, word));
  const migrations = left.flatMap(({ list, word }): readonly Migration[] => {
    const to = instead[`${list} ${word}`];
    return to === undefined ? [] : [{ list, from: word, to: to === NONE ? null : to }];
  });
  const problem = findMigrationProblem(next, uses, migrations);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (problem !== null) return say(problem);
    const outcome = await run({ name: 'setTagSet', input: { id: newId(), collectionId, after: version, tagSet: next, migrations } });
    if (!outcome.ok) return;
    setInstead({});
    onSaved(outcome.result);
    say('The tag set is saved.');
  };
  const marksOf = (list: TagList, word: string) => uses.find((use) => use.list === list && use.word === word)?.marks ?? 0;
  return (
    <form className={styles.form} aria-label="Tag set" onSubmit={(event) => void save(event)}>
      {LISTS.map((list) => (
        <fieldset key={list} className={styles.choices} disabled={!mayChange}>
          <legend>{TAG_LIST_LABELS[list]}</legend>
          {TAG_LISTS[list].map((word) => (
            <label key={word}>
              <input type="checkbox" checked={has(list, word)} onChange={() => toggle(list, word)} />
              {tagLabel(list, word)}
              {marksOf(list, word) > 0 && <span className={styles.quiet}>{figure(marksOf(list, word))}</span>}
            </label>
          ))}
        </fieldset>
      ))}
      <details>
        <summary>What the tags mean here</summary>
        <p className={styles.quiet}>In your own words, shown beside the text with the guide.</p>
        <div className={styles.meaningFields}>
        {LISTS.flatMap((list) =>
          next[list].map((word) => (
            <TextField
              key={`${list} ${word}`}
              label={`${TAG_LIST_LABELS[list]}: ${tagLabel(list, word)}`}
              dir="auto"
              disabled={!mayChange}
              maxLength={MEANING_LIMIT}
              value={next.meanings?.[meaningKey(list, word)] ?? ''}
              onChange={(event) => mean(list, word, event.target.value)}
            />
          )),
        )}
        </div>
      </details>
      {left.map(({ list, word, marks }) => (
        <SelectField
          key={`${list} ${word}`}
          label={`${counted(marks, 'mark')} with “${tagLabel(list, word)}” get`}
          none="Choose what they get"
          value={instead[`${list} ${word}`] ?? ''}
          options={Object.fromEntries([...next[list].map((one) => [one, tagLabel(list, one)]), ...(list === 'kinds' ? [] : [[NONE, 'Nothing instead']])]) as Record<string, string>}
          onChoose={(to) => setInstead({ ...instead, [`${list} ${word}`]: to ?? '' })}
        />
      ))}
      {mayChange && (
        <p className={styles.row}>
          <Button type="submit" look="primary" disabled={problem !== null}>
            Save the tag set
          </Button>
          {problem !== null && <span role="status">{problem}</span>}
        </p>
      )}
    </form>
  );
} // prettier-ignore
