'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { CHECKLIST_STARTER, itemsFromLines, type Checklist } from '@/corpus/coverage/checklist';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import { useShortcuts } from '../desk/shortcuts';
import { useFields } from '../desk/use-fields';
import { Button } from '../ui/button';
import { TextArea, TextField } from '../ui/field';
import styles from './coverage.module.css';

interface ChecklistBoardProps {
  readonly collectionId: string;
  readonly checklists: readonly Checklist[];
  readonly mayWrite: boolean;
}

/** A collection's checklists, written and changed. */
export function ChecklistBoard({ collectionId, checklists, mayWrite }: ChecklistBoardProps) {
  const { follow } = useDesk();
  const router = useRouter();
  const [isAdding, setAdding] = useState(false);
  useEffect(() => follow((notices) => notices.some(({ entity }) => entity === 'checklist') && router.refresh()), [follow, router]); // prettier-ignore
  useShortcuts(mayWrite ? [{ keys: 'n', name: 'New checklist', group: 'Checklists', run: () => setAdding(true) }] : []); // prettier-ignore
  return (
    <div>
      {checklists.length === 0 && !isAdding && (
        <p className={styles.quiet}>This collection has no checklist yet.</p>
      )}
      {checklists.map((checklist) => (
        <ChecklistForm key={checklist.id} {...{ collectionId, checklist, mayWrite }} />
      ))}
      {isAdding && (
        <ChecklistForm {...{ collectionId, mayWrite }} checklist={null} onDone={() => setAdding(false)} />
      )}
      {mayWrite && !isAdding && (
        <p className={styles.add}>
          <Button onClick={() => setAdding(true)}>New checklist</Button>
        </p>
      )}
      {!mayWrite && <p className={styles.quiet}>An editor writes the checklists.</p>}
    </div>
  );
} // prettier-ignore

function fieldsOf(checklist: Checklist | null) {
  const lines = checklist?.items.map(({ words }) => words) ?? CHECKLIST_STARTER;
  const { name = 'Before print', required = true } = checklist ?? {};
  return { name, required, lines: lines.join('\n') };
}

interface ChecklistFormProps {
  readonly collectionId: string;
  /** Null for a new one. */
  readonly checklist: Checklist | null;
  readonly mayWrite: boolean;
  readonly onDone?: () => void;
}

function ChecklistForm({ collectionId, checklist, mayWrite, onDone }: ChecklistFormProps) {
  const { run, say } = useDesk();
  const stands = checklist?.version ?? 0;
  const { fields, set, version, onSaved } = useFields(fieldsOf(checklist), stands);
  const { name, lines, required } = fields;
  const save = async () => {
    const items = itemsFromLines(lines, checklist?.items ?? [], newId);
    const list = { name, items, required };
    const outcome = await run(
      checklist === null
        ? { name: 'addChecklist', input: { id: newId(), collectionId, ...list } }
        : { name: 'editChecklist', input: { id: checklist.id, version, ...list } },
    );
    if (!outcome.ok) return;
    onSaved(outcome.result);
    say(`“${name}” is saved.`);
    onDone?.();
  };
  const remove = (id: string) => void run({ name: 'removeChecklist', input: { id, version } }); // prettier-ignore
  return (
    <form
      className={styles.form}
      aria-label={checklist === null ? 'New checklist' : checklist.name}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label="Name" value={name} required maxLength={500} disabled={!mayWrite} dir="auto" onChange={(event) => set({ name: event.target.value })} />
      <TextArea label="One line for each thing to look at" value={lines} required disabled={!mayWrite} dir="auto" onChange={(event) => set({ lines: event.target.value })} />
      <label className={styles.tick}>
        <input type="checkbox" checked={required} disabled={!mayWrite} onChange={(event) => set({ required: event.target.checked })} />
        <span>An article can be signed only when all of it is ticked</span>
      </label>
      {mayWrite && (
        <p className={styles.row}>
          <Button type="submit" look="primary">
            Save
          </Button>
          {checklist === null ? (
            <Button look="quiet" onClick={onDone}>
              Cancel
            </Button>
          ) : (
            <Button look="quiet" onClick={() => remove(checklist.id)}>
              Remove
            </Button>
          )}
        </p>
      )}
    </form>
  );
} // prettier-ignore
