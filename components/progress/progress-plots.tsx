import { coveredOf, totalOf } from '@/corpus/coverage/coverage';
import { AGES, sharesOf, type CollectionProgress, type Progress, type StatusCounts } from '@/corpus/progress/model'; // prettier-ignore
import { FINDINGS, type Finding } from '@/corpus/verification/model';
import { FINDING_LABELS, TYPE_LABELS } from '@/corpus/vocabulary';
import type { ClaimType } from '@/corpus/annotation/model';
import { dayWords } from '@/corpus/wording/dates';
import { Plot, type PlotRow, type Series } from './plot';
import styles from './progress.module.css';

const SHARES: readonly Series[] = [
  { name: 'settled', look: 'good' },
  { name: 'at work', look: 'calm' },
  { name: 'untouched', look: 'faint' },
];

const LOOKS: Readonly<Record<Finding, Series['look']>> = {
  supported: 'good',
  supported_with_caveat: 'calm',
  conflicting: 'wait',
  refuted_partly: 'half_bad',
  refuted: 'bad',
  insufficient: 'plain',
  not_checkable: 'faint',
};

interface ProgressPlotsProps {
  readonly progress: Progress;
  readonly collections: readonly CollectionProgress[];
}

/** How the work of a collection stands, as plots with their numbers. */
export function ProgressPlots({ progress, collections }: ProgressPlotsProps) {
  return (
    <div className={styles.page}>
      {collections.length > 1 && (
        <Plot
          title="Collections"
          shape="bars"
          series={SHARES}
          rows={collections.map(({ id, name, statuses }) => ({ ...shareRow(name, statuses), href: `/desk/progress?collection=${id}` }))}
          empty="Nothing is marked yet."
        />
      )}
      <Plot
        title="Open checks by age"
        shape="bars"
        series={[{ name: 'open', look: 'calm' }]}
        rows={AGES.map(({ name }, index) => ({ name, counts: [progress.ages[index] ?? 0] }))}
        empty="No check is open."
      />
      <Plot
        title="Checked and signed, day by day"
        shape="columns"
        series={[{ name: 'checked', look: 'calm' }, { name: 'signed off', look: 'good' }]}
        rows={progress.days.map(({ day, checked, signed }) => ({ name: dayWords(day), counts: [checked, signed] }))}
        empty="Nothing was checked or signed in the last four weeks."
      />
      <Plot
        title="Findings by type"
        shape="bars"
        series={FINDINGS.map((finding) => ({ name: FINDING_LABELS[finding].toLowerCase(), look: LOOKS[finding] }))}
        rows={progress.findings.map(({ type, counts }) => ({ name: type === '' ? 'No type' : TYPE_LABELS[type as ClaimType], counts: FINDINGS.map((finding) => counts[finding] ?? 0) }))}
        empty="No finding has been recorded yet."
      />
      <Plot
        title="What checks wait for"
        shape="bars"
        series={[{ name: 'waiting', look: 'wait' }]}
        rows={progress.waiting.map(({ reason, count }) => ({ name: reason || 'no reason', counts: [count] }))}
        empty="No check waits for anything."
      />
      <Plot
        title="Articles: checks"
        shape="bars"
        series={SHARES}
        rows={progress.articles.map(({ id, headline, statuses }) => ({ ...shareRow(headline, statuses), href: `/articles/${id}/sign-off` }))}
        empty="Nothing is marked in these articles yet."
      />
      <Plot
        title="Articles: sentences"
        shape="bars"
        series={[{ name: 'covered', look: 'good' }, { name: 'not covered', look: 'faint' }]}
        rows={progress.articles.map(({ id, headline, coverage }) => ({ name: headline, href: `/articles/${id}/sign-off`, counts: [coveredOf(coverage), totalOf(coverage) - coveredOf(coverage)] }))}
        empty="There is no article here yet."
      />
    </div>
  );
} // prettier-ignore

function shareRow(name: string, statuses: StatusCounts): PlotRow {
  const { settled, inWork, untouched } = sharesOf(statuses);
  return { name, counts: [settled, inWork, untouched] };
}
