'use client';

import { useEffect, useState } from 'react';
import type { LossReport } from '@/corpus/interchange/loss';
import { figure } from '@/corpus/wording/numbers';
import styles from './dataset.module.css';

type Counted =
  | { readonly of: string; readonly report: LossReport }
  | { readonly of: string; readonly failed: string };

/** How many ids of one loss are shown. */
const SHOWN = 5;

/** What a format cannot carry of what is chosen: counted at `address` before anything is written. */
export function LossList({ address }: { readonly address: string }) {
  const [counted, setCounted] = useState<Counted | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    readReport(address, controller.signal).then(
      (report) => setCounted({ of: address, report }),
      (error: unknown) => {
        if (!controller.signal.aborted) setCounted({ of: address, failed: sentenceOf(error) });
      },
    );
    return () => controller.abort();
  }, [address]);
  return (
    <section className={styles.loss} aria-labelledby="export-loss">
      <h3 id="export-loss">What it cannot carry</h3>
      <div aria-live="polite">
        {counted?.of !== address ? (
          <p className={styles.quiet}>Counting…</p>
        ) : 'failed' in counted ? (
          <p className={styles.refusal}>
            This could not be counted. Choose again to try once more.
          </p>
        ) : (
          <Report report={counted.report} />
        )}
      </div>
    </section>
  );
}

/** The server's sentence where it refused. */
class Refused extends Error {}

function sentenceOf(error: unknown): string {
  return error instanceof Refused
    ? error.message
    : 'This could not be counted. Choose again to try once more.';
}

async function readReport(address: string, signal: AbortSignal): Promise<LossReport> {
  const response = await fetch(address, { signal });
  if (response.status === 400 || response.status === 404) throw new Refused(await response.text());
  if (!response.ok) throw new Error(`${response.status}`);
  return (await response.json()) as LossReport;
}

function Report({ report: { lost, withheld } }: { readonly report: LossReport }) {
  return (
    <>
      {lost.length === 0 ? (
        <p className={styles.quiet}>Nothing of what you chose is lost.</p>
      ) : (
        <ul className={styles.losses}>
          {lost.map(({ what, count, ids = [] }) => (
            <li key={what}>
              <strong>{figure(count)}</strong> {what}
              {ids.length > 0 && (
                <details>
                  <summary>Which</summary>
                  <code>{ids.slice(0, SHOWN).join(' ')}</code>
                  {ids.length > SHOWN && (
                    <span className={styles.quiet}> and more, in loss.json</span>
                  )}
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {withheld.evidence > 0 && (
        <p className={styles.quiet}>
          {figure(withheld.evidence)} citations of confidential evidence stay on the desk.
        </p>
      )}
    </>
  );
}
