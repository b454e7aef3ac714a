import { Download } from 'lucide-react';
import {
  FORMATS,
  type Descriptions,
  type Format,
  type FormatDescription,
  type FormatUnit,
} from '@/corpus/interchange/format-names';
import { buttonClass } from '../ui/button';
import { CopyLine } from './copy-line';
import styles from './dataset.module.css';
import { commandParts, exportAddress, refusalOf, type ExportChoice } from './export-choice';
import { LossList } from './loss-list';

const UNIT_WORDS: Readonly<Record<FormatUnit, string>> = {
  codepoint: 'Offsets count Unicode code points of the article’s text; the manifest says so.',
  utf16: 'Offsets count UTF-16 units of the article’s text; the manifest says so.',
  none: 'The format has no offsets into the text.',
};

interface ExportResultProps {
  readonly formats: Descriptions;
  readonly choice: ExportChoice;
  readonly onFormat: (format: Format) => void;
}

/** The form it leaves in, what is lost, the files to download, and what to know about them. */
export function ExportResult({ formats, choice, onFormat }: ExportResultProps) {
  const refusal = refusalOf(choice);
  const description = formats[choice.format];
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
              <strong>{formats[format].name}</strong>
              {choice.format === format && (
                <span className={styles.quiet}>{formats[format].carries}</span>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <div aria-live="polite">
        {refusal !== null && <p className={styles.refusal}>{refusal}</p>}
      </div>
      {refusal === null && (
        <>
          <LossList address={exportAddress(choice, 'loss.json')} />
          <a className={buttonClass('primary')} href={exportAddress(choice)} download>
            <Download size={15} aria-hidden />
            Download {description.name}
          </a>
          <Files choice={choice} description={description} />
        </>
      )}
      <ul className={styles.notes}>
        <li>{UNIT_WORDS[description.unit]}</li>
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

/** What each file of the format holds, one by one. */
function Files({ choice, description }: { choice: ExportChoice; description: FormatDescription }) {
  const files = { ...description.files, 'loss.json': 'what this format cannot carry' };
  return (
    <details className={styles.fileList}>
      <summary>The files one by one</summary>
      {description.own.length > 0 && (
        <p className={styles.quiet}>
          Each article has {description.own.length === 1 ? 'a file' : 'two files'} of its own beside
          these, which the download holds.
        </p>
      )}
      <ul className={styles.files}>
        {Object.entries(files).map(([file, words]) => (
          <li key={file}>
            <a href={exportAddress(choice, file)} download={file}>
              <Download size={14} aria-hidden />
              {file}
            </a>
            <span className={styles.quiet}>{words}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
