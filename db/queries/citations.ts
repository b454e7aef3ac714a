import { and, asc, desc, eq } from 'drizzle-orm';
import type { Citation, EvidenceItem, Unseen } from '@/corpus/verification/check-detail';
import type { Desk } from '../client';
import { mayKnow } from '../commands/may-know';
import * as schema from '../schema';
import { listArchivedCopies } from './archive';
import { knownTo } from './confidants';

/**
 * What a check cites, as far as this person may see it, and who sees the rest. `isApart`: only what they
 * cited themselves.
 */
export function listCitations(
  desk: Desk,
  checkId: string,
  viewerId: string,
  isApart: boolean,
): { readonly citations: readonly Citation[]; readonly unseen: readonly Unseen[] } {
  const { citation, evidenceItem } = schema;
  const uses = desk.sqlite
    .prepare<[string], number>(
      'SELECT count(DISTINCT check_id) FROM citation WHERE evidence_item_id = ? AND removed = 0',
    )
    .pluck();
  const rows = desk.orm
    .select({ citation, item: evidenceItem })
    .from(citation)
    .innerJoin(evidenceItem, eq(evidenceItem.id, citation.evidenceItemId))
    .where(
      and(
        eq(citation.checkId, checkId),
        eq(citation.removed, false),
        isApart ? eq(citation.createdBy, viewerId) : undefined,
      ),
    )
    .orderBy(asc(citation.id))
    .all();
  const seen = rows.filter(({ item }) => mayKnow(desk, item, viewerId));
  const hidden = rows.filter((row) => !seen.includes(row)).map(({ item }) => item);
  return {
    citations: seen.map(({ citation: { id, locator, excerpt, stance, primary, version }, item }) => ({
      ...{ id, locator, excerpt, stance, primary, version },
      item: itemOf(desk, item),
      copies: listArchivedCopies(desk, item.id),
      uses: uses.get(item.id)!,
    })),
    unseen: [...new Map(hidden.map((item) => [item.id, item])).values()].map((item) => ({
      about: 'evidence',
      id: item.id,
      knownTo: knownTo(desk, item) ?? [],
    })),
  };
} // prettier-ignore

type ItemRow = typeof schema.evidenceItem.$inferSelect;

function itemOf(desk: Desk, row: ItemRow): EvidenceItem {
  const { id, kind, title, place, origin, terms, version } = row;
  return { id, kind, title, place, origin, terms, version, knownTo: knownTo(desk, row) };
}

/** The most items of a collection that are offered. */
const MOST_OFFERED = 500;

/** The collection's evidence that this person may see, newest first: what a check can cite. */
export function listEvidence(
  desk: Desk,
  collectionId: string,
  viewerId: string,
): readonly EvidenceItem[] {
  const { evidenceItem } = schema;
  return desk.orm
    .select()
    .from(evidenceItem)
    .where(and(eq(evidenceItem.collectionId, collectionId), eq(evidenceItem.removed, false)))
    .orderBy(desc(evidenceItem.id))
    .limit(MOST_OFFERED)
    .all()
    .filter((item) => mayKnow(desk, item, viewerId))
    .map((item) => itemOf(desk, item));
}
