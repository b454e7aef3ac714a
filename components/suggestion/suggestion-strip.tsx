'use client';

import { useState } from 'react';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { reasonSentence } from '@/corpus/suggestion/confidence';
import { KIND_LABELS } from '@/corpus/vocabulary';
import { counted } from '@/corpus/wording/numbers';
import type { Reader } from '../editor/reader';
import { Button } from '../ui/button';
import { Kbd, Tag } from '../ui/tag';
import type { ArticleStore } from '../workbench/article-store';
import { AcceptAll } from './accept-all';
import styles from './suggestion.module.css';
import { figureWords } from './figure-words';
import { useJudging, type Judging } from './use-judging';
import { useSuggestions } from './use-suggestions';

interface SuggestionStripProps {
  readonly store: ArticleStore;
  readonly reader: Reader;
  readonly activeId: string | null;
  readonly onActivate: (id: string | null) => void;
  readonly announce: (sentence: string) => void;
  /** Whether somebody asked for suggestions, so that the article is read now. */
  readonly asked: boolean;
}

/** What is suggested in the article: the active one with its reason, and what can be done with it. */
export function SuggestionStrip(props: SuggestionStripProps) {
  const { store, reader, activeId, onActivate, announce, asked } = props;
  const { reading, ask } = useSuggestions(store, reader.text, asked);
  const [acceptingAll, setAcceptingAll] = useState(false);
  const list = store.listSuggestions();
  const acceptAll = () => setAcceptingAll(store.listSuggestions().length > 0);
  const judging = useJudging({ store, reader, activeId, activate: onActivate, announce, ask, acceptAll }); // prettier-ignore
  const at = list.findIndex(({ id }) => id === activeId);
  if (!reading && list.length === 0) return null;
  return (
    <section
      className={styles.strip}
      aria-label="Suggestions"
      onMouseDown={(event) => event.preventDefault()}
    >
      {at < 0 ? (
        <p className={styles.reason}>
          {reading ? 'Reading the article for suggestions…' : waiting(list.length)}
        </p>
      ) : (
        <Reason suggested={list[at]!} place={`${at + 1} of ${list.length}`} />
      )}
      {list.length > 0 && <Buttons judging={judging} judged={at >= 0} onAcceptAll={acceptAll} />}
      {acceptingAll && (
        <AcceptAll
          articleId={store.reading.article.id}
          suggestions={list}
          onClose={() => {
            setAcceptingAll(false);
            reader.view.focus();
          }}
        />
      )}
    </section>
  );
}

function waiting(count: number): string {
  return `${counted(count, 'suggestion waits', 'suggestions wait')} for you.`;
}

function Reason({ suggested, place }: { suggested: ReadingAnnotation; place: string }) {
  const { kind, suggestion } = suggested;
  return (
    <p className={styles.reason} data-testid="suggestion-reason">
      <Tag kind={kind}>{KIND_LABELS[kind]} suggested</Tag>
      <span className={styles.place}>{place}</span>
      {suggestion !== null && <span dir="auto">{reasonSentence(suggestion)}</span>}
      {suggestion !== null && suggestion.figures.length > 0 && (
        <span className={styles.place}>{suggestion.figures.map(figureWords).join('; ')}</span>
      )}
    </p>
  );
}

interface ButtonsProps {
  readonly judging: Judging;
  readonly judged: boolean;
  readonly onAcceptAll: () => void;
}

function Buttons({ judging, judged, onAcceptAll }: ButtonsProps) {
  return (
    <span className={styles.buttons}>
      {judged && (
        <>
          <Button look="primary" onClick={() => judging.accept()}>
            Accept <Kbd>y</Kbd>
          </Button>
          <Button onClick={() => judging.reject()}>
            Reject <Kbd>x</Kbd>
          </Button>
        </>
      )}
      <Button look="quiet" onClick={() => judging.next(1)}>
        {judged ? 'Next' : 'Judge them'} <Kbd>i</Kbd>
      </Button>
      <Button look="quiet" onClick={onAcceptAll}>
        Accept all that are sure… <Kbd>⇧Y</Kbd>
      </Button>
    </span>
  );
}
