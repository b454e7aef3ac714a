'use client';

import { useEffect, useRef, useState } from 'react';
import type { Gamma } from '@/corpus/agreement/gamma/gamma';
import { counted } from '@/corpus/wording/numbers';
import { jsonLines } from '../desk/json-lines';
import { Button } from '../ui/button';
import styles from './agreement.module.css';
import { FigureWords, NoteList, notesOf } from './figure';

type Line = { readonly done: number } | { readonly gamma: Gamma };

/** How far the count is; null where none runs. */
type Share = number | null;

const BROKEN = 'γ could not be counted. Try again in a moment.';

/** γ, which is counted when it is asked for: on many articles it takes minutes. */
export function GammaSection({ collectionId }: { readonly collectionId: string }) {
  const [share, setShare] = useState<Share>(null);
  const [figure, setFigure] = useState<Gamma | null>(null);
  const [said, setSaid] = useState('');
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);
  const count = async () => {
    const controller = (stopping.current = new AbortController());
    setShare(0);
    setFigure(null);
    setSaid('');
    try {
      const refusal = await countGamma(collectionId, controller.signal, setShare, setFigure);
      setSaid(refusal ?? '');
    } catch {
      setSaid(controller.signal.aborted ? 'Stopped; γ was not counted.' : BROKEN);
    }
    setShare(null);
  };
  const notes = notesOf([figure]);
  return (
    <section className={styles.section} aria-labelledby="gamma">
      <h2 id="gamma">γ: place and kind together</h2>
      <p className={styles.soft}>
        One figure of how the pieces of all parts are placed and which kind they have, against
        chance (Mathet, Widlöcher and Métivier 2015). It is counted apart: on many articles that
        takes minutes.
      </p>
      {figure !== null && (
        <div>
          <p>
            γ <FigureWords figure={figure} notes={notes} />
          </p>
          <p className={styles.soft}>
            {counted(figure.units, 'unit')}, chance told from {counted(figure.samples, 'sample')}.
          </p>
          <NoteList notes={notes} />
        </div>
      )}
      <div className={styles.row}>
        {share === null ? (
          <Button onClick={() => void count()}>
            {figure === null ? 'Count γ' : 'Count γ again'}
          </Button>
        ) : (
          <>
            <progress aria-label="How far γ is counted" max={1} value={share} />
            <span className={styles.soft}>{Math.floor(share * 100)} %</span>
            <Button onClick={() => stopping.current?.abort()}>Stop</Button>
          </>
        )}
        <span role="status">{said}</span>
      </div>
    </section>
  );
}

/** Why γ is not counted, as one sentence; null where it is. */
async function countGamma(
  collectionId: string,
  signal: AbortSignal,
  onShare: (share: number) => void,
  onFigure: (figure: Gamma) => void,
): Promise<string | null> {
  const response = await fetch('/api/agreement/gamma', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ collectionId }),
    signal,
  });
  if (!response.ok) {
    const { message } = (await response.json()) as { message?: string };
    return message ?? BROKEN;
  }
  for await (const line of jsonLines<Line>(response)) {
    if ('done' in line) onShare(line.done);
    else {
      onFigure(line.gamma);
      return null;
    }
  }
  return BROKEN;
}
