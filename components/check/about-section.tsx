'use client';

import {
  CLAIM_TYPES,
  FLAGS,
  type Attributes,
  type ClaimType,
  type Flag,
  type Kind,
} from '@/corpus/annotation/model';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import {
  FLAG_LABELS,
  KIND_LABELS,
  SOURCE_TYPE_LABELS,
  SPEECH_LABELS,
  TERMS_LABELS,
  TYPE_LABELS,
} from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import styles from './check.module.css';
import { useDraft } from './use-draft';

/** What the annotation is: kind, types, flags, and for an attribution its source. */
export function AboutSection({ check }: { check: CheckDetail }) {
  const { run } = useDesk();
  const { id, version, kind, types, flags } = check.annotation;
  const retag = (change: { kind?: Kind; attributes?: Partial<Attributes> }) =>
    void run({ name: 'retagAnnotation', input: { id, version, ...change } });
  const toggleType = (type: ClaimType) =>
    retag({
      attributes: {
        types: types.includes(type) ? types.filter((known) => known !== type) : [...types, type],
      },
    });
  const toggleFlag = (flag: Flag) =>
    retag({
      attributes: {
        flags: flags.includes(flag) ? flags.filter((known) => known !== flag) : [...flags, flag],
      },
    });
  const summary = [...types.map((t) => TYPE_LABELS[t]), ...flags.map((f) => FLAG_LABELS[f])];
  return (
    <details className={styles.section} data-part="about">
      <summary>
        Types and flags
        {summary.length > 0 && <span className={styles.soft}>: {summary.join(', ')}</span>}
      </summary>
      <div className={styles.stack}>
        <SelectField
          label="Kind"
          value={kind}
          options={KIND_LABELS}
          onChoose={(next) => next !== null && retag({ kind: next })}
        />
        <fieldset className={styles.choices}>
          <legend>Types{types[0] !== undefined && `, main: ${TYPE_LABELS[types[0]]}`}</legend>
          {CLAIM_TYPES.map((type) => (
            <label key={type}>
              <input
                type="checkbox"
                checked={types.includes(type)}
                onChange={() => toggleType(type)}
              />{' '}
              {TYPE_LABELS[type]}
            </label>
          ))}
        </fieldset>
        {types.length > 1 && (
          <div className={styles.row}>
            {types.slice(1).map((type) => (
              <Button
                key={type}
                look="quiet"
                onClick={() =>
                  retag({ attributes: { types: [type, ...types.filter((t) => t !== type)] } })
                }
              >
                Make {TYPE_LABELS[type].toLowerCase()} the main type
              </Button>
            ))}
          </div>
        )}
        <fieldset className={styles.choices}>
          <legend>Flags</legend>
          {FLAGS.map((flag) => (
            <label key={flag}>
              <input
                type="checkbox"
                checked={flags.includes(flag)}
                onChange={() => toggleFlag(flag)}
              />{' '}
              {FLAG_LABELS[flag]}
            </label>
          ))}
        </fieldset>
        {kind === 'attribution' && <SourceFields check={check} retag={retag} />}
      </div>
    </details>
  );
}

interface SourceFieldsProps {
  readonly check: CheckDetail;
  readonly retag: (change: { attributes: Partial<Attributes> }) => void;
}

function SourceFields({ check, retag }: SourceFieldsProps) {
  const { speech, sourceType, terms, anonymityReason } = check.annotation;
  const reason = useDraft(anonymityReason ?? '', (value) =>
    retag({ attributes: { anonymityReason: value.trim() || null } }),
  );
  return (
    <>
      <SelectField
        label="Speech"
        none="Not said"
        value={speech ?? ''}
        options={SPEECH_LABELS}
        onChoose={(next) => retag({ attributes: { speech: next } })}
      />
      <SelectField
        label="Source"
        none="Not said"
        value={sourceType ?? ''}
        options={SOURCE_TYPE_LABELS}
        onChoose={(next) => retag({ attributes: { sourceType: next } })}
      />
      <SelectField
        label="Terms"
        none="Not said"
        value={terms ?? ''}
        options={TERMS_LABELS}
        onChoose={(next) => retag({ attributes: { terms: next } })}
      />
      {sourceType === 'anonymous' && (
        <TextField
          label="Reason for anonymity"
          hint="none_given where the article gives none"
          value={reason.value}
          onFocus={reason.onFocus}
          onBlur={reason.onBlur}
          onChange={(event) => reason.onChange(event.target.value)}
        />
      )}
    </>
  );
}
