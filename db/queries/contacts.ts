import { and, asc, eq } from 'drizzle-orm';
import type { Contact } from '@/corpus/outside/model';
import type { Desk } from '../client';
import * as schema from '../schema';

/** Who was asked about a check's words, oldest first. `askedBy`: only by this person; null for all. */
export function listContacts(
  desk: Desk,
  checkId: string,
  askedBy: string | null,
): readonly Contact[] {
  const { contact, person } = schema;
  const { id, version, name, way, askedAt, question, answer, terms } = contact;
  return desk.orm
    .select({ id, version, name, way, askedAt, question, answer, terms, by: person.name })
    .from(contact)
    .innerJoin(person, eq(person.id, contact.createdBy))
    .where(
      and(
        eq(contact.checkId, checkId),
        eq(contact.removed, false),
        askedBy === null ? undefined : eq(contact.createdBy, askedBy),
      ),
    )
    .orderBy(asc(contact.askedAt), asc(contact.id))
    .all();
}
