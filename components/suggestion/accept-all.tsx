'use client';

import { useState, type SyntheticEvent } from 'react';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { counted, figure } from '@/corpus/wording/numbers';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from './suggestion.module.css';

/** From how sure on suggestions can be accepted together, the surest first. */
const LEAST = [0.95, 0.9, 0.8, 0.7, 0.5, 0] as const;

interface AcceptAllProps {
  readonly articleId: string;
  readonly suggestions: readonly ReadingAnnotation[];
  readonly onClose: () => void;
}

/** Accepts all suggestions of the article that are as sure as is chosen, with one undo. */
export function AcceptAll({ articleId, suggestions, onClose }: AcceptAllProps) {
  const { run, say } = useDesk();
  const countFrom = (least: number) =>
    suggestions.filter(({ suggestion }) => (suggestion?.confidence ?? 0) >= least).length;
  const choices = LEAST.map((least) => ({ least, count: countFrom(least) })).filter(
    ({ count }, at, all) => count > 0 && count !== all[at - 1]?.count,
  );
  const [chosen, setChosen] = useState(choices[0]?.least ?? 0);
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    const input = { articleId, confidence: chosen };
    const { ok } = await run({ name: 'acceptAllSuggestions', input });
    const count = countFrom(chosen);
    if (ok) say(`${counted(count, 'suggestion is', 'suggestions are')} accepted. Ctrl+Z takes it back.`); // prettier-ignore
    onClose();
  };
  return (
    <Dialog open title="Accept all that are sure" onClose={onClose}>
      <form className={styles.all} onSubmit={(event) => void submit(event)}>
        <fieldset className={styles.choices}>
          <legend>Those whose rule is right</legend>
          {choices.map(({ least, count }) => (
            <label key={least} className={styles.choice}>
              <input
                type="radio"
                name="least"
                checked={least === chosen}
                onChange={() => setChosen(least)}
              />
              {least === 0 ? 'however often' : `at least ${Math.round(least * 100)} of 100 times`}
              <span className={styles.place}>{figure(count)}</span>
            </label>
          ))}
        </fieldset>
        <p className={styles.place}>
          They become marks of yours, each with a check to do. One undo takes them all back.
        </p>
        <span className={styles.buttons}>
          <Button type="submit" look="primary" disabled={busy}>
            Accept {countFrom(chosen)}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </span>
      </form>
    </Dialog>
  );
}
