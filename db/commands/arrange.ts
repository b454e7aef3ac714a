import type { Input } from './inputs';
import type { Ledger } from './ledger';

export function saveView(ledger: Ledger, { id, name, query }: Input<'saveView'>): void {
  ledger.create('view', id, { name, query, createdBy: ledger.act.personId, removed: false });
}

export function removeView(ledger: Ledger, { id, version }: Input<'removeView'>): void {
  ledger.change('view', id, version, { removed: true });
}

/** A date set by a person is no longer inferred. */
export function editArticle(ledger: Ledger, { id, version, ...patch }: Input<'editArticle'>): void {
  const basis =
    patch.date === undefined
      ? {}
      : { dateBasis: patch.date === null ? null : 'set', dateReason: null };
  ledger.change('article', id, version, { ...patch, ...basis });
}

export function setBlockRole(ledger: Ledger, { id, version, role }: Input<'setBlockRole'>): void {
  ledger.change('block', id, version, { role });
}
