import { eq } from 'drizzle-orm';
import { newId } from '../ids';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

export function addEvidence(ledger: Ledger, { id, ...item }: Input<'addEvidence'>): void {
  const { personId, at } = ledger.act;
  ledger.read('collection', item.collectionId);
  ledger.create('evidence', id, { ...item, createdBy: personId, createdAt: at, removed: false });
}

export function editEvidence(
  ledger: Ledger,
  { id, version, ...patch }: Input<'editEvidence'>,
): void {
  ledger.change('evidence', id, version, patch);
}

export function citeEvidence(ledger: Ledger, { id, ...use }: Input<'citeEvidence'>): void {
  const check = ledger.read('check', use.checkId).state;
  const item = ledger.read('evidence', use.evidenceItemId).state;
  if (check['collectionId'] !== item['collectionId']) {
    throw new RefusedError('invalid', 'This evidence belongs to another collection.');
  }
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

export function postMessage(ledger: Ledger, input: Input<'postMessage'>): void {
  const annotation = ledger.read('annotation', input.annotationId).state;
  ledger.create('message', input.id, {
    threadId: threadOf(ledger, String(annotation['targetId'])),
    personId: ledger.act.personId,
    body: input.body,
    createdAt: ledger.act.at,
    removed: false,
  });
}

function threadOf(ledger: Ledger, targetId: string): string {
  const { thread } = schema;
  const found = ledger.desk.orm
    .select({ id: thread.id })
    .from(thread)
    .where(eq(thread.targetId, targetId))
    .get();
  if (found !== undefined) return found.id;
  const id = newId();
  ledger.desk.orm.insert(thread).values({ id, targetId, createdAt: ledger.act.at }).run();
  return id;
}
