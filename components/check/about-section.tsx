'use client';

import type { Attributes, ClaimType, Flag, Kind } from '@/corpus/annotation/model';
import type { TagSet } from '@/corpus/project/tag-set';
import {
  FLAG_LABELS,
  KIND_LABELS,
  SOURCE_TYPE_LABELS,
  SPEECH_LABELS,
  TERMS_LABELS,
  TYPE_LABELS,
} from '@/corpus/vocabulary';
import type { CommandOutcome } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import styles from './check.module.css';
import { SavedMeanwhile } from './saved-meanwhile';
import { useDraft } from './use-draft';

/** An annotation with what can be said of it. */
type Tagged = Attributes & { readonly id: string; readonly version: number; readonly kind: Kind };

interface AboutSectionProps {
  readonly annotation: Tagged;
  /** The words that are offered. */
  readonly tagSet: TagSet;
  /** Whether it stands open at first. */
  readonly open?: boolean;
}

interface Retag {
  readonly kind?: Kind;
  readonly attributes?: Partial<Attributes>;
}

/** What the annotation is: kind, types, flags, and for an attribution its source. */
export function AboutSection({ annotation, tagSet, open = false }: AboutSectionProps) {
  const { run } = useDesk();
  const { id, version, kind, types, flags } = annotation;
  const retag = (change: Retag, seen = version) =>
    run({ name: 'retagAnnotation', input: { id, version: seen, ...change } });
  const toggleType = (type: ClaimType) =>
    void retag({
      attributes: {
        types: types.includes(type) ? types.filter((known) => known !== type) : [...types, type],
      },
    });
  const toggleFlag = (flag: Flag) =>
    void retag({
      attributes: {
        flags: flags.includes(flag) ? flags.filter((known) => known !== flag) : [...flags, flag],
      },
    });
  const summary = [...types.map((t) => TYPE_LABELS[t]), ...flags.map((f) => FLAG_LABELS[f])];
  return (
    <details className={styles.section} data-part="about" open={open}>
      <summary>
        Types and flags
        {summary.length > 0 && <span className={styles.soft}>: {summary.join(', ')}</span>}
      </summary>
      <div className={styles.stack}>
        <SelectField
          label="Kind"
          value={kind}
          options={offered(KIND_LABELS, tagSet.kinds)}
          onChoose={(next) => next !== null && void retag({ kind: next })}
        />
        <fieldset className={styles.choices}>
          <legend>Types{types[0] !== undefined && `, main: ${TYPE_LABELS[types[0]]}`}</legend>
          {tagSet.types.map((type) => (
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
                  void retag({ attributes: { types: [type, ...types.filter((t) => t !== type)] } })
                }
              >
                Make {TYPE_LABELS[type].toLowerCase()} the main type
              </Button>
            ))}
          </div>
        )}
        <fieldset className={styles.choices}>
          <legend>Flags</legend>
          {tagSet.flags.map((flag) => (
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
        {kind === 'attribution' && <SourceFields {...{ annotation, tagSet, retag }} />}
      </div>
    </details>
  );
}

/** The labels of the words that a tag set has. */
function offered<Word extends string>(
  labels: Readonly<Record<Word, string>>,
  words: readonly Word[],
): Readonly<Record<Word, string>> {
  return Object.fromEntries(words.map((word) => [word, labels[word]])) as Record<Word, string>;
}

interface SourceFieldsProps extends Pick<AboutSectionProps, 'annotation' | 'tagSet'> {
  readonly retag: (change: Retag, seen?: number) => Promise<CommandOutcome>;
}

function SourceFields({ annotation, tagSet, retag }: SourceFieldsProps) {
  const { speech, sourceType, terms, anonymityReason } = annotation;
  const reason = useDraft(anonymityReason ?? '', annotation.version, (value, seen) =>
    retag({ attributes: { anonymityReason: value.trim() || null } }, seen),
  );
  return (
    <>
      <SelectField
        label="Speech"
        none="Not said"
        value={speech ?? ''}
        options={offered(SPEECH_LABELS, tagSet.speech)}
        onChoose={(next) => void retag({ attributes: { speech: next } })}
      />
      <SelectField
        label="Source"
        none="Not said"
        value={sourceType ?? ''}
        options={offered(SOURCE_TYPE_LABELS, tagSet.sourceTypes)}
        onChoose={(next) => void retag({ attributes: { sourceType: next } })}
      />
      <SelectField
        label="Terms"
        none="Not said"
        value={terms ?? ''}
        options={offered(TERMS_LABELS, tagSet.terms)}
        onChoose={(next) => void retag({ attributes: { terms: next } })}
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
      {sourceType === 'anonymous' && <SavedMeanwhile draft={reason} />}
    </>
  );
}
