import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORBIDDEN_IPV4, forbiddenKind, isPrivateName, isSameAddress } from './addresses';
import { fetchPage } from './fetch-page';

describe('forbiddenKind', () => {
  it.each([
    '0.0.0.0',
    '10.0.0.1',
    '10.255.255.255',
    '100.64.0.1',
    '100.100.100.200',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.192',
    '192.168.1.1',
    '198.18.0.1',
    '198.19.255.255',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::7f00:1',
    '::8.8.8.8',
    '::ffff:127.0.0.1',
    '::FFFF:7F00:1',
    '0:0:0:0:0:ffff:10.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::808:808',
    '2002:7f00:1::',
    '2002:808:808::1',
    'fc00::1',
    'fd00:ec2::254',
    'fd20:ce::254',
    'fe80::1',
    'fe80::1%eth0',
    'febf:ffff::1',
    'fec0::1',
    'localhost',
    '127.1',
    '0x7f.0.0.1',
    '',
  ])('takes %s for private', (address) => {
    expect(forbiddenKind(address)).toBe('private');
  });

  it.each([
    '192.0.2.1',
    '192.88.99.1',
    '198.51.100.7',
    '203.0.113.255',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::ffff:224.0.0.1',
    '::ffff:0:8.8.8.8',
    '100::1',
    '2001::1',
    '2001:2::1',
    '2001:10::1',
    '2001:db8::1',
    '3fff::1',
    '4000::1',
    '5f00::1',
    'ff02::1',
    'ff0e::1',
  ])('takes %s for reserved', (address) => {
    expect(forbiddenKind(address)).toBe('reserved');
  });

  it.each([
    '1.1.1.1',
    '8.8.8.8',
    '9.255.255.255',
    '11.0.0.0',
    '93.184.216.34',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '168.63.129.17',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.1.0',
    '192.167.255.255',
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2001:200::1',
    '2001:4860:4860::8888',
    '2606:4700::6810:84e5',
    '2a00:1450:4001:80b::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('allows %s', (address) => {
    expect(forbiddenKind(address)).toBeNull();
  });
});

const forbiddenIpv4 = fc
  .tuple(fc.constantFrom(...FORBIDDEN_IPV4), fc.nat({ max: 0xffffffff }))
  .map(([[cidr], random]) => {
    const [base = '', prefix = ''] = cidr.split('/');
    const size = 2 ** (32 - Number(prefix));
    const first = base.split('.').reduce((value, part) => value * 256 + Number(part), 0);
    return first + (random % size);
  });

const bytesOf = (value: number): number[] =>
  [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
const dotted = (value: number): string => bytesOf(value).join('.');
const groups = (value: number): string =>
  [Math.floor(value / 65536), value % 65536].map((group) => group.toString(16)).join(':');

describe('any IPv4 address in a forbidden range', () => {
  it('is forbidden plain, mapped, mapped in hexadecimal, and in other embeddings', () => {
    fc.assert(
      fc.property(forbiddenIpv4, (value) => {
        const spellings = [
          dotted(value),
          `::ffff:${dotted(value)}`,
          `::ffff:${groups(value)}`,
          `0:0:0:0:0:ffff:${groups(value)}`,
          `::${groups(value)}`,
          `64:ff9b::${groups(value)}`,
          `2002:${groups(value)}::`,
        ];
        for (const spelling of spellings) expect(forbiddenKind(spelling)).not.toBeNull();
      }),
    );
  });

  it('is refused in every spelling that a URL knows', async () => {
    await fc.assert(
      fc.asyncProperty(forbiddenIpv4, async (value) => {
        const hosts = [
          dotted(value),
          String(value),
          `0x${value.toString(16)}`,
          `0${value.toString(8)}`,
          bytesOf(value)
            .map((byte) => `0${byte.toString(8)}`)
            .join('.'),
          bytesOf(value)
            .map((byte) => `0x${byte.toString(16)}`)
            .join('.'),
          `[::ffff:${dotted(value)}]`,
          `[::ffff:${groups(value)}]`,
        ];
        for (const host of hosts) {
          expect(await fetchPage(`http://${host}/`)).toEqual({
            refused: expect.stringMatching(/private network|reserved network/),
          });
        }
      }),
      { numRuns: 50 },
    );
  });
});

it.each([
  ['::1', '0:0:0:0:0:0:0:1', true],
  ['2001:DB8::1', '2001:db8:0::1', true],
  ['8.8.8.8', '8.8.8.8', true],
  ['8.8.8.8', '8.8.4.4', false],
  ['8.8.8.8', '::ffff:8.8.8.8', false],
  ['', '', false],
])('isSameAddress(%s, %s) is %s', (a, b, expected) => {
  expect(isSameAddress(a, b)).toBe(expected);
});

it.each([
  ['localhost', true],
  ['desk.localhost', true],
  ['printer.local', true],
  ['metadata.google.internal', true],
  ['metadata', true],
  ['router.home.arpa', true],
  ['localhost.example', false],
  ['internal.example', false],
  ['thelocal.se', false],
])('isPrivateName(%s) is %s', (name, expected) => {
  expect(isPrivateName(name)).toBe(expected);
});
