import type { ReactNode } from 'react';
import { figure } from '@/corpus/wording/numbers';
import { Wide } from '../ui/wide';
import styles from './progress.module.css';

/** One kind of thing that a plot counts. `look` chooses its fill; the legend and table say its name. */
export interface Series {
  readonly name: string;
  readonly look: 'good' | 'calm' | 'wait' | 'bad' | 'half_bad' | 'plain' | 'faint';
}

export interface PlotRow {
  readonly name: string;
  /** One count for each series. */
  readonly counts: readonly number[];
  readonly href?: string;
}

interface PlotProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly rows: readonly PlotRow[];
  /** What is said where there is nothing to count. */
  readonly empty: string;
  /** Columns side by side for days, bars under each other for everything else. */
  readonly shape: 'bars' | 'columns';
}

/** Counts to be read at a glance, with the same numbers as a table beneath. */
export function Plot({ title, series, rows, empty, shape }: PlotProps) {
  const most = Math.max(0, ...rows.map(sumOf));
  if (most === 0) {
    return (
      <Figure title={title}>
        <p className={styles.quiet}>{empty}</p>
      </Figure>
    );
  }
  return (
    <Figure title={title}>
      {series.length > 1 && <Legend series={series} />}
      {shape === 'bars' ? <Bars {...{ series, rows, most }} /> : <Columns {...{ title, series, rows, most }} />}
      <Numbers {...{ title, series, rows }} />
    </Figure>
  );
} // prettier-ignore

function Figure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      {children}
    </figure>
  );
}

function Legend({ series }: Pick<PlotProps, 'series'>) {
  return (
    <ul className={styles.legend} aria-hidden>
      {series.map(({ name, look }) => (
        <li key={name}>
          <span data-look={look} />
          {name}
        </li>
      ))}
    </ul>
  );
}

type Drawn = Pick<PlotProps, 'series' | 'rows'> & { readonly most: number };

function Bars({ series, rows, most }: Drawn) {
  return (
    <div className={styles.bars} aria-hidden>
      {rows.map((row) => (
        <div key={row.name} className={styles.barRow}>
          <span className={styles.barName} dir="auto" title={row.name}>
            {row.name}
          </span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none">
            {row.counts.map((count, index) => {
              const before = row.counts.slice(0, index).reduce((sum, one) => sum + one, 0);
              const { name, look } = series[index]!;
              return (
                <rect key={name} data-look={look} x={(100 * before) / most} width={(100 * count) / most} y={0} height={10}>
                  <title>{`${row.name}, ${name}: ${figure(count)}`}</title>
                </rect>
              );
            })}
          </svg>
          <span className={styles.barCount}>{figure(sumOf(row))}</span>
        </div>
      ))}
    </div>
  );
} // prettier-ignore

const WIDTH = 24;
const HEIGHT = 100;

function Columns({ title, series, rows, most }: Drawn & Pick<PlotProps, 'title'>) {
  const width = rows.length * WIDTH;
  return (
    <div className={styles.columns}>
      <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={`${title}: at most ${figure(most)} a day`}>
        <line x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className={styles.axis} />
        {rows.map((row, column) =>
          row.counts.map((count, index) => {
            const before = row.counts.slice(0, index).reduce((sum, one) => sum + one, 0);
            const height = (HEIGHT * count) / most;
            const { name, look } = series[index]!;
            return (
              <rect key={`${row.name} ${name}`} data-look={look} x={column * WIDTH + 3} width={WIDTH - 6} y={HEIGHT - (HEIGHT * before) / most - height} height={height}>
                <title>{`${row.name}, ${name}: ${figure(count)}`}</title>
              </rect>
            );
          }),
        )}
      </svg>
      <p className={styles.ends} aria-hidden>
        <span>{rows[0]?.name}</span>
        <span>highest: {figure(most)}</span>
        <span>{rows.at(-1)?.name}</span>
      </p>
    </div>
  );
} // prettier-ignore

function Numbers({ title, series, rows }: Pick<PlotProps, 'title' | 'series' | 'rows'>) {
  return (
    <details className={styles.numbers}>
      <summary>The numbers</summary>
      <Wide label={`${title}, the numbers`}>
        <table>
          <thead>
            <tr>
              <td />
              {series.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {series.length > 1 && <th scope="col">all</th>}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row" dir="auto">
                  {row.href === undefined ? row.name : <a href={row.href}>{row.name}</a>}
                </th>
                {row.counts.map((count, index) => (
                  <td key={series[index]!.name}>{figure(count)}</td>
                ))}
                {series.length > 1 && <td>{figure(sumOf(row))}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  );
} // prettier-ignore

function sumOf({ counts }: PlotRow): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
