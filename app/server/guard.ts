import { currentDesk } from '@/db/client';
import { isTeam } from '@/db/queries/people';
import { isLoopback, isSharedHost, originOf } from './address';

/**
 * Why a request must not reach the desk, or null where it may: the Host has to be the desk's own,
 * beyond this machine only where people sign in, and an Origin has to be that same address. A
 * write without an Origin did not come from the desk's own pages and is refused as well, unless it
 * brings an access token, which no other site's page can send along.
 */
export function findForeign(request: Request): string | null {
  const host = request.headers.get('host') ?? '';
  if (!isLoopback(host) && !(isSharedHost(host) && isTeam(currentDesk()))) {
    return 'Stet answers only at its own address on this machine, for example http://127.0.0.1:3000.';
  }
  const origin = request.headers.get('origin');
  const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
  if (origin === null) {
    if (!writes || bearerOf(request.headers) !== null) return null;
    return 'Changes are taken from the desk’s own pages only.';
  }
  return origin.toLowerCase() === originOf(host)
    ? null
    : 'A page of another site tried to reach the desk.';
}

/** The access token that a request brings. */
export function bearerOf(headers: Headers): string | null {
  return /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}
