import { hostname } from 'node:os';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;
const NUMBERS = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\])(:\d{1,5})?$/i;

/** Whether a Host header names this machine as only this machine can reach it. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * Whether a Host header of a desk that others reach is its own: the address in STET_ORIGIN; where
 * HOST is no loopback address also the machine's name and numbers, which no other site can point
 * at the desk.
 */
export function isSharedHost(host: string): boolean {
  if (host === publicOrigin()?.host) return true;
  const bound = (process.env['HOST'] ?? '').trim();
  if (bound === '' || isLoopback(bound.includes(':') ? `[${bound}]` : bound)) return false;
  const name = host.toLowerCase().replace(/:\d{1,5}$/, '');
  const own = hostname().toLowerCase();
  return NUMBERS.test(host) || name === own || name === `${own}.local`;
}

/** The origin that pages of a host have. Beyond this machine https is told by STET_ORIGIN alone. */
export function originOf(host: string): string {
  const named = publicOrigin();
  return host === named?.host ? named.origin : `http://${host.toLowerCase()}`;
}

/** Where people reach a team desk, from STET_ORIGIN; null where it is unset or no address. */
function publicOrigin(): URL | null {
  const wanted = process.env['STET_ORIGIN'] ?? '';
  return URL.canParse(wanted) && /^https?:/.test(wanted) ? new URL(wanted) : null;
}
