import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { lookupOf, requestPage } from './connection';
import { fetchPage } from './fetch-page';
import { refusalIn, serve, serveTcp } from './servers.testing';

describe('requestPage', () => {
  it('says nothing to an address that was not vetted', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    const signal = AbortSignal.timeout(10_000);
    const vetted = [{ address: '93.184.216.34', family: 4 }];
    const permission = { allowedLoopbackPort: server.port };
    await expect(requestPage(new URL(server.origin), vetted, permission, signal)).rejects.toThrow(
      'another address than the site’s',
    );
    expect(server.requests).toEqual([]);
  });

  it('says nothing to a forbidden address, even a vetted one', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    const signal = AbortSignal.timeout(10_000);
    const vetted = [{ address: '127.0.0.1', family: 4 }];
    const url = new URL(`http://news.example:${server.port}/`);
    await expect(requestPage(url, vetted, {}, signal)).rejects.toThrow('(127.0.0.1)');
    expect(server.requests).toEqual([]);
  });

  it('goes on to the next vetted address where the first cannot be reached', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const vetted = [
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ];
    const url = new URL(`http://news.example:${server.port}/`);
    const permission = { allowedLoopbackPort: server.port };
    const answer = await requestPage(url, vetted, permission, AbortSignal.timeout(10_000));
    answer.destroy();
    expect(answer.statusCode).toBe(200);
  });

  it('names the site in the TLS handshake with the vetted address', async () => {
    let hello = '';
    const port = await serveTcp((socket) => {
      socket.once('data', (bytes) => {
        hello = bytes.toString('latin1');
        socket.destroy();
      });
    });
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const url = `https://news.example.:${port}/`;
    const answer = await fetchPage(url, { resolve, allowedLoopbackPort: port });
    expect(refusalIn(answer)).toContain('The connection broke off');
    expect(hello).toContain('news.example');
    expect(hello).not.toContain('news.example.');
  });
});

describe('lookupOf', () => {
  const vetted = [
    { address: '93.184.216.34', family: 4 },
    { address: '2606:4700::1', family: 6 },
  ];

  function ask(all: boolean): Promise<[string | LookupAddress[], number | undefined]> {
    return new Promise((resolve, reject) => {
      lookupOf(vetted)('any.example', { all }, (error, address, family) => {
        if (error) reject(error);
        else resolve([address, family]);
      });
    });
  }

  it('gives the vetted addresses for any name', async () => {
    expect(await ask(true)).toEqual([vetted, undefined]);
    expect(await ask(false)).toEqual(['93.184.216.34', 4]);
  });
});
