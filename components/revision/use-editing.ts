import '../editor/reader.css';
import '../editor/editing.css';
import { useEffect, useRef, useState, type RefCallback } from 'react';
import type { LiveOutcome } from '@/corpus/anchoring/live-outcome';
import type { EditableArticle, EditableMark } from '@/corpus/annotation/editable';
import type { BlockRole } from '@/corpus/document/block';
import { Editing } from '../editor/editing';
import { roleAt } from '../editor/editing-keys';
import { outcomesIn } from '../editor/live-marks';
import { dropDraft, keepDraft } from './edit-draft';

/** How long after the last key what was typed is kept in this browser. */
const PAUSE_MS = 400;

interface UseEditing {
  readonly mount: RefCallback<HTMLElement>;
  readonly editing: Editing | null;
  readonly role: BlockRole;
  readonly outcomes: ReadonlyMap<EditableMark, LiveOutcome>;
  readonly dirty: boolean;
  /** Lets go of what was kept, once it is saved or thrown away. */
  readonly forget: () => void;
}

/** Keeps one view for one article, and what is typed in it in this browser. */
export function useEditing(
  article: EditableArticle,
  note: string,
  folded: boolean,
  onNoRoom: () => void,
  onSave: () => void,
): UseEditing {
  const [root, mount] = useState<HTMLElement | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [role, setRole] = useState<BlockRole>('paragraph');
  const [outcomes, setOutcomes] = useState<UseEditing['outcomes']>(new Map());
  const [dirty, setDirty] = useState(false);
  const latest = useRef({ note, folded, onNoRoom, onSave });
  const forgotten = useRef(false);
  const keep = useRef(() => {});
  useEffect(() => {
    latest.current = { note, folded, onNoRoom, onSave };
  });

  useEffect(() => {
    if (root === null) return;
    const { articleId, revision } = article;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const made = new Editing(root, article, {
      isFolded: () => latest.current.folded,
      onSave: () => latest.current.onSave(),
      onChange: (state, changed) => {
        setRole(roleAt(state));
        setOutcomes(outcomesIn(state));
        if (!changed) return;
        const isOther = !state.doc.eq(first);
        forgotten.current = false;
        setDirty(isOther);
        clearTimeout(timer);
        timer = setTimeout(() => keep.current(), PAUSE_MS);
      },
    });
    const first = made.view.state.doc;
    keep.current = () => {
      if (forgotten.current) return;
      if (made.view.state.doc.eq(first)) return dropDraft(articleId, revision.id);
      const at = new Date().toISOString();
      const { note: written } = latest.current;
      const draft = { revisionNumber: revision.number, at, note: written, blocks: made.blocks };
      if (!keepDraft(articleId, revision.id, draft)) latest.current.onNoRoom();
    };
    const keepNow = () => {
      if (timer !== undefined) keep.current();
    };
    window.addEventListener('pagehide', keepNow);
    setRole(roleAt(made.view.state));
    setOutcomes(outcomesIn(made.view.state));
    setEditing(made);
    // Where the caret was in the article, when its key led here.
    const caret = Number(location.hash.slice(1));
    if (location.hash !== '') history.replaceState(history.state, '', location.pathname);
    if (caret > 0) made.goTo(caret);
    else made.view.focus();
    return () => {
      window.removeEventListener('pagehide', keepNow);
      keepNow();
      clearTimeout(timer);
      made.destroy();
      setEditing(null);
    };
  }, [root, article]);

  const forget = () => {
    forgotten.current = true;
    dropDraft(article.articleId, article.revision.id);
    setDirty(false);
  };
  return { mount, editing, role, outcomes, dirty, forget };
}
