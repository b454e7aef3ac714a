import {
  brotliCompressSync,
  createGzip,
  deflateRawSync,
  deflateSync,
  gzipSync,
  type Gzip,
} from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fetchFrom, refusalIn, serve, textIn, type TestServer } from './servers.testing';

const TEXT = '<p>The Ostrel is “high”.</p>'.repeat(500);

function serveEncoded(encoding: string, body: Uint8Array): Promise<TestServer> {
  return serve((_request, response) => {
    response.setHeader('Content-Encoding', encoding);
    response.end(body);
  });
}

describe('a compressed page', () => {
  it.each([
    ['gzip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    ['GZIP', gzipSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['identity', Buffer.from(TEXT)],
  ])('is unpacked: %s', async (encoding, body) => {
    expect(textIn(await fetchFrom(await serveEncoded(encoding, body)))).toBe(TEXT);
  });

  it.each(['gzip', 'br', 'deflate'])('may be empty: %s', async (encoding) => {
    expect(textIn(await fetchFrom(await serveEncoded(encoding, new Uint8Array(0))))).toBe('');
  });

  it.each([
    ['gzip', Buffer.from('not gzip at all')],
    ['gzip', gzipSync(TEXT).subarray(0, 60)],
    ['br', Buffer.from('not brotli at all')],
    ['deflate', Buffer.from([0x78, 0x9c, 0xff, 0xff, 0xff])],
  ])('that is damaged is refused: %s', async (encoding, body) => {
    expect(refusalIn(await fetchFrom(await serveEncoded(encoding, body)))).toBe(
      'The page came damaged (its compression cannot be undone); try again, or save the page as a file and import that.',
    );
  });

  it.each(['zstd', 'gzip, gzip'])('in another compression is refused: %s', async (encoding) => {
    const server = await serveEncoded(encoding, Buffer.from('x'));
    expect(refusalIn(await fetchFrom(server))).toContain(`does not read (${encoding})`);
  });
});

describe('a page that is too large', () => {
  const maxBytes = 64 * 1024;

  it('is refused by its announced length, unread', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('Content-Length', 22_334_668);
      response.write('the rest never comes');
    });
    expect(refusalIn(await fetchFrom(server))).toBe(
      'The page has 21.3 MB and the limit is 20 MB; save the part that you need as a file and import that.',
    );
  });

  it('is refused while it streams, and the connection is closed', async () => {
    let closed: Promise<void> | undefined;
    const server = await serve((_request, response) => {
      closed = new Promise((resolve) => response.on('close', resolve));
      const more = (): void => {
        while (!response.destroyed && response.write('a'.repeat(8192)));
      };
      response.on('drain', more);
      more();
    });
    expect(refusalIn(await fetchFrom(server, '/', { maxBytes }))).toContain(
      'The page is larger and the limit is 64 KB',
    );
    await closed;
  });

  it('is allowed up to the limit and not one byte more', async () => {
    const server = await serve((request, response) => {
      response.write('');
      response.end('a'.repeat(Number(request.url?.slice(1))));
    });
    expect(textIn(await fetchFrom(server, '/1000', { maxBytes: 1000 }))).toHaveLength(1000);
    expect(refusalIn(await fetchFrom(server, '/1001', { maxBytes: 1000 }))).toContain('1000 bytes');
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(30 * 1024 * 1024))],
    ['br', brotliCompressSync(Buffer.alloc(30 * 1024 * 1024))],
    ['deflate', deflateSync(Buffer.alloc(30 * 1024 * 1024))],
  ])('is refused while it is unpacked: a bomb in %s', async (encoding, bomb) => {
    expect(bomb.length).toBeLessThan(64 * 1024);
    expect(refusalIn(await fetchFrom(await serveEncoded(encoding, bomb)))).toContain(
      'The page is larger and the limit is 20 MB',
    );
  });

  it('is refused as a bomb that never ends', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('Content-Encoding', 'gzip');
      const gzip = createGzip();
      gzip.pipe(response);
      response.on('close', () => gzip.destroy());
      pump(gzip);
    });
    expect(refusalIn(await fetchFrom(server, '/', { maxBytes }))).toContain('limit is 64 KB');
  });

  it('is refused as compressed data that unpacks to nothing without end', async () => {
    const nothing = gzipSync('');
    const server = await serveEncoded('gzip', Buffer.concat(Array<Buffer>(5000).fill(nothing)));
    expect(refusalIn(await fetchFrom(server, '/', { maxBytes }))).toContain('limit is 64 KB');
  });
});

function pump(gzip: Gzip): void {
  if (gzip.destroyed) return;
  gzip.write(Buffer.alloc(65_536), () => pump(gzip));
}
