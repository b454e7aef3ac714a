import { currentDesk } from '@/db/client';
import type { Actor } from '@/db/policies';
import { findPerson } from '@/db/queries/desk';

export interface Session {
  readonly person: Actor & { readonly name: string };
  readonly id: string;
  /** Set-Cookie lines that a renewed session needs; none where it was not renewed. */
  readonly cookies: readonly string[];
}

/**
 * The session that a request's cookie stands for on a team desk; null where it has ended. `renew`:
 * its end may be put off, which only an answer that can set cookies may ask for.
 */
export async function findSession(sent: Headers, renew: boolean): Promise<Session | null> {
  if (!sent.has('cookie')) return null;
  // Loaded only here: a solo desk starts without it.
  const { signInAt } = await import('./sign-in');
  const { headers, response } = await signInAt(sent.get('host') ?? '').api.getSession({
    headers: sent,
    query: { disableRefresh: !renew },
    returnHeaders: true,
  });
  const person = response === null ? null : findPerson(currentDesk(), response.user.id);
  if (response === null || person === null) return null;
  return { person, id: response.session.id, cookies: headers.getSetCookie() };
}
