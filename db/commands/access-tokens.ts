import { randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import { z } from 'zod';
import { SCOPES } from '@/corpus/people/model';
import type { Desk } from '../client';
import { hashOf, newId } from '../ids';
import type { Actor } from '../policies';
import * as schema from '../schema';
import { refuseForbidden } from './allowed';
import { RefusedError } from './errors';
import { openLedger } from './ledger';

/** How a secret begins, so that a scan for leaked secrets can tell it. */
const PREFIX = 'stet_';

/** What a token is made from. `expiresOn`: the day after which it is no longer taken. */
export const NEW_TOKEN = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(100),
  scopes: z.array(z.enum(SCOPES)).min(1, 'must have one').transform((scopes) => [...new Set(scopes)]), // prettier-ignore
  expiresOn: z.iso.date().nullable(),
});

/** Makes an access token of the actor's own; returns its secret, which is not kept. */
export function makeAccessToken(
  desk: Desk,
  actor: Actor,
  { name, scopes, expiresOn }: z.infer<typeof NEW_TOKEN>,
): string {
  refuseToken(actor);
  const secret = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const [id, createdAt] = [newId(), new Date().toISOString()];
  const expiresAt = expiresOn === null ? null : `${expiresOn}T23:59:59.999Z`;
  const made = { id, personId: actor.id, name, secretHash: hashOf(secret), scopes, createdAt };
  desk.sqlite
    .transaction(() => {
      desk.orm
        .insert(schema.accessToken)
        .values({ ...made, expiresAt })
        .run();
      tell(desk, actor, 'makeAccessToken', { token: id, scopes });
    })
    .immediate();
  return secret;
}

/** Throws RefusedError where the token is not the actor's own. */
export function revokeAccessToken(desk: Desk, actor: Actor, id: string): void {
  refuseToken(actor);
  const { accessToken } = schema;
  const revokedAt = new Date().toISOString();
  desk.sqlite
    .transaction(() => {
      const own = and(eq(accessToken.id, id), eq(accessToken.personId, actor.id), isNull(accessToken.revokedAt)); // prettier-ignore
      const { changes } = desk.orm.update(accessToken).set({ revokedAt }).where(own).run();
      if (changes === 0) throw new RefusedError('missing', 'There is no such access token.');
      tell(desk, actor, 'revokeAccessToken', { token: id });
    })
    .immediate();
}

/** Who acts with this secret, and what for; null where it is no token, revoked, or has expired. */
export function findTokenActor(desk: Desk, secret: string): (Actor & { name: string }) | null {
  const { accessToken, person } = schema;
  const now = new Date().toISOString();
  const row = desk.orm
    .select({
      token: accessToken.id,
      lastUsedOn: accessToken.lastUsedOn,
      id: person.id,
      name: person.name,
      role: person.role,
      scopes: accessToken.scopes,
    })
    .from(accessToken)
    .innerJoin(person, eq(person.id, accessToken.personId))
    .where(
      and(
        eq(accessToken.secretHash, hashOf(secret)),
        isNull(accessToken.revokedAt),
        or(isNull(accessToken.expiresAt), gt(accessToken.expiresAt, now)),
        eq(person.removed, false),
      ),
    )
    .get();
  if (row === undefined) return null;
  const { token, lastUsedOn, ...actor } = row;
  const today = now.slice(0, 10);
  if (lastUsedOn !== today) {
    desk.orm.update(accessToken).set({ lastUsedOn: today }).where(eq(accessToken.id, token)).run();
  }
  return actor;
}

/** A token makes and revokes no tokens: a leaked one must not outlive its revocation. */
function refuseToken(actor: Actor): void {
  refuseForbidden(actor, 'keepOwnAccount');
  if (actor.scopes === undefined) return;
  throw new RefusedError('forbidden', 'Access tokens are made and revoked by a person who is signed in.'); // prettier-ignore
}

function tell(
  desk: Desk,
  actor: Actor,
  name: string,
  changes: Readonly<Record<string, unknown>>,
): void {
  // prettier-ignore
  const nowhere = { articleId: null, annotationId: null };
  openLedger(desk, actor.id, name).note('account', actor.id, nowhere, changes);
}
