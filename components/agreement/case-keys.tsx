'use client';

import { useEffect } from 'react';
import { useShortcuts } from '../desk/shortcuts';

/** Lets keys go from case to case: focus moves to the next or the previous card, at first to the one that the address names. */
export function CaseKeys() {
  useEffect(() => document.getElementById(window.location.hash.slice(1))?.focus(), []);
  useShortcuts([
    { keys: 'j', name: 'Next case', group: 'Agreement', run: () => go(1) },
    { keys: 'k', name: 'Previous case', group: 'Agreement', run: () => go(-1) },
  ]);
  return null;
}

function go(step: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-case]')];
  const here = cards.indexOf(document.activeElement as HTMLElement);
  const next = here < 0 && step === -1 ? cards.length - 1 : here + step;
  cards[Math.min(Math.max(next, 0), cards.length - 1)]?.focus();
}
