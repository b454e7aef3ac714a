'use client';

import { useShortcuts } from '../desk/shortcuts';

/** Lets keys go from case to case: focus moves to the next or the previous card. */
export function CaseKeys() {
  useShortcuts([
    { keys: 'j', name: 'Next case', group: 'Agreement', run: () => go(1) },
    { keys: 'k', name: 'Previous case', group: 'Agreement', run: () => go(-1) },
  ]);
  return null;
}

function go(step: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-case]')];
  const here = cards.findIndex(
    (card) => card === document.activeElement || card.matches(':target'),
  );
  const next = here < 0 ? (step === 1 ? 0 : cards.length - 1) : here + step;
  cards[Math.min(Math.max(next, 0), cards.length - 1)]?.focus();
}
