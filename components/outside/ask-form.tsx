'use client';

import { useState, type SyntheticEvent } from 'react';
import { MOST_DAYS, MOST_PASSAGES, newInquiryKey, type Askable } from '@/corpus/outside/model';
import { KIND_LABELS } from '@/corpus/vocabulary';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { Tag } from '../ui/tag';
import styles from './outside.module.css';

export interface AskFormProps {
  readonly articleId: string;
  readonly askable: readonly Askable[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  /** The mark from which the person came; null where they came from elsewhere. */
  readonly first: string | null;
  readonly onMade: (link: { readonly name: string; readonly address: string }) => void;
}

/** Whom to ask, and about which words; a source is offered only their own. */
export function AskForm({ articleId, askable, sources, first, onMade }: AskFormProps) {
  const { run } = useDesk();
  const [name, setName] = useState('');
  const [sourceId, setSourceId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(first === null ? [] : [first]));
  const [showsHeadline, setShowsHeadline] = useState(false);
  const [days, setDays] = useState('7');
  const offered = askable.filter((one) => sourceId === null || one.sourceIds.includes(sourceId));
  const annotationIds = offered.map((one) => one.annotationId).filter((id) => chosen.has(id));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const chooseSource = (id: string | null) => {
    setSourceId(id);
    if (id !== null && name === '') setName(sources.find((one) => one.id === id)?.name ?? '');
  };
  const ask = async (event: SyntheticEvent) => {
    event.preventDefault();
    const key = newInquiryKey();
    const input = { id: newId(), articleId, name: name.trim(), sourceId, annotationIds, showsHeadline, days: Number(days), key }; // prettier-ignore
    if (!(await run({ name: 'openInquiry', input })).ok) return;
    onMade({ name: input.name, address: `${location.origin}/answer/${key}` });
    setName('');
    setChosen(new Set());
  };
  return (
    <form className={styles.form} aria-label="Ask somebody outside" onSubmit={(event) => void ask(event)}>
      <SelectField
        label="Who they are"
        value={sourceId ?? ''}
        none="An expert: any passage can be shown"
        options={Object.fromEntries(sources.map((one) => [one.id, `The source ${one.name}: only their own words`]))}
        onChoose={chooseSource}
      />
      <TextField label="Their name" hint="They see it on their page." value={name} required maxLength={500} dir="auto" onChange={(event) => setName(event.target.value)} />
      <fieldset className={styles.passages}>
        <legend>The passages that they see</legend>
        {offered.length === 0 && <p className={styles.soft}>Nothing is marked yet that could be shown.</p>}
        {offered.map((one) => (
          <label key={one.annotationId} className={styles.passage}>
            <input type="checkbox" checked={chosen.has(one.annotationId)} onChange={(event) => toggle(one.annotationId, event.target.checked)} />
            <span>
              <Tag kind={one.kind}>{KIND_LABELS[one.kind]}</Tag>{' '}
              <span className={styles.words} dir="auto">{one.words}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label className={styles.passage}>
        <input type="checkbox" checked={showsHeadline} onChange={(event) => setShowsHeadline(event.target.checked)} />
        <span>Show them the article’s headline too</span>
      </label>
      <TextField label="Days until the link ends" type="number" min={1} max={MOST_DAYS} required value={days} onChange={(event) => setDays(event.target.value)} />
      {annotationIds.length > MOST_PASSAGES && <p role="alert">A link shows at most {MOST_PASSAGES} passages.</p>}
      <div>
        <Button type="submit" look="primary" disabled={annotationIds.length === 0 || annotationIds.length > MOST_PASSAGES || name.trim() === ''}>
          Make the link
        </Button>
      </div>
    </form>
  );
} // prettier-ignore
