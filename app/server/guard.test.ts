import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setUpTeam } from '@/db/commands/accounts';
import { makeDesk, type TestDesk } from '@/db/testing/desk';
import { findForeign } from './guard';

const shared = globalThis as { stetDesk?: unknown };
const { HOST, STET_ORIGIN } = process.env;

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
  shared.stetDesk = test.desk;
});
afterEach(() => {
  delete shared.stetDesk;
  setEnvironment({ HOST, STET_ORIGIN });
  test.close();
});

function setEnvironment(values: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}

const makeTeam = () =>
  setUpTeam(test.desk, test.actor, { email: 'ada@desk.example', password: 'seven grey herons' });

function isForeign(host: string, headers: Record<string, string> = {}, method = 'GET'): boolean {
  const request = new Request('http://desk.invalid/', { method });
  const sent = new Headers({ ...headers, host });
  Object.defineProperty(request, 'headers', { value: sent });
  return findForeign(request) !== null;
}

describe('a request', () => {
  it.each(['127.0.0.1:3000', 'localhost', '[::1]:3000'])('reaches a solo desk at %s', (host) => {
    expect(isForeign(host)).toBe(false);
    expect(isForeign(host, { origin: `http://${host}` }, 'POST')).toBe(false);
    expect(isForeign(host, {}, 'POST')).toBe(true);
    expect(isForeign(host, { origin: 'http://evil.example' })).toBe(true);
    expect(isForeign(host, { origin: 'null' }, 'POST')).toBe(true);
  });

  it('without an Origin may write with an access token, which no page can send along', () => {
    const authorization = 'Bearer stet_secret';
    expect(isForeign('localhost', { authorization }, 'POST')).toBe(false);
    expect(isForeign('localhost', { authorization, origin: 'http://evil.example' }, 'POST')).toBe(true); // prettier-ignore
    expect(isForeign('localhost', { authorization: 'Basic eDp5' }, 'POST')).toBe(true);
    expect(isForeign('evil.example', { authorization }, 'POST')).toBe(true);
  });

  it('from beyond this machine reaches a team desk only, at its own address', async () => {
    setEnvironment({ HOST: '0.0.0.0', STET_ORIGIN: 'https://stet.example' });
    const own = ['stet.example', '192.0.2.7:3000', '[2001:db8::7]:3000', `${hostname().toLowerCase()}:3000`]; // prettier-ignore
    const foreign = ['evil.example', 'stet.example.evil.example', 'stet.example:8443', ''];
    expect(own.map((host) => isForeign(host))).toEqual(own.map(() => true));
    await makeTeam();
    expect(own.map((host) => isForeign(host))).toEqual(own.map(() => false));
    expect(foreign.map((host) => isForeign(host))).toEqual(foreign.map(() => true));
    const from = (origin: string) => isForeign('stet.example', { origin }, 'POST');
    expect([from('https://stet.example'), from('http://stet.example')]).toEqual([false, true]);
  });

  it('reaches a desk that listens on this machine only by its loopback names and STET_ORIGIN', async () => {
    await makeTeam();
    for (const host of ['', '127.0.0.1', '::1']) {
      setEnvironment({ HOST: host, STET_ORIGIN: 'https://stet.example' });
      expect([isForeign('192.0.2.7'), isForeign(hostname()), isForeign('stet.example')]).toEqual([true, true, false]); // prettier-ignore
    }
  });
});
