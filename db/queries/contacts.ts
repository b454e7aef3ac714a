import { and, asc, eq } from 'drizzle-orm';
import type { Contact } from '@/corpus/outside/model';
import type { Unseen } from '@/corpus/verification/check-detail';
import type { Desk } from '../client';
import { mayKnow } from '../commands/may-know';
import * as schema from '../schema';
import { knownTo } from './confidants';

/**
 * Who was asked about a check's words, oldest first, and which lines this person does not see. `isApart`:
 * only what they asked themselves.
 */
export function listContacts(
  desk: Desk,
  checkId: string,
  viewerId: string,
  isApart: boolean,
): { readonly contacts: readonly Contact[]; readonly unseen: readonly Unseen[] } {
  const { contact, person } = schema;
  const { id, version, name, way, askedAt, question, answer, terms, createdBy } = contact;
  const rows = desk.orm
    .select({
      id,
      version,
      name,
      way,
      askedAt,
      question,
      answer,
      terms,
      createdBy,
      by: person.name,
    })
    .from(contact)
    .innerJoin(person, eq(person.id, contact.createdBy))
    .where(
      and(
        eq(contact.checkId, checkId),
        eq(contact.removed, false),
        isApart ? eq(contact.createdBy, viewerId) : undefined,
      ),
    )
    .orderBy(asc(contact.askedAt), asc(contact.id))
    .all();
  const contacts: Contact[] = [];
  const unseen: Unseen[] = [];
  for (const { createdBy: by, ...line } of rows) {
    const thing = { id: line.id, terms: line.terms, createdBy: by };
    const people = knownTo(desk, thing);
    if (mayKnow(desk, thing, viewerId)) contacts.push({ ...line, knownTo: people });
    else unseen.push({ about: 'contact', id: line.id, knownTo: people ?? [] });
  }
  return { contacts, unseen };
}
