'use client';

import { FileInput, FilePlus2, FolderPlus } from 'lucide-react';
import { useEffect, useRef, useState, type ChangeEvent } from 'react';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { Button } from '../ui/button';
import { SelectField } from '../ui/field';
import { loadedWhenShown } from '../ui/loaded-when-shown';
import { filesOfField, type NamedFile } from './dropped-files';
import { brokenOffWords, findBrokenOff, forgetBrokenOff, type BrokenOff } from './broken-off';
import { summaryWords } from './import-counts';
import { ImportFiles } from './import-files';
import { ImportStatus } from './import-status';
import styles from './import.module.css';
import { PasteForm } from './paste-form';
import type { PastedMarkup } from './pasted-markup';
import { useImports } from './use-imports';
import { MOST_LOOKS, useLooks } from './use-looks';
import { usePageDrop } from './use-page-drop';
import { usePagePaste } from './use-page-paste';

const LookBoard = loadedWhenShown(() =>
  import('../look/look-board').then((module) => module.LookBoard),
);

const TOO_MANY = `At most ${MOST_LOOKS} files at a time are shown before they are stored: drop fewer, or switch “Look before storing” off.`;

interface ImportBoardProps {
  readonly collections: readonly { readonly id: string; readonly name: string }[];
  /** The one chosen at first. */
  readonly collectionId: string;
}

/** Brings articles in: files and folders dropped or chosen, or text pasted. */
export function ImportBoard({ collections, collectionId: first }: ImportBoardProps) {
  const [collectionId, setCollection] = useState(first);
  const [text, setText] = useState('');
  const [markup, setMarkup] = useState<PastedMarkup | null>(null);
  const looks = useLooks();
  const { queue, progress } = useImports();
  const desk = useDesk();
  const textField = useRef<HTMLTextAreaElement>(null);
  const store = (files: readonly NamedFile[]) => {
    if (files.length > 0) queue.add(files, collectionId);
  };
  const add = (files: readonly NamedFile[]) => {
    if (!looks.isOn) store(files);
    else if (!looks.add(files)) desk.say(TOO_MANY);
  };
  const over = usePageDrop(({ files, emptyFolders }) => {
    add(files);
    if (emptyFolders.length > 0) desk.say(`No files in the folder ${emptyFolders.join(', ')}.`);
  });
  usePagePaste(add, (pasted, pastedMarkup) => {
    setMarkup(pastedMarkup);
    setText((now) => (now.trim() === '' ? pasted : `${now}\n\n${pasted}`));
    textField.current?.focus();
    desk.say('Pasted. Look it over, then import it.');
  });
  useSummarySaid(progress.pace, summaryWords(progress.counts), desk.say);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1 className={styles.title}>Import</h1>
        <div className={styles.into}>
          <SelectField
            label="Into the collection"
            value={collectionId}
            options={Object.fromEntries(collections.map(({ id, name }) => [id, name]))}
            onChoose={(id) => setCollection(id ?? first)}
          />
          <label className={styles.look} title="Key: l">
            <input type="checkbox" checked={looks.isOn} onChange={looks.toggle} />
            Look before storing
          </label>
        </div>
      </header>
      {looks.first !== null && (
        <LookBoard
          file={looks.first}
          more={looks.more}
          onStore={(file) => {
            store([file]);
            looks.next();
          }}
          onLeave={looks.next}
        />
      )}
      <div className={styles.ways} hidden={looks.first !== null}>
        <section className={styles.drop} data-over={over} aria-labelledby="import-files">
          <FileInput className={styles.dropIcon} size={28} strokeWidth={1.5} aria-hidden />
          <h2 id="import-files">Files</h2>
          <p>
            {over
              ? `Let go to ${looks.isOn ? 'look at it' : 'import'}.`
              : 'Drop files or folders anywhere on this page. A page that holds several articles becomes several; a later version of an article becomes its newest revision.'}
          </p>
          <FileButtons onFiles={add} />
          <p className={styles.quiet}>
            Text, web pages, Word, PDF, Markdown, mail, feeds, WARC, NewsML, NITF, ninjs, JSON
            Lines, and zip archives of these; up to 20 MB a file, 300 MB a zip archive or WARC file.
          </p>
        </section>
        <PasteForm
          field={textField}
          text={text}
          onText={setText}
          markup={markup}
          onMarkup={setMarkup}
          verb={looks.isOn ? 'Look at it' : 'Import text'}
          onImport={(file) => add([file])}
        />
      </div>
      {progress.counts.total === 0 && <BrokenOffImport />}
      <ImportStatus queue={queue} progress={progress} />
      <ImportFiles progress={progress} />
    </div>
  );
}

/** What a reload of the page broke off: what was done, and how it goes on. */
function BrokenOffImport() {
  const [broken, setBroken] = useState<BrokenOff | null>(null);
  // Only the browser knows, so it is asked after the first drawing.
  useEffect(() => setBroken(findBrokenOff()), []);
  if (broken === null) return null;
  const forget = () => {
    forgetBrokenOff();
    setBroken(null);
  };
  return (
    <section className={styles.brokenOff} aria-label="An import that was broken off">
      <p>{brokenOffWords(broken)}</p>
      {broken.refused.length > 0 && (
        <details>
          <summary>What was refused</summary>
          <ul>
            {broken.refused.map((sentence) => (
              <li key={sentence} dir="auto">
                {sentence}
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button look="quiet" onClick={forget}>
        Understood
      </Button>
    </section>
  );
}

/** Makes a file field take a folder; not in the types of a field, yet in every browser. */
const WHOLE_FOLDER = { webkitdirectory: '' };

function FileButtons({ onFiles }: { readonly onFiles: (files: readonly NamedFile[]) => void }) {
  const fileField = useRef<HTMLInputElement>(null);
  const folderField = useRef<HTMLInputElement>(null);
  useShortcuts([
    { keys: 'f', name: 'Choose files', group: 'Import', run: () => fileField.current?.click() },
  ]);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    if (target.files !== null) onFiles(filesOfField(target.files));
    target.value = '';
  };
  return (
    <div className={styles.row}>
      <Button onClick={() => fileField.current?.click()}>
        <FilePlus2 size={15} aria-hidden />
        Choose files
      </Button>
      <Button onClick={() => folderField.current?.click()}>
        <FolderPlus size={15} aria-hidden />
        Choose a folder
      </Button>
      <input ref={fileField} type="file" multiple hidden aria-label="Files" onChange={take} />
      <input
        ref={folderField}
        type="file"
        {...WHOLE_FOLDER}
        hidden
        aria-label="Folder"
        onChange={take}
      />
    </div>
  );
}

/** Says once what came of an import when it ends. */
function useSummarySaid(pace: string, summary: string, say: (sentence: string) => void): void {
  const before = useRef(pace);
  useEffect(() => {
    if (before.current === 'running' && pace === 'idle') say(summary);
    before.current = pace;
  }, [pace, summary, say]);
}
