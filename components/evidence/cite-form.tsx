'use client';

import { useEffect, useState, type SyntheticEvent } from 'react';
import type { Terms } from '@/corpus/annotation/model';
import type { CheckDetail, EvidenceItem } from '@/corpus/verification/check-detail';
import type { EvidenceKind } from '@/corpus/verification/model';
import { isWithheld } from '@/corpus/copy/discreet';
import { webAddressOf } from '@/corpus/verification/locator';
import { EVIDENCE_KIND_LABELS, TERMS_LABELS } from '@/corpus/vocabulary';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import styles from './evidence.module.css';
import { UseFields, type Use } from './use-fields';

interface CiteFormProps {
  readonly check: CheckDetail;
  readonly onDone: () => void;
}

const NEW_USE: Use = { locator: '', excerpt: '', stance: null, primary: false };
const NEW_ITEM = {
  kind: 'document' as EvidenceKind,
  title: '',
  place: '',
  origin: '',
  terms: 'on_record' as Terms,
};

/** Cites an item that the collection has, or a new one; both in one step. */
export function CiteForm({ check, onDone }: CiteFormProps) {
  const { run } = useDesk();
  const known = useKnownEvidence(check.collectionId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [item, setItem] = useState(NEW_ITEM);
  const [use, setUse] = useState(NEW_USE);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const evidenceItemId = chosen ?? newId();
    const origin = item.origin.trim() || item.title.trim();
    const added = { id: evidenceItemId, collectionId: check.collectionId, ...item, origin };
    const { stance } = use;
    // The field asks for it before the form is sent.
    if (stance === null) return;
    const cited = { id: newId(), checkId: check.id, evidenceItemId, ...use, stance };
    const outcome = await (chosen === null
      ? run({ name: 'addEvidence', input: added }, { name: 'citeEvidence', input: cited })
      : run({ name: 'citeEvidence', input: cited }));
    if (outcome.ok) onDone();
  };
  const address = webAddressOf(item.place);
  const names = Object.fromEntries(
    known.map(({ id, title, origin }) => [id, `${title} (${origin})`]),
  );
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <SelectField
        label="Evidence"
        none="New evidence"
        value={chosen ?? ''}
        options={names}
        onChoose={setChosen}
        autoFocus
      />
      {chosen === null && (
        <>
          <TextField
            label="Title"
            required
            value={item.title}
            onChange={(event) => setItem({ ...item, title: event.target.value })}
          />
          <TextField
            label="Address or place"
            hint={address === null ? 'A web address becomes a link' : `Leads to ${address}`}
            value={item.place}
            onChange={(event) => setItem({ ...item, place: event.target.value })}
          />
          <TextField
            label="Origin"
            hint="Who it comes from: copies of one story have one origin"
            value={item.origin}
            onChange={(event) => setItem({ ...item, origin: event.target.value })}
          />
          <div className={styles.pair}>
            <SelectField
              label="What it is"
              value={item.kind}
              options={EVIDENCE_KIND_LABELS}
              onChoose={(kind) => kind !== null && setItem({ ...item, kind })}
            />
            <SelectField
              label="Terms"
              value={item.terms}
              options={TERMS_LABELS}
              onChoose={(terms) => terms !== null && setItem({ ...item, terms })}
            />
          </div>
          {isWithheld(item.terms) && (
            <p className={styles.soft}>Only you will see it, until you name others.</p>
          )}
        </>
      )}
      <UseFields use={use} onChange={setUse} />
      <div className={styles.tags}>
        <Button type="submit" look="primary">
          Cite
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
}

function useKnownEvidence(collectionId: string): readonly EvidenceItem[] {
  const [items, setItems] = useState<readonly EvidenceItem[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    fetch(`/api/evidence?collection=${collectionId}`, { signal: abort.signal })
      .then(async (response) => setItems((await response.json()) as EvidenceItem[]))
      .catch(() => undefined);
    return () => abort.abort();
  }, [collectionId]);
  return items;
}
