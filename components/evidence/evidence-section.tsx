'use client';

import { useState } from 'react';
import type { PersonName } from '@/corpus/annotation/reading';
import type { CheckDetail, Citation } from '@/corpus/verification/check-detail';
import { findEvidenceGap } from '@/corpus/verification/evidence-rule';
import { addressAt, webAddressOf } from '@/corpus/verification/locator';
import { EVIDENCE_KIND_LABELS, STANCE_LABELS, TERMS_LABELS } from '@/corpus/vocabulary';
import { figure } from '@/corpus/wording/numbers';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { Tag } from '../ui/tag';
import { ArchivedCopies } from './archived-copies';
import { CiteForm } from './cite-form';
import { Confidants, UnseenList } from './confidants';
import { EditCitation } from './edit-citation';
import styles from './evidence.module.css';

interface EvidenceSectionProps {
  readonly check: CheckDetail;
  readonly people: readonly PersonName[];
}

/** The evidence that this check cites, and what is still missing. */
export function EvidenceSection({ check, people }: EvidenceSectionProps) {
  const [citing, setCiting] = useState(false);
  const { citations, annotation } = check;
  const gap = findEvidenceGap(
    annotation.kind,
    citations.map(({ item, stance, primary }) => ({ ...item, stance, primary })),
  );
  return (
    <section className={styles.section} data-part="evidence" aria-label="Evidence">
      <div className={styles.head}>
        <h3>Evidence</h3>
        <Button aria-expanded={citing} onClick={() => setCiting(!citing)}>
          Cite evidence
        </Button>
      </div>
      {citing && <CiteForm check={check} onDone={() => setCiting(false)} />}
      {citations.length > 0 && (
        <ul className={styles.list}>
          {citations.map((citation) => (
            <CitationLine key={citation.id} citation={citation} people={people} />
          ))}
        </ul>
      )}
      <UnseenList
        unseen={check.unseen}
        about="evidence"
        people={people}
        mayName={check.may.nameAnyway}
      />
      {gap !== null && <p className={styles.soft}>{gap}</p>}
    </section>
  );
}

interface CitationLineProps {
  readonly citation: Citation;
  readonly people: readonly PersonName[];
}

function CitationLine({ citation, people }: CitationLineProps) {
  const { run } = useDesk();
  const [editing, setEditing] = useState(false);
  const { id, version, item, stance, primary, locator, excerpt, uses } = citation;
  const tone = { supports: 'good', refutes: 'bad', context: 'plain' } as const;
  return (
    <li className={styles.item}>
      <span className={styles.tags}>
        <Tag tone={tone[stance]}>{STANCE_LABELS[stance]}</Tag>
        <Tag>{primary ? 'Primary' : 'Secondary'}</Tag>
        {item.terms !== 'on_record' && <Tag tone="wait">{TERMS_LABELS[item.terms]}</Tag>}
      </span>
      <span className={styles.title} dir="auto">
        {item.title}
      </span>
      <span className={styles.soft} dir="auto">
        {EVIDENCE_KIND_LABELS[item.kind]} · {item.origin}
        {item.place !== '' && ' · '}
        <Place place={item.place} locator={locator} />
        {locator !== null && locator !== '' && ` · ${locator}`}
        {uses > 1 && ` · cited by ${figure(uses)} checks`}
      </span>
      {excerpt !== null && excerpt !== '' && <q dir="auto">{excerpt}</q>}
      {item.knownTo !== null && (
        <Confidants about="evidence" id={item.id} knownTo={item.knownTo} people={people} />
      )}
      {editing && <EditCitation citation={citation} onDone={() => setEditing(false)} />}
      <ArchivedCopies citation={citation}>
        {!editing && (
          <>
            <Button look="quiet" onClick={() => setEditing(true)}>
              Edit
            </Button>
            <Button
              look="quiet"
              onClick={() => void run({ name: 'removeCitation', input: { id, version } })}
            >
              Take away
            </Button>
          </>
        )}
      </ArchivedCopies>
    </li>
  );
}

/** A link only where it is a web address, to the place in it where that can be told. */
function Place({ place, locator }: { place: string; locator: string | null }) {
  const address = webAddressOf(place);
  if (address === null) return <>{place}</>;
  return (
    <a href={addressAt(address, locator)} target="_blank" rel="noreferrer noopener">
      {place}
    </a>
  );
}
