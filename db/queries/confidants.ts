import type { PersonName } from '@/corpus/annotation/reading';
import type { Desk } from '../client';
import { listNamed, type Guarded } from '../commands/may-know';
import { isConfidential } from '../commands/withhold';
import { listNames } from './people';

/** Who sees something, first who brought it in; null where everybody does. */
export function knownTo(desk: Desk, thing: Guarded): readonly PersonName[] | null {
  if (!isConfidential(thing.terms)) return null;
  const ids = new Set([thing.createdBy, ...listNamed(desk, thing.id)]);
  const names = new Map(listNames(desk).map((person) => [person.id, person]));
  return [...ids].map((id) => names.get(id)!);
}
