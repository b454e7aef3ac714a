'use client';

import { useState, type SyntheticEvent } from 'react';
import type { ArticleDetails } from '@/corpus/annotation/reading';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import styles from './workbench.module.css';

interface EditDetailsProps {
  readonly article: ArticleDetails;
  readonly onClose: () => void;
  readonly onSaved: (article: ArticleDetails) => void;
}

/** Corrects what was read from the text or inferred: byline, places, agency, date. */
export function EditDetails({ article, onClose, onSaved }: EditDetailsProps) {
  const { run } = useDesk();
  const [headline, setHeadline] = useState(article.headline);
  const [byline, setByline] = useState(article.byline ?? '');
  const [places, setPlaces] = useState(article.places.join(' / '));
  const [agency, setAgency] = useState(article.agency ?? '');
  const [date, setDate] = useState(article.date ?? '');
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
    const outcome = await run({ name: 'editArticle', input: { id, version, ...fields } });
    if (!outcome.ok) return;
    const written = outcome.result.written.find((thing) => thing.id === id);
    const basis =
      'date' in fields
        ? { dateBasis: fields.date ? ('set' as const) : null, dateReason: null }
        : {};
    onSaved({ ...article, ...fields, ...basis, version: written?.version ?? version });
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
        <div className={styles.formActions}>
          <Button look="primary" type="submit">
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}
