'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import {
  DETECTOR_SECONDS,
  MOST_DETECTOR_SECONDS,
  type DetectorLine,
} from '@/corpus/suggestion/detectors';
import type { CommandStep } from '@/corpus/commands/requests';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { LocalTime } from '../ui/local-time';
import styles from './rules.module.css';

interface DetectorListProps {
  readonly detectors: readonly DetectorLine[];
  readonly mayKeep: boolean;
}

/** The desk's own detectors: what each answered last; added, switched and removed by an admin. */
export function DetectorList({ detectors, mayKeep }: DetectorListProps) {
  const { run, say } = useDesk();
  const router = useRouter();
  const act = async (step: CommandStep, words: string): Promise<boolean> => {
    const { ok } = await run(step);
    if (!ok) return false;
    say(words);
    router.refresh();
    return true;
  };
  return (
    <>
      {detectors.length === 0 && (
        <p className={styles.none}>No detector is asked beside Stet’s own rules.</p>
      )}
      <ul className={styles.detectors}>
        {detectors.map((detector) => (
          <DetectorItem key={detector.id} {...{ detector, mayKeep, act }} />
        ))}
      </ul>
      {mayKeep && <AddDetector act={act} />}
    </>
  );
}

type Act = (step: CommandStep, words: string) => Promise<boolean>;

interface DetectorItemProps {
  readonly detector: DetectorLine;
  readonly mayKeep: boolean;
  readonly act: Act;
}

function DetectorItem({ detector, mayKeep, act }: DetectorItemProps) {
  const { id, version, address, seconds, off, at, name, release, unit, isGood, said } = detector;
  const title = name ?? address;
  const turn = () =>
    act(
      { name: 'switchDetector', input: { id, version, off: !off } },
      off ? 'It is asked again.' : 'It is not asked any more, and its suggestions are not shown.',
    );
  const remove = () =>
    act({ name: 'removeDetector', input: { id, version } }, 'The detector is removed.');
  return (
    <li aria-label={title} data-off={off}>
      <div>
        <strong dir="auto">{title}</strong>{' '}
        <span className={styles.name}>
          {name !== null && `version ${release ?? ''}, ${address}, `}
          {unit !== null && `offsets in ${unit === 'utf16' ? 'UTF-16 units' : 'code points'}, `}
          at most {seconds} seconds an article
        </span>
        <p className={isGood || said === null ? '' : styles.bad} dir="auto">
          {said ?? 'Not asked yet: have a collection read.'}{' '}
          {at !== null && (
            <span className={styles.name}>
              <LocalTime at={at} />
            </span>
          )}
        </p>
      </div>
      <label className={styles.switch}>
        <input type="checkbox" checked={!off} disabled={!mayKeep} onChange={() => void turn()} />
        Asked
      </label>
      {mayKeep && (
        <Button look="quiet" aria-label={`Remove ${title}`} onClick={() => void remove()}>
          Remove
        </Button>
      )}
    </li>
  );
}

function AddDetector({ act }: { readonly act: Act }) {
  const [address, setAddress] = useState('');
  const [seconds, setSeconds] = useState(String(DETECTOR_SECONDS));
  const add = async () => {
    const input = { id: newId(), address, seconds: Number(seconds) };
    const words = 'It is asked about every article that is read from now on.';
    if (await act({ name: 'addDetector', input }, words)) setAddress('');
  };
  return (
    <form
      className={styles.add}
      aria-label="Add a detector"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label="Address"
        hint="On this machine, like http://127.0.0.1:5000/, or a public one by https. The text of every article that is read is sent there."
        value={address}
        required
        maxLength={2000}
        onChange={(event) => setAddress(event.target.value)}
      />
      <TextField
        label="Seconds for an article"
        type="number"
        min={1}
        max={MOST_DETECTOR_SECONDS}
        value={seconds}
        required
        onChange={(event) => setSeconds(event.target.value)}
      />
      <Button type="submit">Add detector</Button>
    </form>
  );
}
