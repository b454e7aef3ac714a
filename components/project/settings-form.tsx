'use client';

import type { SyntheticEvent } from 'react';
import { PER_ARTICLE, TIMEOUT_HOURS, type Labelling, type Project } from '@/corpus/project/model';
import { useDesk } from '../desk/desk-context';
import { useFields } from '../desk/use-fields';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import styles from './project.module.css';

const LABELLING_LABELS: Readonly<Record<Labelling, string>> = {
  shared: 'Shared desk: all in one layer',
  blind: 'Blind layers: each in their own',
};

/** How a collection is marked and handed out. */
export function SettingsForm({ project, mayChange }: { readonly project: Project; readonly mayChange: boolean }) {
  const { run, say } = useDesk();
  const { collectionId: id, version: stands, ...settings } = project;
  const { fields, set, version, onSaved } = useFields(settings, stands);
  const { labelling, mayLook, perArticle, timeoutHours } = fields;
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const outcome = await run({ name: 'setProject', input: { id, version, ...fields } });
    if (!outcome.ok) return;
    onSaved(outcome.result);
    say('How this collection is marked is saved.');
  };
  return (
    <form className={styles.form} aria-label="How it is marked" onSubmit={(event) => void save(event)}>
      <SelectField label="Layers" value={labelling} options={LABELLING_LABELS} disabled={!mayChange} onChoose={(next) => set({ labelling: next ?? 'shared' })} />
      {labelling === 'blind' && (
        <>
          <p className={styles.quiet}>
            People mark only what is handed out to them, and see their own layer alone until they submit it; suggestions
            and the desk’s own marks are hidden from them. Editors see every layer.
          </p>
          <div className={styles.row}>
            <TextField label="People for each article" type="number" min={PER_ARTICLE.fewest} max={PER_ARTICLE.most} required value={perArticle} disabled={!mayChange} onChange={(event) => set({ perArticle: event.target.valueAsNumber || PER_ARTICLE.fewest })} />
            <TextField label="Hours without work until it may go to somebody else" type="number" min={TIMEOUT_HOURS.fewest} max={TIMEOUT_HOURS.most} required value={timeoutHours} disabled={!mayChange} onChange={(event) => set({ timeoutHours: event.target.valueAsNumber || TIMEOUT_HOURS.fewest })} />
          </div>
          <label>
            <input type="checkbox" checked={mayLook} disabled={!mayChange} onChange={(event) => set({ mayLook: event.target.checked })} /> Whoever has submitted an article may look at the others’ layers of it
          </label>
        </>
      )}
      {mayChange && (
        <p className={styles.row}>
          <Button type="submit" look="primary">
            Save
          </Button>
        </p>
      )}
    </form>
  );
} // prettier-ignore
