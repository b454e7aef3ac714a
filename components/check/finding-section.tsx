'use client';

import type { CheckDetail } from '@/corpus/verification/check-detail';
import { FIDELITY_LABELS, FINDING_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { SelectField, TextArea } from '../ui/field';
import styles from './check.module.css';
import { SavedMeanwhile } from './saved-meanwhile';
import { useDraft } from './use-draft';

/** What the evidence says, for a quote also how true it is to what was said, and why. */
export function FindingSection({ check }: { check: CheckDetail }) {
  const { run, me } = useDesk();
  const { id: checkId, version, finding, fidelity, annotation } = check;
  const rationale = useDraft(check.rationale ?? '', version, (value, seen) => {
    const input = { checkId, version: seen, rationale: value.trim() === '' ? null : value };
    return run({ name: 'recordFinding', input });
  });
  const { judging } = check;
  const isFixed = judging !== null && (judging.isMineIn || judging.isOpen);
  const others = check.assessments.filter(({ person }) => person.id !== me.id);
  return (
    <section className={styles.section} aria-label="What was found">
      {annotation.kind === 'quote' && (
        <SelectField
          label="Fidelity"
          none="Not judged yet"
          value={fidelity ?? ''}
          options={FIDELITY_LABELS}
          disabled={isFixed}
          onChoose={(next) =>
            void run({ name: 'recordFinding', input: { checkId, version, fidelity: next } })
          }
        />
      )}
      <SelectField
        label={annotation.kind === 'quote' ? 'Finding on what it says' : 'Finding'}
        none="None yet"
        value={finding ?? ''}
        options={FINDING_LABELS}
        disabled={isFixed}
        onChoose={(next) =>
          void run({ name: 'recordFinding', input: { checkId, version, finding: next } })
        }
      />
      <div data-part="rationale">
        <TextArea
          label="Rationale"
          dir="auto"
          readOnly={isFixed}
          value={rationale.value}
          onFocus={rationale.onFocus}
          onBlur={rationale.onBlur}
          onChange={(event) => rationale.onChange(event.target.value)}
        />
      </div>
      <SavedMeanwhile draft={rationale} />
      {others.map(({ person, ...judgement }) => (
        <p key={person.id} className={styles.soft} dir="auto">
          {person.name}:{' '}
          {[
            judgement.finding && FINDING_LABELS[judgement.finding],
            judgement.fidelity && FIDELITY_LABELS[judgement.fidelity],
            judgement.rationale,
          ]
            .filter(Boolean)
            .join('. ')}
        </p>
      ))}
    </section>
  );
}
