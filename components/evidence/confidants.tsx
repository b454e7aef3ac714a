'use client';

import { useState } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import type { Unseen } from '@/corpus/verification/check-detail';
import { useDesk } from '../desk/desk-context';
import styles from './evidence.module.css';

interface ConfidantsProps {
  readonly about: Unseen['about'];
  readonly id: string;
  /** Who sees it; the first brought it in. */
  readonly knownTo: readonly PersonName[];
  readonly people: readonly PersonName[];
}

interface Wish {
  readonly since: readonly PersonName[];
  readonly personIds: readonly string[] | null;
}

/** Who sees something confidential, and a choice of more. */
export function Confidants({ about, id, knownTo, people }: ConfidantsProps) {
  const { run } = useDesk();
  const [owner, ...named] = knownTo;
  const eligible = people.filter((person) => person.id !== owner?.id);
  const [wish, setWish] = useState<Wish>({ since: knownTo, personIds: null });
  // What is read anew is what stands: a wish holds until then.
  const wished = wish.since === knownTo ? wish.personIds : null;
  const chosen = wished ?? named.map((person) => person.id);
  const choose = async (personId: string, isNamed: boolean) => {
    const others = chosen.filter((one) => one !== personId);
    const personIds = isNamed ? [...others, personId] : others;
    setWish({ since: knownTo, personIds });
    const { ok } = await run({ name: 'nameConfidants', input: { about, id, personIds } });
    if (!ok) setWish({ since: knownTo, personIds: null });
  };
  return (
    <details className={styles.confidants}>
      <summary>
        Confidential: seen by <bdi>{namesOf(knownTo)}</bdi> alone, and never leaves the desk
      </summary>
      {eligible.length === 0 ? (
        <p className={styles.soft}>Nobody else is on the desk.</p>
      ) : (
        <fieldset className={styles.people}>
          <legend>Who sees it too</legend>
          {eligible.map((person) => (
            <label key={person.id}>
              <input
                type="checkbox"
                checked={chosen.includes(person.id)}
                onChange={({ target }) => void choose(person.id, target.checked)}
              />{' '}
              <bdi>{person.name}</bdi>
            </label>
          ))}
        </fieldset>
      )}
    </details>
  );
}

interface UnseenListProps {
  readonly unseen: readonly Unseen[];
  readonly about: Unseen['about'];
  readonly people: readonly PersonName[];
  /** Whether the viewer may name people all the same. */
  readonly mayName: boolean;
}

const WHAT: Readonly<Record<Unseen['about'], string>> = {
  evidence: 'Confidential evidence',
  contact: 'A confidential contact',
};

/** That there is more, and whom to ask for it. */
export function UnseenList({ unseen, about, people, mayName }: UnseenListProps) {
  return unseen
    .filter((one) => one.about === about)
    .map(({ id, knownTo }) =>
      mayName ? (
        <Confidants key={id} about={about} id={id} knownTo={knownTo} people={people} />
      ) : (
        <p key={id} className={styles.soft}>
          {WHAT[about]} that you do not see: ask <bdi>{namesOf(knownTo)}</bdi>.
        </p>
      ),
    );
}

function namesOf(people: readonly PersonName[]): string {
  return new Intl.ListFormat('en').format(people.map(({ name }) => name));
}
