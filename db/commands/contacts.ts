import { keepKnowing } from './confidants';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

/** Keeps that somebody was asked about a check's words. */
export function logContact(ledger: Ledger, { id, ...input }: Input<'logContact'>): void {
  ledger.read('check', input.checkId);
  const { personId, at } = ledger.act;
  ledger.create('contact', id, { ...input, createdBy: personId, createdAt: at, removed: false });
}

export function editContact(ledger: Ledger, { id, version, ...patch }: Input<'editContact'>): void {
  keepKnowing(ledger, id, ledger.read('contact', id).state, patch.terms);
  ledger.change('contact', id, version, patch);
}

export function removeContact(ledger: Ledger, { id, version }: Input<'removeContact'>): void {
  ledger.change('contact', id, version, { removed: true });
}
