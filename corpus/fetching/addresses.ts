import { isIP } from 'node:net';

/** `private`: this machine, a private network or a cloud's own service. `reserved`: no page is there. */
export type ForbiddenKind = 'private' | 'reserved';

interface Range {
  readonly version: number;
  readonly first: bigint;
  readonly prefix: number;
  readonly kind: ForbiddenKind;
}

/** The IPv4 ranges that are never fetched from, after the IANA special-purpose registry. */
export const FORBIDDEN_IPV4: readonly (readonly [cidr: string, kind: ForbiddenKind])[] = [
  ['0.0.0.0/8', 'private'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'private'],
  ['127.0.0.0/8', 'private'],
  ['168.63.129.16/32', 'private'], // Azure's own service, at a public address
  ['169.254.0.0/16', 'private'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'private'],
  ['192.0.2.0/24', 'reserved'],
  ['192.88.99.0/24', 'reserved'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'private'],
  ['198.51.100.0/24', 'reserved'],
  ['203.0.113.0/24', 'reserved'],
  ['224.0.0.0/4', 'reserved'],
  ['240.0.0.0/4', 'reserved'],
];

/** Of IPv6 only 2000::/3 is in public use; these ranges within it, and those outside it, are not. */
const FORBIDDEN_IPV6: readonly (readonly [cidr: string, kind: ForbiddenKind])[] = [
  ['::/96', 'private'], // unspecified, loopback and IPv4-compatible
  ['64:ff9b:1::/48', 'private'],
  ['2001::/23', 'reserved'], // Teredo, benchmarking, ORCHID
  ['2001:db8::/32', 'reserved'],
  ['2002::/16', 'private'], // 6to4, out of use, embeds any IPv4 address
  ['3fff::/20', 'reserved'],
  ['fc00::/7', 'private'],
  ['fe80::/10', 'private'],
  ['fec0::/10', 'private'],
  ['ff00::/8', 'reserved'],
];

const RANGES = [...FORBIDDEN_IPV4, ...FORBIDDEN_IPV6].map(([cidr, kind]) => rangeOf(cidr, kind));
const PUBLIC_IPV6 = rangeOf('2000::/3', 'reserved');
/** Ranges whose last 32 bits are an IPv4 address that decides: mapped, and the known NAT64. */
const EMBEDDING_IPV4 = ['::ffff:0:0/96', '64:ff9b::/96'].map((cidr) => rangeOf(cidr, 'private'));

/**
 * Says why nothing is fetched from an IP address (any spelling that DNS or a socket gives, IPv6
 * without brackets), or null where it is an ordinary public address. What is no IP address, or has
 * a zone (`%eth0`), counts as private.
 */
export function forbiddenKind(address: string): ForbiddenKind | null {
  const value = valueOf(address);
  if (value === null) return 'private';
  const version = isIP(address);
  const found = RANGES.find((range) => isWithin(range, version, value));
  if (found !== undefined) return found.kind;
  if (version === 4) return null;
  if (EMBEDDING_IPV4.some((range) => isWithin(range, version, value))) {
    return forbiddenKind(dotted(value & 0xffffffffn));
  }
  return isWithin(PUBLIC_IPV6, version, value) ? null : 'reserved';
}

/** Whether two spellings are one IP address of one version. */
export function isSameAddress(a: string, b: string): boolean {
  const value = valueOf(a);
  return value !== null && isIP(a) === isIP(b) && value === valueOf(b);
}

const PRIVATE_NAMES = new Set(['localhost', 'metadata', 'metadata.goog', 'instance-data']);
const PRIVATE_ENDINGS = ['.localhost', '.local', '.localdomain', '.internal', '.home.arpa'];

/** Whether a host name (lower case, no final dot) means this machine or a network of one's own. */
export function isPrivateName(name: string): boolean {
  return PRIVATE_NAMES.has(name) || PRIVATE_ENDINGS.some((ending) => name.endsWith(ending));
}

function rangeOf(cidr: string, kind: ForbiddenKind): Range {
  const [address = '', prefix = ''] = cidr.split('/');
  const first = valueOf(address);
  if (first === null) throw new Error(`${cidr} is not a range of addresses.`);
  return { version: isIP(address), first, prefix: Number(prefix), kind };
}

function isWithin(range: Range, version: number, value: bigint): boolean {
  if (range.version !== version) return false;
  const shift = BigInt((version === 4 ? 32 : 128) - range.prefix);
  return value >> shift === range.first >> shift;
}

function valueOf(address: string): bigint | null {
  const version = isIP(address);
  if (version === 4) return joined(address.split('.').map(Number), 8n);
  if (version !== 6 || address.includes('%')) return null;
  // The URL parser writes every IPv6 address in one way: hexadecimal groups, `::` once at most.
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail = ''] = plain.split('::');
  const before = groupsOf(head);
  const after = groupsOf(tail);
  const zeros = new Array<number>(8 - before.length - after.length).fill(0);
  return joined([...before, ...zeros, ...after], 16n);
}

function groupsOf(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => parseInt(group, 16));
}

function joined(parts: readonly number[], bits: bigint): bigint {
  return parts.reduce((value, part) => (value << bits) | BigInt(part), 0n);
}

function dotted(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');
}
