import { COVERAGE_STATES, coverageWords, totalOf, type CoverageCounts } from '@/corpus/coverage/coverage'; // prettier-ignore
import styles from './coverage.module.css';

/** How many of an article's sentences stand in each state, as parts of one bar; the figure is its name. */
export function CoverageBar({ counts }: { readonly counts: CoverageCounts }) {
  const total = totalOf(counts);
  const name = coverageWords(counts);
  return (
    <div className={styles.bar} role="img" aria-label={name} title={name}>
      {COVERAGE_STATES.filter((state) => state !== 'uncovered' && counts[state] > 0).map(
        (state) => (
          <span
            key={state}
            data-state={state}
            style={{ width: `${((100 * counts[state]) / total).toFixed(2)}%` }}
          />
        ),
      )}
    </div>
  );
}
