import { and, eq } from 'drizzle-orm';
import type { ChecklistItem } from '@/corpus/coverage/checklist';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';
import { readLiveArticle } from './live-article';
import { latestRevisionId } from './stores';

export function addChecklist(ledger: Ledger, { id, ...list }: Input<'addChecklist'>): void {
  ledger.read('collection', list.collectionId);
  ledger.create('checklist', id, { ...list, removed: false });
}

export function editChecklist(
  ledger: Ledger,
  { id, version, ...patch }: Input<'editChecklist'>,
): void {
  ledger.change('checklist', id, version, patch);
}

export function removeChecklist(ledger: Ledger, { id, version }: Input<'removeChecklist'>): void {
  ledger.change('checklist', id, version, { removed: true });
}

/** Ticks an item for the article's newest revision, or takes the tick away. */
export function tickItem(ledger: Ledger, input: Input<'tickItem'>): void {
  const { id, articleId, revisionId, checklistId, itemId, ticked } = input;
  const { desk, act } = ledger;
  const { collectionId } = readLiveArticle(ledger, articleId);
  const { state } = ledger.read('checklist', checklistId);
  const items = state['items'] as readonly ChecklistItem[];
  if (state['removed'] === true || !items.some((item) => item.id === itemId)) {
    throw new RefusedError('missing', 'This line is not on the checklist any more.');
  }
  if (state['collectionId'] !== collectionId) {
    throw new RefusedError('invalid', 'This checklist is for another collection.');
  }
  if (latestRevisionId(desk, articleId) !== revisionId) {
    throw new RefusedError('invalid', 'The article has a newer revision: reload it, then tick it.');
  }
  const { checklistTick: tick } = schema;
  const known = desk.orm
    .select({ id: tick.id, removed: tick.removed })
    .from(tick)
    .where(and(eq(tick.revisionId, revisionId), eq(tick.checklistId, checklistId), eq(tick.itemId, itemId)))
    .get(); // prettier-ignore
  if (known !== undefined) {
    if (known.removed !== ticked) return;
    const by = ticked ? { tickedBy: act.personId, tickedAt: act.at } : {};
    ledger.change('checklistTick', known.id, null, { removed: !ticked, ...by });
  } else if (ticked) {
    const by = { tickedBy: act.personId, tickedAt: act.at, removed: false };
    ledger.create('checklistTick', id, { checklistId, itemId, articleId, revisionId, ...by });
  }
}
