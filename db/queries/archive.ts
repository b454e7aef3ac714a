import { and, asc, eq } from 'drizzle-orm';
import type { ArchivedCopy } from '@/corpus/verification/archive';
import type { Desk } from '../client';
import { findItem } from '../commands/archive-stores';
import { mayKnow } from '../commands/may-know';
import * as schema from '../schema';

/** What is kept of an item, oldest first. */
export function listArchivedCopies(desk: Desk, evidenceItemId: string): readonly ArchivedCopy[] {
  const { archivedCopy: kept, person } = schema;
  const { id, version, fileName, content, byteLength, sha256, url, keptAt } = kept;
  return desk.orm
    .select({
      ...{ id, version, fileName, content, byteLength, sha256, url, keptAt },
      keptBy: { id: person.id, name: person.name },
    })
    .from(kept)
    .innerJoin(person, eq(person.id, kept.keptBy))
    .where(and(eq(kept.evidenceItemId, evidenceItemId), eq(kept.removed, false)))
    .orderBy(asc(kept.id))
    .all();
}

/** A copy's bytes for somebody who may see them; null where there is none that they may see. */
export function findArchivedBytes(
  desk: Desk,
  id: string,
  viewerId: string,
): { readonly fileName: string; readonly sha256: string; readonly bytes: Buffer } | null {
  const { archivedBytes, archivedCopy: kept } = schema;
  const row = desk.orm
    .select({
      fileName: kept.fileName,
      sha256: kept.sha256,
      item: kept.evidenceItemId,
      bytes: archivedBytes.bytes,
    }) // prettier-ignore
    .from(kept)
    .innerJoin(archivedBytes, eq(archivedBytes.sha256, kept.sha256))
    .where(and(eq(kept.id, id), eq(kept.removed, false)))
    .get();
  if (row === undefined) return null;
  const item = findItem(desk, row.item);
  return item !== null && mayKnow(desk, item, viewerId) ? row : null;
}
