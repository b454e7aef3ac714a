import { useEffect, useState } from 'react';
import type { EditableArticle } from '@/corpus/annotation/editable';
import { BLOCK_SEPARATOR } from '@/corpus/document/text';
import { momentWords } from '@/corpus/wording/dates';
import { Button } from '../ui/button';
import { dropDraft, findDraft, findOlderDraft, type EditDraft } from './edit-draft';
import styles from './edit.module.css';

interface Kept {
  readonly draft: EditDraft;
  readonly revisionId: string;
}

interface KeptDraftProps {
  readonly article: EditableArticle;
  readonly onTake: (draft: EditDraft) => void;
}

/** Offers what was typed earlier and never saved; of an older revision it can only be copied. */
export function KeptDraft({ article: { articleId, revision }, onTake }: KeptDraftProps) {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    const draft = findDraft(articleId, revision.id);
    setKept(draft ? { draft, revisionId: revision.id } : findOlderDraft(articleId, revision.id));
  }, [articleId, revision.id]);
  if (kept === null) return null;
  const { draft, revisionId } = kept;
  const isSame = revisionId === revision.id;
  const when = momentWords(draft.at);
  const take = () => {
    if (isSame) {
      onTake(draft);
      setKept(null);
      return;
    }
    const words = draft.blocks.map(({ text }) => text).join(BLOCK_SEPARATOR);
    void navigator.clipboard.writeText(words);
  };
  const throwAway = () => {
    dropDraft(articleId, revisionId);
    setKept(null);
  };
  return (
    <div className={styles.kept} role="status">
      <p>
        What you typed on {when} was never saved
        {isSame ? '.' : `; it changes revision ${draft.revisionNumber}, which is not the newest.`}
      </p>
      <Button onClick={take}>{isSame ? 'Go on with it' : 'Copy its text'}</Button>
      <Button look="quiet" onClick={throwAway}>
        Throw it away
      </Button>
    </div>
  );
}
