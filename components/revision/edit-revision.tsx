import { useRouter } from 'next/navigation';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useDesk } from '../desk/desk-context';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { Kbd } from '../ui/tag';
import { postRevision } from './post-revision';
import styles from './revision.module.css';

interface EditRevisionProps {
  readonly articleId: string;
  readonly revisionId: string;
  readonly text: string;
  readonly onClose: () => void;
}

/** The newest text as plain text; saving makes a new revision, and the marks follow. */
export function EditRevision({ articleId, revisionId, text: first, onClose }: EditRevisionProps) {
  const [text, setText] = useState(first);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  const { say } = useDesk();
  useUnsavedWarning(text !== first);
  const save = async () => {
    if (busy) return;
    setBusy(true);
    const made = await postRevision(articleId, { revisionId, text, note: note.trim() || null });
    setBusy(false);
    if ('refused' in made) {
      setProblem(made.refused);
      return;
    }
    say(made.warning ?? 'A new revision is made; the marks have followed.');
    onClose();
    router.refresh();
  };
  const saveByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <section className={styles.edit} aria-label="Edit the text">
      <p className={styles.quiet}>
        An empty line divides two blocks. Blocks keep their roles, and the older text is kept.
      </p>
      <textarea
        className={styles.text}
        value={text}
        dir="auto"
        aria-label="Text of the article"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={saveByKey}
      />
      <TextField
        label="What is changed, and why"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem !== null && <p role="alert">{problem}</p>}
      <div className={styles.row}>
        <Button onClick={() => void save()} disabled={busy || text === first}>
          Save as a new revision <Kbd>Ctrl Enter</Kbd>
        </Button>
        <Button look="quiet" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}

function useUnsavedWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
