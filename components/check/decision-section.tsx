'use client';

import { useState, type SyntheticEvent } from 'react';
import type { CheckDetail, Decision } from '@/corpus/verification/check-detail';
import type { Fidelity, Finding } from '@/corpus/verification/model';
import { FIDELITY_LABELS, FINDING_LABELS } from '@/corpus/vocabulary';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { LocalTime } from '../ui/local-time';
import styles from './check.module.css';

/** What was decided of a dispute, by whom and why; and the means to decide it. */
export function DecisionSection({ check }: { readonly check: CheckDetail }) {
  const { decisions, status, may } = check;
  const isDisputed = status === 'disputed';
  if (decisions.length === 0 && !isDisputed) return null;
  const isDecided = decisions.some(({ stands }) => stands);
  return (
    <section className={styles.section} data-part="decision" aria-label="Dispute">
      <h3 className={styles.heading}>Dispute</h3>
      {decisions.length > 0 && (
        <ol className={styles.messages} aria-label="Decisions">
          {decisions.map((decision) => (
            <DecisionLine key={decision.id} decision={decision} />
          ))}
        </ol>
      )}
      {
        isDisputed && may.decide &&
        <DecisionForm key={String(isDecided)} check={check} verb={isDecided ? 'Decide anew' : 'Decide'} /> // prettier-ignore
      }
      {isDisputed && !may.decide && !isDecided && <p>An editor decides it.</p>}
    </section>
  );
}

function DecisionLine({ decision }: { readonly decision: Decision }) {
  const { person, at, finding, fidelity, reason, stands } = decision;
  const judged = [finding && FINDING_LABELS[finding], fidelity && FIDELITY_LABELS[fidelity]];
  return (
    <li dir="auto">
      <strong>{person.name}</strong> decided: {judged.filter(Boolean).join(', ')}. {reason}{' '}
      <span className={styles.soft}>
        <LocalTime at={at} />
        {!stands && '; disputed again since'}
      </span>
    </li>
  );
}

function DecisionForm({ check, verb }: { readonly check: CheckDetail; readonly verb: string }) {
  const { run } = useDesk();
  const { id: checkId, version } = check;
  const [finding, setFinding] = useState<Finding | null>(check.finding);
  const [fidelity, setFidelity] = useState<Fidelity | null>(check.fidelity);
  const [reason, setReason] = useState('');
  const decide = (event: SyntheticEvent) => {
    event.preventDefault();
    const input = { id: newId(), checkId, version, finding, fidelity, reason: reason.trim() };
    void run({ name: 'decideDispute', input });
  };
  return (
    <form className={styles.stack} onSubmit={decide}>
      {check.annotation.kind === 'quote' && (
        <SelectField
          label="Fidelity that stands"
          none="Choose"
          value={fidelity ?? ''}
          options={FIDELITY_LABELS}
          onChoose={setFidelity}
        />
      )}
      <SelectField
        label="Finding that stands"
        none="Choose"
        value={finding ?? ''}
        options={FINDING_LABELS}
        onChoose={setFinding}
      />
      <TextField
        label="Why"
        dir="auto"
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div>
        <Button type="submit" look="primary" disabled={reason.trim() === ''}>
          {verb}
        </Button>
      </div>
    </form>
  );
}
