'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { mergeMarks } from '@/corpus/adjudication/merge';
import type { Card } from '@/corpus/adjudication/model';
import type { Kind, Part } from '@/corpus/annotation/model';
import { PART_LABELS } from '@/corpus/vocabulary';
import { newId } from '../desk/command-client';
import { useDesk } from '../desk/desk-context';
import type { Reader } from '../editor/reader';
import { partOf, selectedPieces, spansFor } from '../workbench/spans-for';
import type { CardActions } from './case-card';
import { attributesFor, decidingStep, touchesCard, withNextEdge, withPart, type Decision, type Draft } from './deciding'; // prettier-ignore
import type { AskedReason } from './reason-form';

interface DecidingInput {
  readonly articleId: string;
  readonly revisionId: string;
  readonly cards: readonly Card[];
  readonly active: Card | null;
  readonly activate: (card: Card) => void;
  /** Goes on to the next card that is to be decided. */
  readonly next: (from: Card) => void;
}

export interface Deciding extends CardActions {
  readonly draft: Draft | null;
  readonly asked: AskedReason | null;
  /** Cards whose decision is on its way. */
  readonly saving: ReadonlySet<string>;
  acceptAgreed(): void;
  write(kind: Kind, reader: Reader | null): Promise<void>;
  part(part: Part, reader: Reader | null): void;
}

/** What a curator does to cards: drafts, and decisions that show at once and are saved behind it. */
export function useDeciding(input: DecidingInput): Deciding {
  const { articleId, revisionId, cards, active, activate, next } = input;
  const { run, say } = useDesk();
  const router = useRouter();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [asked, setAsked] = useState<AskedReason | null>(null);
  const [saving, setSaving] = useState<ReadonlySet<string>>(new Set());
  const activeId = active?.id;
  useEffect(() => {
    setDraft(null);
    setAsked(null);
  }, [activeId]);
  useEffect(() => setSaving(new Set()), [cards]);

  const decide = useCallback(
    (card: Card | null, decision: Decision) => {
      setDraft(null);
      setAsked(null);
      if (card !== null) {
        setSaving((before) => new Set(before).add(card.id));
        next(card);
      }
      const step = decidingStep({ articleId, revisionId }, card, decision, newId);
      void run(step).then(() => router.refresh());
    },
    [articleId, revisionId, run, router, next],
  );
  const offer = (merged: ReturnType<typeof mergeMarks>): void => {
    if (merged.mark === null) say(merged.why);
    else setDraft({ outcome: 'merged', mark: { ...merged.mark, spans: [...merged.mark.spans] } });
  };
  return {
    ...{ draft, asked, saving, activate },
    take: (card, { annotation }) => decide(card, { outcome: 'taken', takenId: annotation }),
    merge(card, merging) {
      const { mark, why } = mergeMarks(card.members, merging);
      if (mark === null) say(why);
      else decide(card, { outcome: 'merged', mark: { ...mark, spans: [...mark.spans] } });
    },
    edge: (card, side) => offer(withNextEdge(card, draft, side)),
    ask: (_card, reason) => setAsked(reason),
    settle: (card, outcome, reason) => decide(card, { outcome, reason }),
    decideDraft: (card) => draft !== null && decide(card, draft),
    dropDraft: () => setDraft(null),
    acceptAgreed() {
      const step = { name: 'adjudicateAgreed', input: { articleId, revisionId } } as const;
      void run(step).then((outcome) => {
        if (outcome.ok) say('What all layers marked the same is accepted.');
        router.refresh();
      });
    },
    async write(kind, reader) {
      if (reader === null) return;
      const spans = kind === 'attribution' ? (await import('../workbench/attribution-spans')).attributionSpans(reader) : spansFor(kind, reader); // prettier-ignore
      if (spans === null || selectedPieces(reader).length === 0) {
        say('Select the words in the article first.');
        return;
      }
      const card = active !== null && touchesCard(active, spans) ? active : null;
      const attributes = attributesFor(card, kind);
      decide(card, { outcome: 'written', mark: { kind, spans, attributes } });
    },
    part(part, reader) {
      if (reader === null || active === null) return;
      const pieces = selectedPieces(reader);
      const changed = pieces.length === 0 ? null : withPart(active, draft, part, partOf(part, pieces)); // prettier-ignore
      if (changed !== null) setDraft(changed);
      else say(`Choose a case of an attribution, then select the words of its ${PART_LABELS[part].toLowerCase()}.`); // prettier-ignore
    },
  };
}
