'use client';

import { useState, type SyntheticEvent } from 'react';
import type { Terms } from '@/corpus/annotation/model';
import { CONTACT_LABELS, type Contact, type ContactWay } from '@/corpus/outside/model';
import { dueMinute } from '@/corpus/verification/due';
import { TERMS_LABELS } from '@/corpus/vocabulary';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextArea, TextField } from '../ui/field';
import styles from './check.module.css';

interface ContactFormProps {
  readonly checkId: string;
  /** Null for a new one, which was made now. */
  readonly contact: Contact | null;
  readonly onDone: () => void;
}

/** Writes or changes one line of the contact log. */
export function ContactForm({ checkId, contact: given, onDone }: ContactFormProps) {
  const { run } = useDesk();
  // As it stood when the form was opened: what is saved elsewhere meanwhile is not written over.
  const [contact] = useState(given);
  const [name, setName] = useState(contact?.name ?? '');
  const [way, setWay] = useState<ContactWay>(contact?.way ?? 'phone');
  const [at, setAt] = useState(() => localMinute(contact?.askedAt ?? new Date().toISOString()));
  const [question, setQuestion] = useState(contact?.question ?? '');
  const [answer, setAnswer] = useState(contact?.answer ?? '');
  const [terms, setTerms] = useState<Terms>(contact?.terms ?? 'on_record');
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const askedAt = dueMinute(new Date(at));
    const said = { name, way, askedAt, question, answer: answer.trim() || null, terms };
    const outcome = await (contact === null
      ? run({ name: 'logContact', input: { id: newId(), checkId, ...said } })
      : run({ name: 'editContact', input: { id: contact.id, version: contact.version, ...said } }));
    if (outcome.ok) onDone();
  };
  return (
    <form className={styles.stack} onSubmit={(event) => void submit(event)}>
      <TextField label="Who was asked" required maxLength={500} dir="auto" value={name} onChange={(event) => setName(event.target.value)} />
      <div className={styles.pair}>
        <SelectField label="How" value={way} options={CONTACT_LABELS} onChoose={(chosen) => chosen !== null && setWay(chosen)} />
        <TextField label="When" type="datetime-local" required value={at} onChange={(event) => setAt(event.target.value)} />
        <SelectField label="Terms of the answer" value={terms} options={TERMS_LABELS} onChoose={(chosen) => chosen !== null && setTerms(chosen)} />
      </div>
      <TextArea label="What was asked" required maxLength={2000} dir="auto" value={question} onChange={(event) => setQuestion(event.target.value)} />
      <TextArea label="What they answered" dir="auto" value={answer} onChange={(event) => setAnswer(event.target.value)} />
      <div className={styles.row}>
        <Button type="submit" look="primary">
          Save the contact
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  );
} // prettier-ignore

/** A moment as a field for date and time takes it, in the reader's own time zone. */
function localMinute(at: string): string {
  const moment = new Date(at);
  const offset = moment.getTimezoneOffset() * 60_000;
  return new Date(moment.getTime() - offset).toISOString().slice(0, 16);
}
