import { and, eq } from 'drizzle-orm';
import { listSignOffBlockers, type SignOffCase } from '@/corpus/verification/sign-off';
import type { Desk } from '../client';
import * as schema from '../schema';

/** What stands against this person signing this check now; empty where nothing does. */
export function listSignOffBlockersOf(
  desk: Desk,
  checkId: string,
  signerId: string,
): readonly string[] {
  return listSignOffBlockers(readSignOffCase(desk, checkId, signerId));
}

/** The check as its rules see it where this person would sign it; throws where it is gone. */
export function readSignOffCase(desk: Desk, checkId: string, signerId: string): SignOffCase {
  const { check, collection, citation, evidenceItem } = schema;
  const row = desk.orm
    .select({ check, mode: collection.mode })
    .from(check)
    .innerJoin(collection, eq(collection.id, check.collectionId))
    .where(eq(check.id, checkId))
    .get();
  if (row === undefined) throw new Error(`check ${checkId} is missing`);
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
  return {
    kind,
    status,
    finding,
    fidelity,
    disposition,
    replacement,
    evidence,
    mode: row.mode,
    signerIsChecker: checkedBy === signerId || hasJudged(desk, checkId, signerId),
    isUndecided: status === 'disputed' && !isDecided(desk, checkId),
  };
}

function hasJudged(desk: Desk, checkId: string, personId: string): boolean {
  const judged = desk.sqlite.prepare<[string, string]>(
    `SELECT 1 FROM assessment WHERE check_id = ? AND person_id = ? AND removed = 0
       AND coalesce(finding, fidelity) IS NOT NULL`,
  );
  return judged.get(checkId, personId) !== undefined;
}

function isDecided(desk: Desk, checkId: string): boolean {
  const decided = desk.sqlite.prepare<[string]>(
    'SELECT 1 FROM decision WHERE check_id = ? AND stands = 1 AND removed = 0',
  );
  return decided.get(checkId) !== undefined;
}
