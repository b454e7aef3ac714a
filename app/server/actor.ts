import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { currentDesk } from '@/db/client';
import { findTokenActor } from '@/db/commands/access-tokens';
import type { Actor } from '@/db/commands/run';
import { findActor } from '@/db/queries/desk';
import { isTeam } from '@/db/queries/people';
import { bearerOf } from './guard';
import { findSession } from './session';

export const PERSON_COOKIE = 'stet-person';

/** Who acts. `sessionId` where somebody is signed in on a team desk. */
export interface SignedIn extends Actor {
  readonly name: string;
  readonly sessionId?: string;
}

/**
 * Who acts in a request: the person of its access token where it brings one; on a team desk whoever
 * is signed in; on a solo desk the person chosen in this browser, else the first. Null: nobody.
 */
export async function findSignedIn(sent: Headers, chosen: string | null): Promise<SignedIn | null> {
  const desk = currentDesk();
  const bearer = bearerOf(sent);
  if (bearer !== null) return findTokenActor(desk, bearer);
  if (!isTeam(desk)) return findActor(desk, chosen);
  const session = await findSession(sent, false);
  return session === null ? null : { ...session.person, sessionId: session.id };
}

/** As findSignedIn, for the request that a page or route is answering. */
export async function findCurrent(): Promise<SignedIn | null> {
  const chosen = (await cookies()).get(PERSON_COOKIE)?.value ?? null;
  return findSignedIn(await headers(), chosen);
}

/** Who acts in the page that is being made; leads to the sign-in page where nobody does. */
export async function currentActor(): Promise<SignedIn> {
  return (await findCurrent()) ?? redirect('/sign-in');
}
