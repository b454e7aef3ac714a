'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, type SyntheticEvent } from 'react';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { ChoiceGroup } from './choice-group';
import { LayerChoice } from './layer-choice';
import styles from './dataset.module.css';

interface ReleaseFormProps {
  readonly collections: readonly {
    readonly id: string;
    readonly name: string;
    /** The names of its layers. */
    readonly layers: readonly string[];
  }[];
  readonly formats: readonly (readonly [format: string, name: string])[];
}

const BROKEN = 'The release could not be made. Try again in a moment.';

/** Makes a release of a collection, or of some of its layers. */
export function ReleaseForm({ collections, formats }: ReleaseFormProps) {
  const router = useRouter();
  const [collectionId, setCollectionId] = useState(collections[0]?.id ?? '');
  const [words, setWords] = useState({ version: '', licence: '', citation: '' });
  const [chosen, setChosen] = useState<readonly string[]>(['jsonl']);
  const [layers, setLayers] = useState<readonly string[]>([]);
  const [pseudonyms, setPseudonyms] = useState(false);
  const [said, setSaid] = useState('');
  const [working, setWorking] = useState(false);
  const stopping = useRef<AbortController | null>(null);
  const there = collections.find(({ id }) => id === collectionId)?.layers ?? [];
  const field = (name: keyof typeof words) => ({
    value: words[name],
    onChange: (event: { target: { value: string } }) =>
      setWords((now) => ({ ...now, [name]: event.target.value })),
  });
  const make = async (event: SyntheticEvent) => {
    event.preventDefault();
    const controller = (stopping.current = new AbortController());
    setWorking(true);
    setSaid('Making the release…');
    const { version, licence, citation } = words;
    const wanted = chosen.length === 0 ? formats.map(([format]) => format) : chosen;
    const order = { collectionId, version, licence, citation: citation.trim() || null, pseudonyms, layers, formats: wanted }; // prettier-ignore
    try {
      const refusal = await send(order, controller.signal);
      setSaid(refusal ?? `Version ${version} is released.`);
      if (refusal === null) router.refresh();
    } catch {
      setSaid(controller.signal.aborted ? 'Stopped; nothing was released.' : BROKEN);
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
          setLayers([]);
        }}
      />
      <TextField label="Version" required placeholder="1.0" {...field('version')} />
      <TextField label="Licence" required placeholder="CC BY 4.0" {...field('licence')} />
      <TextField label="How to cite it (optional)" {...field('citation')} />
      <LayerChoice layers={there} chosen={layers} onChoose={setLayers} />
      <ChoiceGroup name="Formats" options={formats} chosen={chosen} onChoose={setChosen} />
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={pseudonyms}
          onChange={(event) => setPseudonyms(event.target.checked)}
        />
        Give people pseudonyms
      </label>
      <div aria-live="polite">{said !== '' && <p>{said}</p>}</div>
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
