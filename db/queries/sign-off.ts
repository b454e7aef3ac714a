import { and, eq } from 'drizzle-orm';
import { listSignOffBlockers } from '@/corpus/verification/sign-off';
import type { Desk } from '../client';
import * as schema from '../schema';

/** What stands against this person signing this check now; empty where nothing does. */
export function listSignOffBlockersOf(
  desk: Desk,
  checkId: string,
  signerId: string,
): readonly string[] {
  const { check, collection, citation, evidenceItem } = schema;
  const row = desk.orm
    .select({ check, mode: collection.mode })
    .from(check)
    .innerJoin(collection, eq(collection.id, check.collectionId))
    .where(eq(check.id, checkId))
    .get();
  if (row === undefined) return [];
  const evidence = desk.orm
    .select({
      kind: evidenceItem.kind,
      origin: evidenceItem.origin,
      terms: evidenceItem.terms,
      stance: citation.stance,
      primary: citation.primary,
    })
    .from(citation)
    .innerJoin(evidenceItem, eq(evidenceItem.id, citation.evidenceItemId))
    .where(
      and(
        eq(citation.checkId, checkId),
        eq(citation.removed, false),
        eq(evidenceItem.removed, false),
      ),
    )
    .all();
  const { kind, status, finding, fidelity, disposition, replacement, checkedBy } = row.check;
  return listSignOffBlockers({
    kind,
    status,
    finding,
    fidelity,
    disposition,
    replacement,
    evidence,
    mode: row.mode,
    signerIsChecker: checkedBy === signerId,
  });
}
