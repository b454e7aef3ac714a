'use client';

import Link from 'next/link';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Card } from '@/corpus/adjudication/model';
import type { ReadingBlock } from '@/corpus/annotation/reading';
import { counted, figure } from '@/corpus/wording/numbers';
import { layerLabel } from '../annotation/layer-label';
import { ArticleHeading } from '../article/article-heading';
import { useRefreshOnChange } from '../article/refresh-on-change';
import { Button } from '../ui/button';
import { EmptyState, Kbd } from '../ui/tag';
import styles from './adjudication.module.css';
import { CaseCard } from './case-card';
import { useCaseKeys } from './use-case-keys';
import { useCaseReader } from './use-case-reader';
import { useDeciding } from './use-deciding';

interface AdjudicationBoardProps {
  readonly articleId: string;
  readonly headline: string;
  readonly collectionId: string;
  readonly revisionId: string;
  readonly text: string;
  readonly blocks: readonly ReadingBlock[];
  readonly layers: readonly string[];
  readonly cards: readonly Card[];
}

/** An article beside the cases of its layers: what all agree in, what is to decide, what is decided. */
export function AdjudicationBoard(props: AdjudicationBoardProps) {
  const { articleId, headline, collectionId, revisionId, text, blocks, layers, cards } = props;
  const [activeId, setActiveId] = useState<string | null>(null);
  const [showsDecided, setShowsDecided] = useState(false);
  useRefreshOnChange();
  const of = (...states: readonly Card['state'][]) => cards.filter(({ state }) => states.includes(state)); // prettier-ignore
  const agreed = of('agreed');
  const open = of('open', 'raised');
  const decided = of('decided');
  const shown = showsDecided ? of('open', 'raised', 'decided') : open;
  const active = shown.find(({ id }) => id === activeId) ?? null;
  const latest = useRef({ shown, cards });
  useEffect(() => {
    latest.current = { shown, cards };
  });
  // Cards that are decided leave from above: what has the focus stays in view.
  useEffect(() => {
    const focused = document.activeElement;
    if (focused?.closest('[data-card]')) focused.scrollIntoView({ block: 'nearest' });
  }, [cards]);
  const activate = useCallback(({ id }: Card) => setActiveId(id), []);
  const focusCard = useCallback((card: Card | undefined) => {
    if (card === undefined) return;
    setActiveId(card.id);
    const element = document.getElementById(`card-${card.id}`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
  }, []);
  const move = useCallback(
    (step: 1 | -1, from: string | null) => {
      const { shown: list } = latest.current;
      const here = list.findIndex(({ id }) => id === from);
      focusCard(list[here < 0 ? (step === 1 ? 0 : list.length - 1) : here + step]);
    },
    [focusCard],
  );
  const next = useCallback((from: Card) => move(1, from.id), [move]);
  const deciding = useDeciding({ articleId, revisionId, cards, active, activate, next });
  const pick = useCallback(
    (markId: string) => {
      const card = latest.current.cards.find(({ members, result }) => result?.id === markId || members.some(({ id }) => id === markId)); // prettier-ignore
      if (card === undefined || card.state === 'agreed') return;
      if (card.state === 'decided') setShowsDecided(true);
      setActiveId(card.id);
      requestAnimationFrame(() => document.getElementById(`card-${card.id}`)?.scrollIntoView({ block: 'nearest' })); // prettier-ignore
    },
    [],
  );
  const { mount, reader } = useCaseReader({ headline, text, blocks, cards, active, draft: deciding.draft, onPick: pick }); // prettier-ignore
  useEffect(() => {
    if (location.hash.length > 1) pick(location.hash.slice(1));
  }, [pick]);
  const toggle = () => setShowsDecided(!showsDecided);
  useCaseKeys({ deciding, active, reader, move: (step) => move(step, activeId), toggle });
  const list = (listed: readonly Card[]) =>
    listed.map((card) => (
      <CaseCard
        key={card.id}
        card={card}
        text={text}
        isActive={card.id === activeId}
        isSaving={deciding.saving.has(card.id)}
        draft={deciding.draft}
        asked={deciding.asked}
        actions={deciding}
      />
    ));
  return (
    <div className={styles.page}>
      <header>
        <ArticleHeading articleId={articleId} headline={headline} />
        <p className={styles.lead}>
          {layers.length === 0 ? 'No layers' : layers.map(layerLabel).join(', ')}:{' '}
          {figure(open.length)} to decide, {figure(agreed.length)} agreed, {figure(decided.length)} decided.{' '}
          <Link prefetch={false} href={`/datasets/adjudication?collection=${collectionId}`}>
            All articles
          </Link>
        </p>
      </header>
      {layers.length === 0 ? (
        <EmptyState>
          <p>Nobody has marked this article in a layer of their own, so there is nothing to bring together.</p>
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <article className={`reader ${styles.text}`} ref={mount} dir="auto" />
          <div className={styles.side} role="region" aria-label="Cases" tabIndex={0}>
            {agreed.length > 0 && (
              <section className={styles.agreed} aria-label="Agreed">
                <p>
                  {layers.length === 1
                    ? `Only ${layerLabel(layers[0]!)} has marked this article: ${counted(agreed.length, 'mark')}.`
                    : `All ${layers.length} layers marked ${counted(agreed.length, 'thing')} the same, in every word and attribute.`}
                </p>
                <Button look="primary" onClick={deciding.acceptAgreed}>
                  Accept together <Kbd>Shift A</Kbd>
                </Button>
              </section>
            )}
            <section aria-labelledby="to-decide">
              <h2 id="to-decide">{open.length === 0 ? 'Nothing is left to decide' : `${counted(open.length, 'case')} to decide`}</h2>
              <ol className={styles.cards}>{list(open)}</ol>
            </section>
            {decided.length > 0 && (
              <section aria-labelledby="decided">
                <h2 id="decided">{counted(decided.length, 'case')} decided</h2>
                <Button look="quiet" aria-expanded={showsDecided} onClick={toggle}>
                  {showsDecided ? 'Hide them' : 'Show them'} <Kbd>v</Kbd>
                </Button>
                {showsDecided && <ol className={styles.cards}>{list(decided)}</ol>}
              </section>
            )}
          </div>
        </div>
      )}
    </div>
  );
} // prettier-ignore
