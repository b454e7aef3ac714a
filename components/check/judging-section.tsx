'use client';

import type { CheckDetail } from '@/corpus/verification/check-detail';
import { FIDELITY_LABELS, FINDING_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import styles from './check.module.css';

/** How far judgements that are made apart have come, and the means to hand in one's own. */
export function JudgingSection({ check }: { readonly check: CheckDetail }) {
  const { run } = useDesk();
  const { id: checkId, judging, status } = check;
  if (judging === null) return null;
  const { judges, quorum, handedIn, isMineIn, isOpen } = judging;
  const rule =
    judges === quorum ? `${judges} judge apart` : `${judges} judge apart, ${quorum} have to agree`;
  return (
    <section className={styles.section} data-part="judging" aria-label="Judgements">
      <p>
        {rule}; {handedIn} handed in.{' '}
        {isOpen ? agreementOf(check) : 'Until all are in you see your own alone.'}
      </p>
      {!isOpen && isMineIn && <p>Yours is handed in.</p>}
      {status === 'checking' && !isMineIn && (
        <div>
          <Button
            look="primary"
            onClick={() => void run({ name: 'handInJudgement', input: { checkId } })}
          >
            Hand in my judgement
          </Button>
        </div>
      )}
    </section>
  );
}

/** How many of the judgements are alike, in words. */
function agreementOf({ assessments }: CheckDetail): string {
  const groups = new Map<string, number>();
  for (const { finding, fidelity } of assessments) {
    const labels = [finding && FINDING_LABELS[finding], fidelity && FIDELITY_LABELS[fidelity]];
    const words = labels.filter(Boolean).join(', ') || 'Nothing yet';
    groups.set(words, (groups.get(words) ?? 0) + 1);
  }
  const counts = [...groups].sort(([, a], [, b]) => b - a);
  const [first] = counts;
  if (first === undefined) return '';
  if (counts.length === 1) return `They agree: ${first[0]}.`;
  return `They differ: ${counts.map(([words, count]) => `${count} × ${words}`).join(' · ')}.`;
}
