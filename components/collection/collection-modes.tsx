'use client';

import { useRouter } from 'next/navigation';
import { useState, type SyntheticEvent } from 'react';
import { MODES, PANEL_SIZE, type Mode, type ModeSettings } from '@/corpus/verification/modes';
import { MODE_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import styles from './collection.module.css';
import { modeWords } from './mode-words';

export interface CollectionSettings extends ModeSettings {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

interface CollectionModesProps {
  readonly collections: readonly CollectionSettings[];
  readonly mayChange: boolean;
}

/** How many people each collection's checks need, and for an admin the means to change it. */
export function CollectionModes({ collections, mayChange }: CollectionModesProps) {
  const [changing, setChanging] = useState<string | null>(null);
  return (
    <ul className={styles.list} aria-label="Collections">
      {collections.map((collection) => (
        <li key={collection.id}>
          <bdi className={styles.name}>{collection.name}</bdi>
          <span className={styles.words}>{modeWords(collection)}</span>
          {mayChange && changing !== collection.id && (
            <Button
              look="quiet"
              aria-label={`Change how ${collection.name} is checked`}
              onClick={() => setChanging(collection.id)}
            >
              Change
            </Button>
          )}
          {changing === collection.id && (
            <ModeForm collection={collection} onDone={() => setChanging(null)} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface ModeFormProps {
  readonly collection: CollectionSettings;
  readonly onDone: () => void;
}

function ModeForm({ collection, onDone }: ModeFormProps) {
  // Of what stood when it was opened: what is saved elsewhere meanwhile is not written over.
  const [{ id, version, name }] = useState(collection);
  const { run, say } = useDesk();
  const router = useRouter();
  const [mode, setMode] = useState<Mode>(collection.mode);
  const [panelSize, setPanelSize] = useState(collection.panelSize ?? 3);
  const [quorum, setQuorum] = useState(collection.quorum ?? 2);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const figures = mode === 'panel' ? { panelSize, quorum } : {};
    const outcome = await run({ name: 'setMode', input: { id, version, mode, ...figures } });
    if (!outcome.ok) return;
    say(`${name}: ${MODE_LABELS[mode].toLowerCase()} from now on.`);
    onDone();
    router.refresh();
  };
  const figure = (label: string, value: number, set: (value: number) => void, least: number) => (
    <TextField
      label={label}
      type="number"
      min={least}
      max={PANEL_SIZE.most}
      required
      value={value}
      onChange={(event) => set(event.target.valueAsNumber || least)}
    />
  );
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <SelectField
        label="How it is checked"
        value={mode}
        options={Object.fromEntries(MODES.map((one) => [one, MODE_LABELS[one]])) as typeof MODE_LABELS} // prettier-ignore
        onChoose={(next) => setMode(next ?? 'single')}
      />
      {mode === 'panel' &&
        figure('People on the panel', panelSize, setPanelSize, PANEL_SIZE.fewest)}
      {mode === 'panel' && figure('Have to agree', quorum, setQuorum, 1)}
      <p className={styles.words}>{modeWords({ mode, panelSize, quorum })}</p>
      <div className={styles.acts}>
        <Button type="submit" look="primary">
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}
