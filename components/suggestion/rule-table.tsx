'use client';

import { useRouter } from 'next/navigation';
import { precisionOf, type RuleFigures } from '@/corpus/suggestion/precision';
import { ruleWords } from '@/corpus/suggestion/rule-words';
import { figure } from '@/corpus/wording/numbers';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Wide } from '../ui/wide';
import styles from './rules.module.css';

interface RuleTableProps {
  readonly collectionId: string;
  readonly rules: readonly RuleFigures[];
  readonly maySwitch: boolean;
}

/** Each rule with what the desk decided about its suggestions, as a plot and in figures. */
export function RuleTable({ collectionId, rules, maySwitch }: RuleTableProps) {
  const { run, say } = useDesk();
  const router = useRouter();
  const turn = async (rule: string, off: boolean) => {
    const input = { id: newId(), collectionId, rule, off };
    const outcome = await run({ name: 'switchRule', input });
    if (!outcome.ok) return;
    say(off ? 'Its suggestions are not shown any more.' : 'Its suggestions are shown again.');
    router.refresh();
  };
  return (
    <Wide label="Rules">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col" className={styles.number}>
              Waiting
            </th>
            <th scope="col" className={styles.number}>
              Accepted
            </th>
            <th scope="col" className={styles.number}>
              Rejected
            </th>
            <th scope="col" className={styles.plotHead}>
              <span>Right so far</span>
              <span className={styles.axis} aria-hidden>
                <span>0</span>
                <span>50</span>
                <span>100 %</span>
              </span>
            </th>
            <th scope="col">Shown</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((figures) => {
            const { rule, detector, open, accepted, rejected, off } = figures;
            const words = ruleWords(rule);
            return (
              <tr key={`${detector} ${rule}`} data-off={off}>
                <th scope="row">
                  <span dir="auto">{words}</span>
                  <span className={styles.name}>
                    {words === rule ? '' : rule}
                    {detector !== 'stet' && ` ${detector}`}
                  </span>
                </th>
                <td className={styles.number}>{figure(open)}</td>
                <td className={styles.number}>{figure(accepted)}</td>
                <td className={styles.number}>{figure(rejected)}</td>
                <td>
                  <PrecisionPlot figures={figures} />
                </td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`Show what this rule suggests: ${words}`}
                    checked={!off}
                    disabled={!maySwitch}
                    onChange={() => void turn(rule, !off)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Wide>
  );
}

/** A point for the share that was accepted, a line for its 95 % interval, a tick for what was stated. */
function PrecisionPlot({ figures }: { readonly figures: RuleFigures }) {
  const precision = precisionOf(figures);
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;
  const whole = (share: number) => Math.round(share * 100);
  const stated = `measured when it was written: ${whole(figures.stated)} of 100`;
  const told =
    precision === null
      ? `Nothing decided yet; ${stated}`
      : `${whole(precision.value)} of 100 right, between ${whole(precision.low)} and ${whole(precision.high)}; ${stated}`;
  return (
    <span className={styles.plot} role="img" aria-label={told} title={told}>
      <span className={styles.stated} style={{ insetInlineStart: percent(figures.stated) }} />
      {precision !== null && (
        <>
          <span
            className={styles.interval}
            style={{
              insetInlineStart: percent(precision.low),
              width: percent(precision.high - precision.low),
            }}
          />
          <span className={styles.point} style={{ insetInlineStart: percent(precision.value) }} />
        </>
      )}
    </span>
  );
}
