import { Download } from 'lucide-react';
import {
  FOREIGN_FILES,
  FORMATS,
  isForeign,
  offsetUnitOf,
  type Format,
} from '@/corpus/interchange/format-names';
import { buttonClass } from '../ui/button';
import { CopyLine } from './copy-line';
import styles from './dataset.module.css';
import {
  commandParts,
  CSV_FILES,
  exportAddress,
  refusalOf,
  type ExportChoice,
} from './export-choice';

const FORMAT_WORDS: Readonly<Record<Format, readonly [string, string]>> = {
  jsonl: ['JSON Lines', 'one file, one article a line, with all that belongs to it'],
  csv: ['CSV', 'tables for a spreadsheet or a database, with a description'],
  w3c: ['W3C Web Annotation', 'annotations for other people’s readers; no evidence'],
  brat: ['brat standoff', 'a text and its annotations for each article; no checks'],
  polnear: ['brat, PolNeAR profile', 'only the outermost attributions, as that corpus has them'],
  doccano: ['doccano', 'spans and relations, a line for each article and layer'],
  prodigy: ['spaCy, Prodigy', 'spans alone, a line for each article and layer'],
};

const UNIT_WORDS = {
  codepoint: 'Offsets count Unicode code points of the article’s text; the manifest says so.',
  utf16: 'Offsets count UTF-16 units of the article’s text, as doccano does; the manifest says so.',
} as const;

interface ExportResultProps {
  readonly choice: ExportChoice;
  readonly onFormat: (format: Format) => void;
}

/** The form it leaves in, the files to download, and what to know about them. */
export function ExportResult({ choice, onFormat }: ExportResultProps) {
  const refusal = refusalOf(choice);
  return (
    <section className={styles.result} aria-labelledby="export-download">
      <h2 id="export-download">Download</h2>
      <fieldset className={styles.formats}>
        <legend className="visually-hidden">Format</legend>
        {FORMATS.map((format) => (
          <label key={format} className={styles.format}>
            <input
              type="radio"
              name="format"
              checked={choice.format === format}
              onChange={() => onFormat(format)}
            />
            <span>
              <strong>{FORMAT_WORDS[format][0]}</strong>
              <span className={styles.quiet}>{FORMAT_WORDS[format][1]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div aria-live="polite">
        {refusal !== null && <p className={styles.refusal}>{refusal}</p>}
      </div>
      {refusal === null &&
        (choice.format === 'jsonl' ? <OneFile choice={choice} /> : <Files choice={choice} />)}
      <ul className={styles.notes}>
        <li>{UNIT_WORDS[offsetUnitOf(choice.format)]}</li>
        <li>
          Suggestions that nobody accepted and evidence given off the record never leave the desk.
        </li>
        <li>The same content gives the same bytes, so two exports can be compared.</li>
      </ul>
      <h3>The same on the command line</h3>
      <CopyLine parts={commandParts(choice)} />
    </section>
  );
}

function OneFile({ choice }: { readonly choice: ExportChoice }) {
  return (
    <a className={buttonClass('primary')} href={exportAddress(choice)} download>
      <Download size={15} aria-hidden />
      Download JSON Lines
    </a>
  );
}

/** What each file of a format holds; the files that every article has for itself are not listed. */
function filesOf(format: Format): Readonly<Record<string, string>> {
  if (!isForeign(format)) return CSV_FILES;
  return { ...FOREIGN_FILES[format], 'loss.json': 'what this format cannot carry' };
}

function Files({ choice }: { readonly choice: ExportChoice }) {
  const { format } = choice;
  return (
    <>
      {(format === 'brat' || format === 'polnear') && (
        <p className={styles.quiet}>
          Each article has two files of its own: the command line below writes them all.
        </p>
      )}
      <ul className={styles.files}>
        {Object.entries(filesOf(format)).map(([file, words]) => (
          <li key={file}>
            <a href={exportAddress(choice, file)} download={file}>
              <Download size={14} aria-hidden />
              {file}
            </a>
            <span className={styles.quiet}>{words}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
