import { UNNAMED_FILE } from '@/corpus/ingest/unnamed';
import { useId, useState, type KeyboardEvent, type RefObject, type SyntheticEvent } from 'react';
import { counted } from '@/corpus/wording/numbers';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Kbd } from '../ui/tag';
import type { NamedFile } from './dropped-files';
import styles from './import.module.css';
import { markupIn, type PastedMarkup } from './pasted-markup';

interface PasteFormProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What was pasted last, if it came with formatting. */
  readonly markup: PastedMarkup | null;
  readonly onMarkup: (markup: PastedMarkup | null) => void;
  /** What pressing the button does: "Import text". */
  readonly verb: string;
  readonly onImport: (file: NamedFile) => void;
}

/** The web address, where the text is one and nothing else. */
function addressIn(text: string): string | null {
  return /^https?:\/\/\S+$/i.exec(text.trim())?.[0] ?? null;
}

/** Text or a web address pasted instead of a file, with a name if the person wants one. */
export function PasteForm(props: PasteFormProps) {
  const { field, text, onText, markup, onMarkup, verb, onImport } = props;
  const [name, setName] = useState('');
  const hint = useId();
  const fieldId = useId();
  const empty = text.trim() === '';
  const page = markup?.words === text ? markup.page : null;
  const send = () => {
    if (empty) return;
    const address = addressIn(text);
    if (address !== null) onImport({ name: address, blob: new Blob(), url: address });
    else onImport({ name: name.trim() || UNNAMED_FILE, blob: new Blob([page ?? text]) });
    onText('');
    onMarkup(null);
    setName('');
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    send();
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form className={styles.paste} aria-labelledby="import-paste" onSubmit={submit}>
      <h2 id="import-paste">Or paste the text</h2>
      <textarea
        ref={field}
        id={fieldId}
        className={styles.pasteField}
        aria-label="Text of the article"
        aria-describedby={hint}
        dir="auto"
        rows={7}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          if (event.target.value === '') onMarkup(null);
        }}
        onPaste={(event) => onMarkup(markupIn(event.clipboardData))}
        onKeyDown={sendByKey}
      />
      <p id={hint} className={styles.quiet}>
        {empty
          ? 'With its headline, byline and dateline, as it stands; or a web address.'
          : hintOf(text, page !== null, markup !== null)}
      </p>
      <div className={styles.pasteFoot}>
        <TextField
          label="Name (may stay empty)"
          placeholder={UNNAMED_FILE}
          dir="auto"
          maxLength={300}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button look="primary" type="submit" disabled={empty}>
          {verb}
        </Button>
        <span className={styles.quiet} aria-hidden>
          <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd>
        </span>
      </div>
    </form>
  );
}

function hintOf(text: string, isFormatted: boolean, wasFormatted: boolean): string {
  const words = counted(text.trim().split(/\s+/).length, 'word');
  if (isFormatted) return `${words}, with the headings, lists, links and emphasis they came with.`;
  return wasFormatted
    ? `${words}, without the formatting that was pasted: they were edited.`
    : words;
}
