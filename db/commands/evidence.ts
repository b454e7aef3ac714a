import { keepKnowing } from './confidants';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { guardedOf, mayKnow, unknownToYou } from './may-know';

export function addEvidence(ledger: Ledger, { id, ...item }: Input<'addEvidence'>): void {
  const { personId, at } = ledger.act;
  ledger.read('collection', item.collectionId);
  ledger.create('evidence', id, { ...item, createdBy: personId, createdAt: at, removed: false });
}

export function editEvidence(
  ledger: Ledger,
  { id, version, ...patch }: Input<'editEvidence'>,
): void {
  keepKnowing(ledger, id, ledger.read('evidence', id).state, patch.terms);
  ledger.change('evidence', id, version, patch);
}

export function citeEvidence(ledger: Ledger, { id, ...use }: Input<'citeEvidence'>): void {
  const check = ledger.read('check', use.checkId).state;
  const item = ledger.read('evidence', use.evidenceItemId).state;
  if (check['collectionId'] !== item['collectionId']) {
    throw new RefusedError('invalid', 'This evidence belongs to another collection.');
  }
  const thing = guardedOf(use.evidenceItemId, item);
  if (!mayKnow(ledger.desk, thing, ledger.act.personId)) throw unknownToYou();
  if (item['removed']) throw new RefusedError('missing', 'This evidence has been taken away.');
  ledger.create('citation', id, {
    locator: null,
    excerpt: null,
    ...use,
    createdBy: ledger.act.personId,
    removed: false,
  });
}

export function editCitation(
  ledger: Ledger,
  { id, version, ...patch }: Input<'editCitation'>,
): void {
  ledger.change('citation', id, version, patch);
}

export function removeCitation(ledger: Ledger, { id, version }: Input<'removeCitation'>): void {
  ledger.change('citation', id, version, { removed: true });
}
