'use client';

import type { Card } from '@/corpus/adjudication/model';
import { useDesk } from '../desk/desk-context';
import { useShortcuts, type Shortcut } from '../desk/shortcuts';
import type { Reader } from '../editor/reader';
import { variantsOfCard } from './deciding';
import type { Deciding } from './use-deciding';

interface CaseKeysInput {
  readonly deciding: Deciding;
  readonly active: Card | null;
  readonly reader: Reader | null;
  readonly move: (step: 1 | -1) => void;
  readonly toggle: () => void;
}

/** All that can be done to cases, by key and from the palette. */
export function useCaseKeys({ deciding, active, reader, move, toggle }: CaseKeysInput): void {
  const { say } = useDesk();
  const onCard = (act: (card: Card) => void) => () => {
    if (active === null) say('Choose a case first: j goes to the next one.');
    else act(active);
  };
  const take = (place: number) =>
    onCard((card) => {
      const variant = variantsOfCard(card)[place];
      if (variant === undefined) say(`This case has no version ${place + 1}.`);
      else deciding.take(card, variant);
    });
  const entry = (keys: string, name: string, run: Shortcut['run']): Shortcut => ({ keys, name, group: 'Adjudication', run }); // prettier-ignore
  useShortcuts([
    entry('j', 'Next case', () => move(1)),
    entry('k', 'Case before', () => move(-1)),
    entry('Shift+A', 'Accept together what all layers marked the same', deciding.acceptAgreed),
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => entry(String(n), `Take version ${n}`, take(n - 1))),
    entry('u', 'Merge: all words that any layer has', onCard((card) => deciding.merge(card, 'union'))),
    entry('i', 'Merge: the words that all layers have', onCard((card) => deciding.merge(card, 'intersection'))),
    entry('b', 'Merge: another start', onCard((card) => deciding.edge(card, 'start'))),
    entry('e', 'Merge: another end', onCard((card) => deciding.edge(card, 'end'))),
    entry('m', 'Let your version stand', onCard((card) => deciding.decideDraft(card))),
    entry('x', 'Reject all, with a reason', onCard((card) => deciding.ask(card, 'rejected'))),
    entry('n', 'Note that the guide is unclear', onCard((card) => deciding.ask(card, 'guide_unclear'))),
    entry('c', 'The selected words are a claim', () => deciding.write('claim', reader)),
    entry('q', 'The selected words are a quote', () => deciding.write('quote', reader)),
    entry('a', 'The selected words are an attribution', () => deciding.write('attribution', reader)),
    entry('Shift+S', 'Selection is the source', () => deciding.part('source', reader)),
    entry('Shift+U', 'Selection is the cue', () => deciding.part('cue', reader)),
    entry('Shift+O', 'Selection is the content', () => deciding.part('content', reader)),
    entry('Shift+R', 'Selection is the addressee', () => deciding.part('addressee', reader)),
    entry('v', 'Show or hide decided cases', toggle),
  ]); // prettier-ignore
}
