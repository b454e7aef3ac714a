'use client';

import { useState } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import { CONTACT_LABELS, type Contact } from '@/corpus/outside/model';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { TERMS_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { Confidants, UnseenList } from '../evidence/confidants';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Tag } from '../ui/tag';
import styles from './check.module.css';
import { ContactForm } from './contact-form';

interface ContactSectionProps {
  readonly check: CheckDetail;
  readonly people: readonly PersonName[];
}

/** Who was asked about these words, when and how, and what they said. */
export function ContactSection({ check, people }: ContactSectionProps) {
  const { contacts, unseen, may } = check;
  const [edited, setEdited] = useState<string | null>(null);
  const done = () => setEdited(null);
  return (
    <details className={styles.section} open={contacts.length > 0} data-part="contacts">
      <summary>Contact log{contacts.length > 0 && ` (${contacts.length})`}</summary>
      <ul className={styles.messages} aria-label="Contact log">
        {contacts.map((contact) => (
          <li key={contact.id}>
            {edited === contact.id ? (
              <ContactForm checkId={check.id} contact={contact} onDone={done} />
            ) : (
              <Line contact={contact} people={people} onEdit={() => setEdited(contact.id)} />
            )}
          </li>
        ))}
      </ul>
      <UnseenList unseen={unseen} about="contact" people={people} mayName={may.nameAnyway} />
      {edited === 'new' ? (
        <ContactForm checkId={check.id} contact={null} onDone={done} />
      ) : (
        <Button onClick={() => setEdited('new')}>Log a contact</Button>
      )}
    </details>
  );
}

interface LineProps {
  readonly contact: Contact;
  readonly people: readonly PersonName[];
  readonly onEdit: () => void;
}

function Line({ contact, people, onEdit }: LineProps) {
  const { run, say } = useDesk();
  const { id, version, name, way, askedAt, question, answer, terms, by, knownTo } = contact;
  const remove = async () => {
    const { ok } = await run({ name: 'removeContact', input: { id, version } });
    if (ok) say('The contact is removed. Undo brings it back.');
  };
  return (
    <>
      <span className={styles.soft}>
        <bdi>{name}</bdi>, {CONTACT_LABELS[way].toLowerCase()}, <LocalTime at={askedAt} />, asked by{' '}
        <bdi>{by}</bdi>
      </span>{' '}
      {terms !== 'on_record' && <Tag tone="wait">{TERMS_LABELS[terms]}</Tag>}
      <p dir="auto">{question}</p>
      <p dir="auto">{answer ?? 'No answer yet.'}</p>
      {knownTo !== null && (
        <Confidants about="contact" id={contact.id} knownTo={knownTo} people={people} />
      )}
      <div className={styles.row}>
        <Button look="quiet" aria-label={`Change the contact with ${name}`} onClick={onEdit}>
          {answer === null ? 'Write the answer' : 'Change'}
        </Button>
        <Button
          look="quiet"
          aria-label={`Remove the contact with ${name}`}
          onClick={() => void remove()}
        >
          Remove
        </Button>
      </div>
    </>
  );
}
