'use client';

import { useState } from 'react';
import type { CheckDetail, Citation } from '@/corpus/verification/check-detail';
import { findEvidenceGap } from '@/corpus/verification/evidence-rule';
import { EVIDENCE_KIND_LABELS, STANCE_LABELS, TERMS_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { Tag } from '../ui/tag';
import { CiteForm } from './cite-form';
import { EditCitation } from './edit-citation';
import styles from './evidence.module.css';

/** The evidence that this check cites, and what is still missing. */
export function EvidenceSection({ check }: { check: CheckDetail }) {
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
            <CitationLine key={citation.id} citation={citation} />
          ))}
        </ul>
      )}
      {gap !== null && <p className={styles.soft}>{gap}</p>}
    </section>
  );
}

function CitationLine({ citation }: { citation: Citation }) {
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
        {EVIDENCE_KIND_LABELS[item.kind]} · {item.origin} · <Place place={item.place} />
        {locator !== null && locator !== '' && ` · ${locator}`}
        {uses > 1 && ` · cited by ${uses} checks`}
      </span>
      {excerpt !== null && excerpt !== '' && <q dir="auto">{excerpt}</q>}
      {(item.terms === 'off_record' || item.terms === 'deep_background') && (
        <span className={styles.soft}>This never leaves the desk.</span>
      )}
      {editing ? (
        <EditCitation citation={citation} onDone={() => setEditing(false)} />
      ) : (
        <span className={styles.tags}>
          <Button look="quiet" onClick={() => setEditing(true)}>
            Edit
          </Button>
          <Button
            look="quiet"
            onClick={() => void run({ name: 'removeCitation', input: { id, version } })}
          >
            Take away
          </Button>
        </span>
      )}
    </li>
  );
}

/** A link only where it is a web address: anything else is text. */
function Place({ place }: { place: string }) {
  if (!/^https?:\/\//i.test(place)) return <>{place}</>;
  return (
    <a href={place} target="_blank" rel="noreferrer noopener">
      {place}
    </a>
  );
}
