import { useEffect, useState } from 'react';
import type { Discussion } from '@/corpus/annotation/discussion';
import { useDiscussions } from '../discussion/use-discussions';
import { useShortcuts } from '../desk/shortcuts';
import type { Reader } from '../editor/reader';

interface OpenDiscussions {
  readonly discussions: readonly Discussion[];
  readonly isOpen: boolean;
  readonly currentId: string | null;
  /** Opens the list at one of them, and shows its words. */
  show(discussion: Discussion): void;
  toggle(): void;
  close(): void;
}

/** The discussions that came with the file, and which of them a person looks at. */
export function useOpenDiscussions(
  articleId: string,
  reader: Reader | null,
  onOpen: () => void,
): OpenDiscussions {
  const discussions = useDiscussions(articleId);
  const [isOpen, setOpen] = useState(false);
  const [currentId, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    if (discussions.length === 0) return;
    const shown = discussions.filter(
      ({ id, resolved }) => !resolved || (isOpen && id === currentId),
    );
    reader?.setDiscussed(
      shown.flatMap(({ id, spans }) =>
        spans.map((span) => ({ ...span, isCurrent: isOpen && id === currentId })),
      ),
    );
  }, [reader, discussions, isOpen, currentId]);
  const open = (id: string | null) => {
    onOpen();
    setOpen(true);
    setCurrent(id);
  };
  const show = (discussion: Discussion) => {
    open(discussion.id);
    const first = discussion.spans[0];
    if (reader === null || first === undefined) return;
    reader.revealOffset(first.start);
    reader.select({ start: first.start, end: first.start });
  };
  const next = () => {
    const at = discussions.findIndex(({ id }) => id === currentId);
    const found = discussions[(at + 1) % discussions.length];
    if (found !== undefined) show(found);
  };
  const key = { keys: 'b', name: 'Next discussion from the file', group: 'Article', run: next };
  useShortcuts(discussions.length > 0 ? [key] : []);
  return {
    discussions,
    isOpen: isOpen && discussions.length > 0,
    currentId,
    show,
    toggle: () => (isOpen ? setOpen(false) : open(null)),
    close() {
      setOpen(false);
      reader?.view.focus();
    },
  };
}
