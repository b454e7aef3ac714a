'use client';

import Link from 'next/link';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { EditableArticle, EditableMark } from '@/corpus/annotation/editable';
import { isOwnProse, type BlockRole } from '@/corpus/document/block';
import { layOut } from '@/corpus/document/text';
import { ROLE_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { useLeaveWarning } from '../desk/use-leave-warning';
import { setRole } from '../editor/editing-keys';
import { placeOf } from '../editor/live-marks';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { Kbd } from '../ui/tag';
import { EditMarks } from './edit-marks';
import { KeptDraft } from './kept-draft';
import { postRevision } from './post-revision';
import { useEditing } from './use-editing';
import styles from './edit.module.css';

interface EditProps {
  readonly article: EditableArticle;
}

export function EditRefused({ article: { articleId } }: EditProps) {
  return (
    <div className={styles.refused}>
      <h1>Edit the text</h1>
      <p>Only an editor can change the text of an article.</p>
      <Link prefetch={false} href={`/articles/${articleId}`}>
        Back to the article
      </Link>
    </div>
  );
}

/** The newest text of an article to type in, with what becomes of its marks. */
export function EditBoard({ article }: EditProps) {
  const { articleId, headline, blocks, revision } = article;
  const [note, setNote] = useState('');
  const [folded, setFolded] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const roleField = useRef<HTMLDivElement>(null);
  const { say } = useDesk();
  const text = useMemo(() => layOut(blocks).text, [blocks]);
  const asides = blocks.filter(({ role }) => !isOwnProse(role)).length;
  const { mount, editing, role, outcomes, dirty, forget } = useEditing(
    article,
    note,
    folded,
    () => setProblem('This browser has no room to keep what you typed: save it before you leave.'),
    () => void save(),
  );
  const letGo = useLeaveWarning(dirty);
  async function save(): Promise<void> {
    if (busy || editing === null) return;
    setBusy(true);
    const words = note.trim() || null;
    const body = { revisionId: revision.id, blocks: editing.blocks, note: words };
    const made = await postRevision(articleId, body);
    setBusy(false);
    if ('refused' in made) return setProblem(made.refused);
    forget();
    if (made.warning !== null) say(made.warning);
    letGo();
    location.assign(`/articles/${articleId}/revisions`);
  }
  const choose = (chosen: BlockRole) => editing?.run(setRole(chosen));
  const go = (mark: EditableMark) => {
    const place = editing && placeOf(editing.view.state, mark);
    if (place !== null) editing?.goTo(place);
  };
  useShortcuts([
    { keys: '$mod+Enter', name: 'Save as a new revision', group: 'Edit', inFields: true, run: () => void save() }, // prettier-ignore
    { keys: 'Alt+KeyR', name: 'Role of the block', group: 'Edit', inFields: true, run: () => roleField.current?.querySelector('select')?.focus() }, // prettier-ignore
    ...(Object.keys(ROLE_LABELS) as BlockRole[]).map((name) => ({
      keys: null,
      name: `This block: ${ROLE_LABELS[name].toLowerCase()}`,
      group: 'Edit',
      run: () => choose(name),
    })),
  ]);
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    const inText = (event.target as HTMLElement).closest('[data-editing]') !== null;
    if (inText) document.getElementById('edit-note')?.focus();
    else editing?.view.focus();
  };
  return (
    <div className={styles.page} onKeyDown={escape}>
      <div className={styles.centre}>
        <header className={styles.head}>
          <a href={`/articles/${articleId}`}>Back to the article</a>
          <h1>Edit the text</h1>
          <span dir="auto">{headline}</span>
        </header>
        <KeptDraft
          article={article}
          onTake={(draft) => {
            editing?.replace(draft.blocks);
            setNote(draft.note);
            editing?.view.focus();
          }}
        />
        {asides > 0 && (
          <Button look="quiet" onClick={() => setFolded(!folded)}>
            {folded ? 'Show' : 'Fold'} {asides} {asides === 1 ? 'block' : 'blocks'} of page
            furniture and readers’ comments
          </Button>
        )}
        <div className={`reader ${folded ? 'folded' : ''}`} ref={mount} />
      </div>
      <EditMarks text={text} outcomes={outcomes} onGo={go} />
      <section className={styles.bar} aria-label="Save">
        {problem !== null && (
          <p role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
        <div ref={roleField}>
          <SelectField
            label="Block (Alt R)"
            value={role}
            options={ROLE_LABELS}
            onChoose={(chosen) => chosen !== null && choose(chosen)}
          />
        </div>
        <TextField
          label="What is changed, and why"
          inputId="edit-note"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button look="primary" disabled={busy || !dirty} onClick={() => void save()}>
          Save as a new revision <Kbd>Ctrl Enter</Kbd>
        </Button>
      </section>
    </div>
  );
}
