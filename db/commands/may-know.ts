import type { Terms } from '@/corpus/annotation/model';
import type { Desk } from '../client';
import { RefusedError } from './errors';
import type { State } from './table-store';
import { isConfidential } from './withhold';

/** Something that may be confidential. */
export interface Guarded {
  readonly id: string;
  readonly terms: Terms;
  readonly createdBy: string;
}

/**
 * Whether a person may see it: what is confidential only who brought it in and who is named. No role
 * sees it for being that role.
 */
export function mayKnow(desk: Desk, { id, terms, createdBy }: Guarded, personId: string): boolean {
  if (!isConfidential(terms) || createdBy === personId) return true;
  return listNamed(desk, id).includes(personId);
}

/** The people who are named to see it, in the order of naming. */
export function listNamed(desk: Desk, thingId: string): readonly string[] {
  return desk.sqlite
    .prepare<[string], string>(
      'SELECT person_id FROM confidant WHERE thing_id = ? AND removed = 0 ORDER BY id',
    )
    .pluck()
    .all(thingId);
}

/** The state of an evidence item or a contact, as `mayKnow` asks for it. */
export function guardedOf(id: string, state: State): Guarded {
  return { id, terms: state['terms'] as Terms, createdBy: String(state['createdBy']) };
}

/** Whether a person may say who sees it. */
export function mayName(desk: Desk, thing: Guarded, personId: string): boolean {
  if (mayKnow(desk, thing, personId)) return true;
  const role = desk.sqlite
    .prepare<[string], string>('SELECT role FROM person WHERE id = ?')
    .pluck()
    .get(personId);
  return role === 'admin';
}

export function unknownToYou(): RefusedError {
  return new RefusedError(
    'forbidden',
    'This is confidential and you are not among the people who see it: ask whoever brought it in.',
  );
}
