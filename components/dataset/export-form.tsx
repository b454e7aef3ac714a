'use client';

import { useState, type ReactNode } from 'react';
import { KINDS } from '@/corpus/annotation/model';
import type { Descriptions } from '@/corpus/interchange/format-names';
import { FINDINGS, STATUSES } from '@/corpus/verification/model';
import { FINDING_LABELS, KIND_LABELS, STATUS_LABELS } from '@/corpus/vocabulary';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { ChoiceGroup } from './choice-group';
import styles from './dataset.module.css';
import { EVERYTHING, type ExportChoice } from './export-choice';
import { ExportResult } from './export-result';
import { LayerChoice } from './layer-choice';

interface ExportFormProps {
  readonly formats: Descriptions;
  readonly collections: readonly {
    readonly name: string;
    /** The names of its layers. */
    readonly layers: readonly string[];
  }[];
  /** The only article to export, when the page was opened for one. */
  readonly article: { readonly id: string; readonly headline: string } | null;
  /** The name of the collection that the page was opened for. */
  readonly wanted: string | undefined;
}

/** Chooses what leaves as a dataset, and in which form. */
export function ExportForm({ formats, collections, article, wanted = '' }: ExportFormProps) {
  const [choice, setChoice] = useState<ExportChoice>({
    ...EVERYTHING,
    article: article?.id ?? '',
    collection: wanted,
  });
  const change = (part: Partial<ExportChoice>) => setChoice((now) => ({ ...now, ...part }));
  const all = Object.fromEntries(collections.map(({ name }) => [name, name]));
  const layers = layersOf(collections, choice.collection);
  const cleared = { ...EVERYTHING, format: choice.format };
  return (
    <div className={styles.columns}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        {article !== null && choice.article !== '' && (
          <p className={styles.only}>
            Only the article <bdi className={styles.headline}>{article.headline}</bdi>
            <Button look="quiet" onClick={() => change({ article: '' })}>
              All articles
            </Button>
          </p>
        )}
        <Section title="Articles">
          <div className={styles.fields}>
            <SelectField
              label="Collection"
              value={choice.collection}
              options={all}
              none="All collections"
              onChoose={(collection) => change({ collection: collection ?? '', layer: [] })}
            />
            <TextField
              label="Dated from"
              type="date"
              value={choice.from}
              onChange={(event) => change({ from: event.target.value })}
            />
            <TextField
              label="Dated to"
              type="date"
              value={choice.to}
              onChange={(event) => change({ to: event.target.value })}
            />
          </div>
          {(choice.from !== '' || choice.to !== '') && (
            <p className={styles.quiet}>Articles without a date are left out then.</p>
          )}
        </Section>
        <Section title="Annotations">
          <ChoiceGroup
            name="Kind"
            options={KINDS.map((kind) => [kind, KIND_LABELS[kind]])}
            chosen={choice.kind}
            onChoose={(kind) => change({ kind })}
          />
          <LayerChoice
            layers={layers}
            chosen={choice.layer}
            onChoose={(layer) => change({ layer })}
          />
          <ChoiceGroup
            name="Status of the check"
            options={STATUSES.map((status) => [status, STATUS_LABELS[status]])}
            chosen={choice.status}
            onChoose={(status) => change({ status })}
          />
          <ChoiceGroup
            name="Finding"
            options={FINDINGS.map((finding) => [finding, FINDING_LABELS[finding]])}
            chosen={choice.finding}
            onChoose={(finding) => change({ finding })}
          />
          <p className={styles.quiet}>
            With any of these chosen, an article of which no annotation is left is left out too.
          </p>
        </Section>
        <div>
          <Button onClick={() => setChoice(cleared)}>Choose everything</Button>
        </div>
      </form>
      <ExportResult formats={formats} choice={choice} onFormat={(format) => change({ format })} />
    </div>
  );
}

function layersOf(collections: ExportFormProps['collections'], name: string): readonly string[] {
  const chosen = collections.filter((collection) => name === '' || collection.name === name);
  return [...new Set(chosen.flatMap(({ layers }) => layers))].sort();
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
