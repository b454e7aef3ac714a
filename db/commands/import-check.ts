import type { DatasetCheck, DatasetEvidence } from '@/corpus/interchange/article';
import type { Desk } from '../client';
import { newId } from '../ids';
import { prepared } from '../prepared';
import type { Ledger } from './ledger';
import { wordsHash } from './words-hash';

interface Checked {
  readonly annotationId: string;
  readonly articleId: string;
  readonly collectionId: string;
}

/** Stores the check that came with an annotation, with its assessments and its evidence; an open one where none came. */
export function storeImportedCheck(ledger: Ledger, of: Checked, check: DatasetCheck | null): void {
  const id = newId();
  if (check === null) {
    ledger.create('check', id, { ...of, status: 'unchecked' });
    return;
  }
  const { status, finding, fidelity, disposition, replacement, rationale, signedAt } = check;
  const named = (name: string | null) => (name === null ? null : personNamed(ledger, name));
  const signedBy = named(check.signedBy);
  ledger.create('check', id, {
    ...{ ...of, status, finding, fidelity, disposition, replacement, rationale, signedAt },
    ...{ checkedBy: named(check.checkedBy), signedBy },
    signedHash: signedBy === null ? null : wordsHash(ledger.desk, of.annotationId),
  });
  for (const assessment of check.assessments) {
    const { id: own, person, at, ...judgement } = assessment;
    const personId = personNamed(ledger, person);
    const state = { checkId: id, personId, ...judgement, updatedAt: at, removed: false };
    ledger.create('assessment', own, state);
  }
  for (const evidence of check.evidence) cite(ledger, of.collectionId, id, evidence);
}

const selectItem = ({ sqlite }: Desk) =>
  sqlite.prepare<[string], string>('SELECT id FROM evidence_item WHERE id = ?').pluck();

function cite(
  ledger: Ledger,
  collectionId: string,
  checkId: string,
  evidence: DatasetEvidence,
): void {
  const { id, item, kind, title, place, origin, terms, locator, excerpt, stance, primary } =
    evidence;
  const { desk, act } = ledger;
  const createdBy = act.personId;
  if (prepared(desk, selectItem).get(item) === undefined) {
    const described = { collectionId, kind, title, place, origin, terms };
    ledger.create('evidence', item, { ...described, createdBy, createdAt: act.at, removed: false });
  }
  const cited = { checkId, evidenceItemId: item, locator, excerpt, stance, primary };
  ledger.create('citation', id, { ...cited, createdBy, removed: false });
}

const selectPerson = ({ sqlite }: Desk) =>
  sqlite.prepare<[string], string>('SELECT id FROM person WHERE name = ?').pluck();

/** The person of this name; one who is not on the desk is made, as somebody who left. */
export function personNamed(ledger: Ledger, name: string): string {
  const known = prepared(ledger.desk, selectPerson).get(name);
  if (known !== undefined) return known;
  const id = newId();
  const createdAt = ledger.act.at;
  ledger.create('person', id, { name, role: 'reader', createdAt, removed: true });
  return id;
}
