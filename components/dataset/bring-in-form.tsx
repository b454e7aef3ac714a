'use client';

import { USUAL_COLLECTION } from '@/corpus/ingest/unnamed';
import { FilePlus2 } from 'lucide-react';
import { useRef, useState, type ChangeEvent, type SyntheticEvent } from 'react';
import type { BroughtReport } from '@/corpus/interchange/read/report';
import { filesOfField, type NamedFile } from '../article/dropped-files';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { BringInPlan } from './bring-in-plan';
import styles from './dataset.module.css';

interface BringInFormProps {
  /** The names of the desk's collections. */
  readonly collections: readonly string[];
  /** The collection that new articles go to unless another is typed. */
  readonly goal: string | undefined;
  /** What each format that can be brought in is called. */
  readonly formats: Readonly<Record<string, string>>;
}

const BROKEN = 'This could not be read. Try again in a moment.';

/** Brings texts with their annotations, or a bundle, in: the plan is shown before anything is written. */
export function BringInForm({ collections, goal = USUAL_COLLECTION, formats }: BringInFormProps) {
  const [collection, setCollection] = useState(goal);
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const [report, setReport] = useState<BroughtReport | null>(null);
  const [isDone, setDone] = useState(false);
  const [said, setSaid] = useState('');
  const [working, setWorking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const stopping = useRef<AbortController | null>(null);
  const forget = () => {
    stopping.current?.abort();
    setReport(null);
    setDone(false);
    setSaid('');
  };
  const ask = async (chosen: readonly NamedFile[], write: boolean) => {
    stopping.current?.abort();
    const controller = (stopping.current = new AbortController());
    setWorking(true);
    setSaid(write ? 'Bringing it in…' : 'Reading the files…');
    const answer = await send(chosen, collection, write, controller.signal);
    if (controller.signal.aborted) return;
    setWorking(false);
    if ('message' in answer) setSaid(answer.message);
    else {
      setReport(answer);
      setDone(write);
      setSaid('');
    }
  };
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = filesOfField(target.files!);
    target.value = '';
    if (chosen.length === 0) return;
    forget();
    setFiles(chosen);
    void ask(chosen, false);
  };
  const plan = (event: SyntheticEvent) => {
    event.preventDefault();
    if (files.length > 0) void ask(files, false);
    else field.current?.click();
  };
  return (
    <div className={styles.columns}>
      <form className={styles.form} onSubmit={plan} aria-labelledby="bring-in-files">
        <h2 id="bring-in-files">Files</h2>
        <div className={styles.only}>
          <Button onClick={() => field.current?.click()}>
            <FilePlus2 size={15} aria-hidden />
            Choose files
          </Button>
          <input ref={field} type="file" multiple hidden aria-label="Files" onChange={take} />
          <span className={styles.quiet}>{filesWords(files)}</span>
        </div>
        <TextField
          label="Collection for new articles"
          hint="A name that no collection has yet makes a new one. A bundle brings its own."
          list="bring-in-collections"
          required
          value={collection}
          onChange={({ target }) => {
            setCollection(target.value);
            forget();
            setWorking(false);
          }}
        />
        <datalist id="bring-in-collections">
          {collections.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <div>
          <Button type="submit" disabled={working || files.length === 0}>
            Show what would happen
          </Button>
        </div>
        <Formats names={Object.values(formats)} />
      </form>
      <section className={styles.result} aria-labelledby="bring-in-plan">
        <h2 id="bring-in-plan">{isDone ? 'What was brought in' : 'What would happen'}</h2>
        <div aria-live="polite">
          {said !== '' && <p className={working ? styles.quiet : styles.refusal}>{said}</p>}
          {report === null && said === '' && (
            <p className={styles.quiet}>
              Choose files first. Nothing is written before you have seen what would happen.
            </p>
          )}
        </div>
        {report !== null && (
          <BringInPlan
            report={report}
            formats={formats}
            isDone={isDone}
            isWorking={working}
            onWrite={() => void ask(files, true)}
          />
        )}
      </section>
    </div>
  );
}

function filesWords(files: readonly NamedFile[]): string {
  const [first, ...more] = files;
  if (first === undefined) return 'Several at once, or a zip archive with them.';
  return more.length === 0 ? first.name : `${first.name} and ${more.length} more`;
}

function Formats({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className={styles.notes}>
      <li>
        What is in the files tells their format: {names.join(', ')}, or a bundle of Stet. W3C needs
        its <code>texts.jsonl</code>, brat its texts, CSV all six tables.
      </li>
      <li>Offsets are compared with the words that they should hold, and never guessed.</li>
      <li>An annotator’s marks come into the layer of that name.</li>
    </ul>
  );
}

/** The plan or the outcome; or one sentence that says why there is none. */
async function send(
  files: readonly NamedFile[],
  collection: string,
  write: boolean,
  signal: AbortSignal,
): Promise<BroughtReport | { readonly message: string }> {
  const body = new FormData();
  body.set('collection', collection);
  if (write) body.set('write', 'yes');
  for (const { name, blob } of files) body.append('file', blob, name);
  try {
    const response = await fetch('/api/bring-in', { method: 'POST', body, signal });
    const answer = (await response.json()) as BroughtReport | { readonly message?: string };
    if (response.ok) return answer as BroughtReport;
    return { message: ('message' in answer && answer.message) || BROKEN };
  } catch {
    return { message: BROKEN };
  }
}
