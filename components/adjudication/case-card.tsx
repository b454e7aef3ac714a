'use client';

import type { Card } from '@/corpus/adjudication/model';
import type { Variant } from '@/corpus/agreement/variants';
import { KIND_LABELS, PART_LABELS } from '@/corpus/vocabulary';
import { namesOf } from '../agreement/agreement-words';
import { VariantWords } from '../agreement/case-cards';
import caseStyles from '../agreement/cases.module.css';
import { Button } from '../ui/button';
import { LocalTime } from '../ui/local-time';
import { Kbd, Tag } from '../ui/tag';
import { decisionWords, sinceWords, SORT_LABELS } from './adjudication-words';
import styles from './adjudication.module.css';
import { variantsOfCard, wordsOfMark, type Draft } from './deciding';
import { ReasonForm, type AskedReason } from './reason-form';

/** What can be done to a card. */
export interface CardActions {
  readonly activate: (card: Card) => void;
  readonly take: (card: Card, variant: Variant) => void;
  readonly merge: (card: Card, merging: 'union' | 'intersection') => void;
  readonly edge: (card: Card, side: 'start' | 'end') => void;
  readonly ask: (card: Card, asked: AskedReason | null) => void;
  readonly settle: (card: Card, asked: AskedReason, words: string) => void;
  readonly decideDraft: (card: Card) => void;
  readonly dropDraft: () => void;
}

interface CaseCardProps {
  readonly card: Card;
  readonly text: string;
  readonly isActive: boolean;
  readonly isSaving: boolean;
  readonly draft: Draft | null;
  readonly asked: AskedReason | null;
  readonly actions: CardActions;
}

/** One case: what each layer made of it, what was decided, and what can be. */
export function CaseCard(props: CaseCardProps) {
  const { card, text, isActive, isSaving, draft, asked, actions } = props;
  const { state, sorts, missing, members, result, decision } = card;
  const kinds = [...new Set([...members, ...(result === null ? [] : [result])].map(({ kind }) => kind))]; // prettier-ignore
  const since = sinceWords(card);
  return (
    <li
      id={`card-${card.id}`}
      tabIndex={-1}
      data-card={card.id}
      data-active={isActive}
      aria-busy={isSaving}
      aria-current={isActive ? 'true' : undefined}
      onFocus={() => !isActive && actions.activate(card)}
      onClick={() => !isActive && actions.activate(card)}
    >
      <p className={styles.head}>
        {kinds.map((kind) => (
          <Tag key={kind} kind={kind}>
            {KIND_LABELS[kind]}
          </Tag>
        ))}
        {decision === null && sorts.map((sort) => <Tag key={sort}>{SORT_LABELS[sort]}</Tag>)}
        {state === 'raised' && <Tag tone="wait">Raised again</Tag>}
        {missing.length > 0 && <span className={styles.soft}>Not marked by {namesOf(missing)}</span>}
      </p>
      {(state === 'decided' || state === 'raised') && (
        <p className={styles.decided}>
          {decisionWords(card)}
          {decision !== null && (
            <>
              {', '}
              <LocalTime at={decision.at} />
            </>
          )}
          {since !== '' && <strong>. Since then {since}.</strong>}
          {typeof decision?.reason === 'string' && <bdi className={styles.reason}>“{decision.reason}”</bdi>}
          {result !== null && <bdi className={styles.stands}>Stands: {wordsOfMark(text, result)}</bdi>}
        </p>
      )}
      <ol className={styles.variants}>
        {variantsOfCard(card).map((variant, place) => (
          <li key={variant.annotation}>
            <p className={styles.variantHead}>
              <span>
                {isActive && place < 9 && <Kbd>{place + 1}</Kbd>} {namesOf(variant.layers)}
                {kinds.length > 1 && <span className={styles.soft}> {KIND_LABELS[variant.kind]}</span>}
              </span>
              {isActive && (
                <Button look="quiet" onClick={() => actions.take(card, variant)}>
                  Take
                </Button>
              )}
            </p>
            <div className={caseStyles.words}>
              <VariantWords text={text} variant={variant} />
            </div>
          </li>
        ))}
      </ol>
      {isActive && draft !== null && <DraftLines text={text} draft={draft} card={card} actions={actions} />}
      {isActive && asked === null && <CardButtons card={card} actions={actions} />}
      {isActive && asked !== null && (
        <ReasonForm
          asked={asked}
          onSettle={(words) => actions.settle(card, asked, words)}
          onCancel={() => actions.ask(card, null)}
        />
      )}
    </li>
  );
} // prettier-ignore

interface DraftLinesProps extends Pick<CaseCardProps, 'text' | 'card' | 'actions'> {
  readonly draft: Draft;
}

function DraftLines({ text, draft: { mark }, card, actions }: DraftLinesProps) {
  const others = mark.spans.filter(({ part }) => part !== 'content');
  return (
    <div className={styles.draft}>
      <p>
        <span className={styles.soft}>Your version: </span>
        <bdi data-draft>{wordsOfMark(text, mark)}</bdi>
      </p>
      {others.map(({ part, start, end }) => (
        <p key={`${part} ${start}`}>
          <span className={styles.soft}>{PART_LABELS[part]}: </span>
          <bdi>{text.slice(start, end)}</bdi>
        </p>
      ))}
      <p className={styles.row}>
        <Button look="primary" onClick={() => actions.decideDraft(card)}>
          Let this stand <Kbd>m</Kbd>
        </Button>
        <Button look="quiet" onClick={actions.dropDraft}>
          Drop it
        </Button>
      </p>
    </div>
  );
}

function CardButtons({ card, actions }: Pick<CaseCardProps, 'card' | 'actions'>) {
  const several = variantsOfCard(card).length > 1;
  return (
    <p className={styles.row}>
      {several && (
        <>
          <Button onClick={() => actions.merge(card, 'union')}>
            All words <Kbd>u</Kbd>
          </Button>
          <Button onClick={() => actions.merge(card, 'intersection')}>
            Common words <Kbd>i</Kbd>
          </Button>
          <Button onClick={() => actions.edge(card, 'start')}>
            Other start <Kbd>b</Kbd>
          </Button>
          <Button onClick={() => actions.edge(card, 'end')}>
            Other end <Kbd>e</Kbd>
          </Button>
        </>
      )}
      {card.members.length > 0 && (
        <>
          <Button onClick={() => actions.ask(card, 'rejected')}>
            Reject all <Kbd>x</Kbd>
          </Button>
          <Button onClick={() => actions.ask(card, 'guide_unclear')}>
            Guide unclear <Kbd>n</Kbd>
          </Button>
        </>
      )}
    </p>
  );
}
