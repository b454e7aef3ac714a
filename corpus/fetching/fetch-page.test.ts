import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { fetchPage } from './fetch-page';
import { fetchFrom, pageIn, refusalIn, serve, serveTcp, textIn } from './servers.testing';

const PRIVATE = (shown: string): string =>
  `The address leads to this machine or a private network (${shown}), which Stet does not fetch from; save the page as a file and import that.`;

describe('a page', () => {
  it('comes with where it was found, its type, bytes and hash', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end('<p>The Ostrel is “high”.</p>');
    });
    const page = pageIn(await fetchFrom(server, '/flood?day=2#top'));
    const bytes = new TextEncoder().encode('<p>The Ostrel is “high”.</p>');
    expect(page).toEqual({
      url: `${server.origin}/flood?day=2#top`,
      requestedUrl: `${server.origin}/flood?day=2#top`,
      redirects: [],
      contentType: 'text/html; charset=utf-8',
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      fetchedAt: new Date(page.fetchedAt).toISOString(),
      status: 200,
    });
  });

  it('is asked for by name, without cookies or credentials, on a connection of its own', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('Set-Cookie', 'a=b').end('ok');
    });
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const url = `http://bücher.example:${server.port}/a?b#c`;
    for (let time = 0; time < 2; time++) {
      expect(textIn(await fetchPage(url, { allowedLoopbackPort: server.port, resolve }))).toBe(
        'ok',
      );
    }
    expect(server.requests[1]?.method).toBe('GET');
    expect(server.requests[1]?.url).toBe('/a?b');
    expect(server.requests[1]?.headers).toEqual({
      host: `xn--bcher-kva.example:${server.port}`,
      'user-agent': 'Stet (editorial fact-check workbench)',
      accept: expect.stringContaining('text/html'),
      'accept-encoding': 'gzip, deflate, br',
      connection: 'close',
    });
  });

  it('may be empty and without a type', async () => {
    const server = await serve((_request, response) => response.end());
    const page = pageIn(await fetchFrom(server));
    expect(page.bytes).toEqual(new Uint8Array(0));
    expect(page.contentType).toBeNull();
  });
});

describe('a forbidden address', () => {
  it.each([
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://017700000001/', '127.0.0.1'],
    ['http://0/', '0.0.0.0'],
    ['http://169.254.169.254/latest/meta-data/', '169.254.169.254'],
    ['http://0xA9FEA9FE/', '169.254.169.254'],
    ['http://100.100.100.200/', '100.100.100.200'],
    ['http://[::1]/', '::1'],
    ['http://[::]/', '::'],
    ['http://[::ffff:127.0.0.1]/', '::ffff:7f00:1'],
    ['http://[fd00:ec2::254]/', 'fd00:ec2::254'],
    ['http://localhost/', 'localhost'],
    ['http://LOCALHOST./', 'localhost'],
    ['http://metadata.google.internal/', 'metadata.google.internal'],
  ])('is refused: %s', async (url, shown) => {
    expect(await fetchPage(url)).toEqual({ refused: PRIVATE(shown) });
  });

  it('is refused at any port but the one that is allowed', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    const allowed = { allowedLoopbackPort: server.port + 1 };
    expect(refusalIn(await fetchPage(server.origin, allowed))).toBe(PRIVATE('127.0.0.1'));
    expect(refusalIn(await fetchPage(server.origin))).toBe(PRIVATE('127.0.0.1'));
    const spelledOtherwise = `http://[::ffff:7f00:1]:${server.port}/`;
    expect(refusalIn(await fetchPage(spelledOtherwise, { allowedLoopbackPort: server.port }))).toBe(
      PRIVATE('::ffff:7f00:1'),
    );
    expect(server.requests).toEqual([]);
  });
});

describe('DNS answers', () => {
  it('are asked for once, so that a second answer cannot differ', async () => {
    const server = await serve((_request, response) => response.end('first'));
    const asked: string[] = [];
    const resolve = async (host: string) => {
      asked.push(host);
      return [{ address: asked.length === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }];
    };
    const url = `http://news.example:${server.port}/`;
    expect(textIn(await fetchPage(url, { resolve, allowedLoopbackPort: server.port }))).toBe(
      'first',
    );
    expect(asked).toEqual(['news.example']);
  });

  it.each([
    [['93.184.216.34', '10.0.0.1'], '10.0.0.1'],
    [['2606:4700::1', '93.184.216.34', '::1'], '::1'],
    [['127.0.0.1'], '127.0.0.1'],
    [['::ffff:192.168.0.1'], '::ffff:192.168.0.1'],
    [['fe80::1%eth0'], 'fe80::1%eth0'],
    [['elsewhere.example'], 'elsewhere.example'],
  ])('are refused where any is forbidden: %s', async (addresses, shown) => {
    const resolve = async () => addresses.map((address) => ({ address, family: 4 }));
    expect(await fetchPage('http://news.example/', { resolve })).toEqual({
      refused: PRIVATE(shown),
    });
  });

  it.each([
    ['none', async () => []],
    ['an error', () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))],
  ])('that give no address are told (%s)', async (_how, resolve) => {
    expect(refusalIn(await fetchPage('http://news.example/', { resolve }))).toBe(
      'No site of this name was found; check the address, or save the page as a file and import that.',
    );
  });
});

describe('time', () => {
  it.each([
    ['the server never answers', () => undefined],
    ['the page never ends', (response: { write(text: string): unknown }) => response.write('a')],
  ])('runs out where %s', async (_how, answer) => {
    const server = await serve((_request, response) => {
      answer(response);
    });
    expect(refusalIn(await fetchFrom(server, '/', { timeLimitMs: 200 }))).toBe(
      'The page did not arrive within 0.2 seconds; try again later, or save the page as a file and import that.',
    );
  });

  it('runs out where the name is never looked up', async () => {
    const resolve = () => new Promise<never>(() => undefined);
    expect(
      refusalIn(await fetchPage('http://news.example/', { resolve, timeLimitMs: 50 })),
    ).toContain('did not arrive within 0.1 seconds');
  });

  it('ends when the caller stops the fetch, before or during it', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort());
    const stopped = 'The fetch was stopped; start it again if you still want the page.';
    expect(refusalIn(await fetchFrom(server, '/', { signal: stop.signal }))).toBe(stopped);
    expect(refusalIn(await fetchFrom(server, '/', { signal: stop.signal }))).toBe(stopped);
    expect(server.requests).toHaveLength(1);
  });

  it('does not reject for a limit that is no number', async () => {
    expect(refusalIn(await fetchPage('http://1.1.1.1/', { timeLimitMs: NaN }))).not.toBe('');
  });
});

describe('an answer that is no page', () => {
  it.each([
    [204, 'The site answered without a whole page (204)'],
    [206, 'The site answered without a whole page (206)'],
    [304, 'without saying where (304)'],
    [302, 'without saying where (302)'],
    [400, 'The site refused the request (400)'],
    [401, 'The site does not show this page to Stet (401)'],
    [403, 'The site does not show this page to Stet (403)'],
    [404, 'The page was not found (404)'],
    [410, 'The page was not found (410)'],
    [429, 'The site takes no more requests for now (429)'],
    [451, 'The site does not show this page to Stet (451)'],
    [500, 'The site has a fault at its end (500)'],
    [503, 'The site has a fault at its end (503)'],
  ])('is refused by its status: %i', async (status, sentence) => {
    const server = await serve((_request, response) => response.writeHead(status).end());
    expect(refusalIn(await fetchFrom(server))).toContain(sentence);
  });

  it.each([
    ['nothing', '', 'The connection broke off'],
    ['something else than HTTP', 'SSH-2.0-OpenSSH_9\r\n', 'not proper HTTP'],
    ['half a page', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf', 'The connection broke off'],
    ['endless headers', `HTTP/1.1 200 OK\r\nA: ${'a'.repeat(99_999)}\r\n`, 'headers'],
    ['another protocol', 'HTTP/1.1 101 OK\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n', '.'],
  ])('is refused: %s', async (_what, text, sentence) => {
    const port = await serveTcp((socket) => {
      socket.once('data', () => socket.end(text));
    });
    const answer = await fetchPage(`http://127.0.0.1:${port}/`, { allowedLoopbackPort: port });
    expect(refusalIn(answer)).toContain(sentence);
  });

  it('is refused where nothing listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const answer = await fetchPage(`http://127.0.0.1:${port}/`, { allowedLoopbackPort: port });
    expect(refusalIn(answer)).toContain('The site does not accept connections');
  });
});
