import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { fetchPage } from './fetch-page';
import { fetchFrom, pageIn, refusalIn, serve, textIn, type TestServer } from './servers.testing';

function redirect(response: ServerResponse, location: string, status = 302): void {
  response.writeHead(status, { Location: location }).end('elsewhere');
}

/** A server whose /n redirects to /n-1; /0 is a page. */
function countdown(): Promise<TestServer> {
  return serve((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end('arrived');
    else redirect(response, `/${left - 1}`);
  });
}

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('is followed (%i)', async (status) => {
    const server = await serve((request, response) => {
      if (request.url === '/new') response.end('here');
      else redirect(response, 'new', status);
    });
    const answer = await fetchFrom(server, '/old');
    expect(textIn(answer)).toBe('here');
    expect(pageIn(answer)).toMatchObject({
      url: `${server.origin}/new`,
      requestedUrl: `${server.origin}/old`,
      redirects: [`${server.origin}/new`],
    });
  });

  it('is followed five times, not six', async () => {
    const server = await countdown();
    const five = pageIn(await fetchFrom(server, '/5'));
    expect(five.redirects).toEqual([4, 3, 2, 1, 0].map((left) => `${server.origin}/${left}`));
    expect(refusalIn(await fetchFrom(server, '/6'))).toContain('redirects more than 5 times');
  });

  it.each(['/a', '/a#again'])('in a circle is refused (%s)', async (back) => {
    const server = await serve((request, response) =>
      redirect(response, request.url === '/a' ? '/b' : back),
    );
    expect(refusalIn(await fetchFrom(server, '/a'))).toContain('redirects in a circle');
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['http://10.0.0.1/', '(10.0.0.1), which Stet does not fetch from'],
    ['http://169.254.169.254/latest/', '(169.254.169.254), which Stet does not fetch from'],
    ['http://0x7f.1/', '(127.0.0.1), which Stet does not fetch from'],
    ['//[::1]/', '(::1), which Stet does not fetch from'],
    ['http://localhost/', '(localhost), which Stet does not fetch from'],
    ['http://192.0.2.1/', 'reserved network address (192.0.2.1)'],
    ['file:///etc/passwd', 'not by file'],
    ['data:text/html,hello', 'not by data'],
    ['http://me:secret@news.example/', 'user name or a password'],
    ['http://news.example:22/', 'port 22'],
    ['http://', 'no web address'],
  ])('to %s is refused', async (location, sentence) => {
    const server = await serve((_request, response) => redirect(response, location));
    expect(refusalIn(await fetchFrom(server))).toContain(sentence);
  });

  it('to another port of this machine is refused and does not reach it', async () => {
    const other = await serve((_request, response) => response.end('secret'));
    const server = await serve((_request, response) => redirect(response, other.origin));
    expect(refusalIn(await fetchFrom(server))).toContain('this machine or a private network');
    expect(other.requests).toEqual([]);
  });

  it('to a name is looked up and checked anew, without the cookies of the first', async () => {
    const server = await serve((request, response) => {
      response.setHeader('Set-Cookie', 'a=b');
      if (request.url === '/end') response.end('end');
      else redirect(response, `http://second.example:${server.port}${request.url ?? ''}`);
    });
    const allowedLoopbackPort = server.port;
    const answers: Record<string, string> = { 'first.example': '127.0.0.1' };
    const resolve = async (host: string) => [{ address: answers[host] ?? '10.0.0.2', family: 4 }];
    const url = `http://first.example:${server.port}/`;
    expect(refusalIn(await fetchPage(url, { resolve, allowedLoopbackPort }))).toContain('10.0.0.2');
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.headers.cookie).toBeUndefined();
  });
});
