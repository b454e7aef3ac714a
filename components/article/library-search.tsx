'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { SelectField, TextField } from '../ui/field';
import { libraryAddress, type LibraryView } from './library-address';
import styles from './library.module.css';

interface LibrarySearchProps {
  readonly view: LibraryView;
  readonly collections: readonly { readonly id: string; readonly name: string }[];
  /** The arrow down in the search field: on to the list. */
  readonly onLeaveDown: () => void;
}

const PAUSE_MS = 200;

/** Searches while typing; the address follows, so that a search can be kept and sent. */
export function LibrarySearch({ view, collections, onLeaveDown }: LibrarySearchProps) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { text, type, sending } = useTypedText(view.text);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (next: Partial<LibraryView>) => {
    const wanted = { ...view, after: null, pages: 1, text, ...next };
    const address = libraryAddress(wanted);
    sending(wanted.text.trim() === '' ? '' : wanted.text);
    startTransition(() => router.replace(address, { scroll: false }));
  };
  const typed = (words: string) => {
    type(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => show({ text: words }), PAUSE_MS);
  };
  return (
    <form
      role="search"
      className={styles.search}
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        show({ text });
      }}
    >
      <TextField
        label="Search headline, byline, file name"
        type="search"
        dir="auto"
        value={text}
        onChange={(event) => typed(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          onLeaveDown();
        }}
      />
      <SelectField
        label="Collection"
        value={view.collectionId ?? ''}
        options={Object.fromEntries(collections.map(({ id, name }) => [id, name]))}
        none="All collections"
        onChoose={(collectionId) => show({ collectionId })}
      />
    </form>
  );
}

/** The text in the field: what is typed, until the address changes by something else (back, a link). */
function useTypedText(shown: string) {
  const [state, setState] = useState({ text: shown, sent: shown, shown });
  const { text, sent } = state;
  if (state.shown !== shown) setState({ text: shown === sent ? text : shown, sent: shown, shown });
  return {
    text,
    type: (words: string) => setState((now) => ({ ...now, text: words })),
    sending: (words: string) => setState((now) => ({ ...now, sent: words })),
  };
}
