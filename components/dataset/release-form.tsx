'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { DatasetTerms } from '@/corpus/datasheet/model';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { ChoiceGroup } from './choice-group';
import { LayerChoice } from './layer-choice';
import styles from './dataset.module.css';

interface ReleaseFormProps {
  /** With what their datasheets say, and the names of their layers. */
  readonly collections: readonly ({
    readonly id: string;
    readonly name: string;
    readonly layers: readonly string[];
  } & Pick<DatasetTerms, 'licence' | 'citation'>)[];
  /** The one that is chosen at first. */
  readonly chosenId: string | undefined;
  readonly formats: readonly (readonly [format: string, name: string])[];
}

/** What was typed; what was not is as the datasheet says. */
interface Words {
  readonly version: string;
  readonly licence?: string;
  readonly citation?: string;
}

const BROKEN = 'The release could not be made. Try again in a moment.';

/** Makes a release of a collection, or of some of its layers. */
export function ReleaseForm({ collections, chosenId = '', formats }: ReleaseFormProps) {
  const router = useRouter();
  const [collectionId, setCollectionId] = useState(chosenId);
  const [words, setWords] = useState<Words>({ version: '' });
  const said = collections.find(({ id }) => id === collectionId);
  const standing = { version: '', licence: said?.licence ?? '', citation: said?.citation ?? '' };
  const [chosen, setChosen] = useState<readonly string[]>(['jsonl']);
  const [layers, setLayers] = useState<readonly string[]>([]);
  const [pseudonyms, setPseudonyms] = useState(false);
  const [outcome, setOutcome] = useState('');
  const [working, setWorking] = useState(false);
  const stopping = useRef<AbortController | null>(null);
  const field = (name: keyof typeof standing) => ({
    value: words[name] ?? standing[name],
    onChange: (event: { target: { value: string } }) =>
      setWords((now) => ({ ...now, [name]: event.target.value })),
  });
  const make = async (event: SyntheticEvent) => {
    event.preventDefault();
    const controller = (stopping.current = new AbortController());
    setWorking(true);
    setOutcome('Making the release…');
    const { version, licence, citation } = { ...standing, ...words };
    const wanted = chosen.length === 0 ? formats.map(([format]) => format) : chosen;
    const order = { collectionId, version, licence, citation: citation.trim() || null, pseudonyms, layers, formats: wanted }; // prettier-ignore
    try {
      const refusal = await send(order, controller.signal);
      setOutcome(refusal ?? `Version ${version} is released.`);
      if (refusal === null) router.refresh();
    } catch {
      setOutcome(controller.signal.aborted ? 'Stopped; nothing was released.' : BROKEN);
    }
    setWorking(false);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => void make(event)}
      aria-labelledby="release-new"
    >
      <h2 id="release-new">New release</h2>
      <SelectField
        label="Collection"
        value={collectionId}
        options={Object.fromEntries(collections.map(({ id, name }) => [id, name]))}
        onChoose={(id) => {
          setCollectionId(id ?? '');
          setWords({ version: words.version });
          setLayers([]);
        }}
      />
      <TextField label="Version" required placeholder="1.0" {...field('version')} />
      <TextField label="Licence" required placeholder="CC BY 4.0" {...field('licence')} />
      <TextField label="How to cite it (optional)" {...field('citation')} />
      <LayerChoice layers={said?.layers ?? []} chosen={layers} onChoose={setLayers} />
      <ChoiceGroup name="Formats" options={formats} chosen={chosen} onChoose={setChosen} />
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={pseudonyms}
          onChange={(event) => setPseudonyms(event.target.checked)}
        />
        Give people pseudonyms
      </label>
      <div aria-live="polite">{outcome !== '' && <p>{outcome}</p>}</div>
      <div className={styles.only}>
        <Button look="primary" type="submit" disabled={working}>
          Release
        </Button>
        {working && <Button onClick={() => stopping.current?.abort()}>Stop</Button>}
      </div>
    </form>
  );
}

/** Why nothing was released, as one sentence; null where it was. */
async function send(order: object, signal: AbortSignal): Promise<string | null> {
  const response = await fetch('/api/releases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
    signal,
  });
  if (response.ok) return null;
  const { message } = (await response.json()) as { message?: string };
  return message ?? BROKEN;
}
