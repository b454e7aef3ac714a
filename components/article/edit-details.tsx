'use client';

import { useState, type ChangeEvent, type SyntheticEvent } from 'react';
import type { ArticleDetails } from '@/corpus/annotation/reading';
import {
  SETTABLE_METADATA,
  type ArticleMetadata,
  type SettableMetadata,
} from '@/corpus/ingest/model';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { isoMinute, localMinute } from './details-moment';
import styles from './edit-details.module.css';

interface EditDetailsProps {
  readonly article: ArticleDetails;
  readonly onClose: () => void;
  readonly onSaved: (article: ArticleDetails) => void;
}

/** Corrects what was read of an article, inferred, or said by its sender. */
export function EditDetails({ article: given, onClose, onSaved }: EditDetailsProps) {
  const { run } = useDesk();
  // As it stood when the form was opened: what is saved elsewhere meanwhile is not written over.
  const [article] = useState(given);
  const [headline, setHeadline] = useState(article.headline);
  const [byline, setByline] = useState(article.byline ?? '');
  const [places, setPlaces] = useState(article.places.join(' / '));
  const [agency, setAgency] = useState(article.agency ?? '');
  const [date, setDate] = useState(article.date ?? '');
  const sent = useSent(article);
  const save = async (event: SyntheticEvent) => {
    event.preventDefault();
    const fields = {
      headline,
      byline: byline.trim() || null,
      places: places
        .split('/')
        .map((place) => place.trim())
        .filter(Boolean),
      agency: agency.trim() || null,
      ...((date || null) === article.date ? {} : { date: date || null }),
    };
    const { id, version } = article;
    const { set, metadata } = sent.changes();
    const said = Object.keys(set).length === 0 ? {} : { metadata: set };
    const input = { id, version, ...fields, ...said };
    const outcome = await run({ name: 'editArticle', input });
    if (!outcome.ok) return;
    const written = outcome.result.written.find((thing) => thing.id === id);
    const basis =
      'date' in fields
        ? { dateBasis: fields.date ? ('set' as const) : null, dateReason: null }
        : {};
    onSaved({ ...article, ...fields, ...basis, metadata, version: written?.version ?? version });
    onClose();
  };
  return (
    <Dialog open title="Details of the article" onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void save(event)}>
        <TextField
          label="Headline"
          required
          value={headline}
          onChange={(e) => setHeadline(e.target.value)}
        />
        <TextField label="Byline" value={byline} onChange={(e) => setByline(e.target.value)} />
        <TextField
          label="Places"
          hint="Several with a slash between them"
          value={places}
          onChange={(e) => setPlaces(e.target.value)}
        />
        <TextField label="Agency" value={agency} onChange={(e) => setAgency(e.target.value)} />
        <TextField
          label="Date"
          type="date"
          value={date}
          onChange={(e) => setDate(e.target.value)}
          {...(article.dateReason === null ? {} : { hint: article.dateReason })}
        />
        <TextField label="Publisher" {...sent.field('publisher')} />
        <TextField
          label="Language"
          hint="As a code: en, de-AT"
          pattern="[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"
          title="A language code like en or de-AT"
          {...sent.field('language')}
        />
        <TextField label="Slug" {...sent.field('slug')} />
        <TextField
          label="Embargo until"
          hint="In the time of this computer"
          type="datetime-local"
          {...sent.field('embargoedUntil')}
        />
        <div className={styles.actions}>
          <Button look="primary" type="submit">
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

type Shown = Readonly<Record<SettableMetadata, string>>;

function shownOf(metadata: ArticleMetadata | null): Shown {
  const { publisher = '', language = '', slug = '', embargoedUntil } = metadata ?? {};
  return { publisher, language, slug, embargoedUntil: localMinute(embargoedUntil) };
}

/** The fields of what the sender said; only those that a person changed are written. */
function useSent({ metadata: before }: ArticleDetails) {
  const [shown, setShown] = useState(() => shownOf(before));
  return {
    field: (name: SettableMetadata) => ({
      value: shown[name],
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) =>
        setShown({ ...shown, [name]: target.value }),
    }),
    changes() {
      const was = shownOf(before);
      const names = SETTABLE_METADATA.filter((name) => shown[name].trim() !== was[name].trim());
      const set = Object.fromEntries(names.map((name) => [name, writtenOf(name, shown[name])]));
      const all = Object.entries({ ...before, ...set }).filter(([, value]) => value !== null);
      return { set, metadata: Object.fromEntries(all) as ArticleMetadata };
    },
  };
}

function writtenOf(name: SettableMetadata, shown: string): string | null {
  return (name === 'embargoedUntil' ? isoMinute(shown) : shown.trim()) || null;
}
