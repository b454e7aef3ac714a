import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { forbiddenKind, isPrivateName } from './addresses';
import { hostOf, portOf } from './page-url';
import { INSTEAD, Refusal } from './refusal';

/** An IP address and its version (4 or 6). */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Gives all addresses of a host name; rejects, or gives none, where there are none. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

/** Asks the system for all addresses of a host name, in the system's order. */
export const resolveBySystem: Resolve = (host) => lookup(host, { all: true });

/** Whom a page may be fetched from, beyond public addresses. */
export interface Permission {
  /** For tests: 127.0.0.1 is allowed at exactly this port. */
  readonly allowedLoopbackPort?: number | undefined;
}

/**
 * The addresses that the host of a URL stands for, from one question to `resolve` (none where the
 * host is an IP address already). Throws a Refusal where there is none or any one is forbidden.
 */
export async function vettedAddresses(
  url: URL,
  resolve: Resolve,
  permission: Permission,
): Promise<readonly ResolvedAddress[]> {
  const host = hostOf(url);
  if (isPrivateName(host)) throw refusalOf('private', host);
  const answers = isIP(host) === 0 ? await resolve(host) : [{ address: host, family: isIP(host) }];
  if (answers.length === 0) {
    throw new Refusal(`No site of this name was found; check the address, or ${INSTEAD}.`);
  }
  for (const { address } of answers) vetAddress(address, portOf(url), permission);
  return answers.map(({ address }) => ({ address, family: isIP(address) }));
}

/** Throws a Refusal unless an IP address may be connected to at a port. */
export function vetAddress(address: string, port: number, permission: Permission): void {
  if (address === '127.0.0.1' && port === permission.allowedLoopbackPort) return;
  const kind = forbiddenKind(address);
  if (kind !== null) throw refusalOf(kind, address);
}

function refusalOf(kind: 'private' | 'reserved', shown: string): Refusal {
  if (kind === 'private') {
    return new Refusal(
      `The address leads to this machine or a private network (${shown}), which Stet does not fetch from; ${INSTEAD}.`,
    );
  }
  return new Refusal(
    `The address leads to a reserved network address (${shown}), where no site can be; check it, or ${INSTEAD}.`,
  );
}
