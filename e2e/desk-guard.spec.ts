import { request as plainRequest } from 'node:http';
import { expect, test } from './support/desk';

/** The status of a request with headers that a browser would not let a page set. */
function statusOf(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = plainRequest(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end(method === 'POST' ? '{}' : undefined);
  });
}

test('another site or a rebound name does not reach the desk', async ({ desk }) => {
  const { host } = new URL(desk.url);
  const json = { 'content-type': 'application/json' };
  expect(await statusOf(desk.url, {})).toBe(200);
  expect(await statusOf(desk.url, { host: 'evil.example' })).toBe(403);
  const commands = `${desk.url}/api/commands`;
  expect(await statusOf(commands, { ...json, origin: 'http://evil.example' }, 'POST')).toBe(403);
  expect(await statusOf(commands, json, 'POST')).toBe(403);
  expect(await statusOf(commands, { ...json, origin: `http://${host}` }, 'POST')).toBe(422);
  const imports = `${desk.url}/api/import?file=a.txt`;
  expect(await statusOf(imports, { origin: 'http://evil.example' }, 'POST')).toBe(403);
});

test('text from outside never runs', async ({ page, desk }) => {
  const text = `<img src=x onerror="document.title='run'"> wins vote\n\nBy A <b>B</b>\n\n<script>document.title='run'</script> said the mayor.\n`;
  await page.goto('/import');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'markup<script>.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    });
  await page.getByRole('link', { name: /wins vote/ }).click();
  await expect(page.locator('[data-reader]')).toContainText('<script>');
  await page.goto(desk.url);
  await expect(page.getByRole('link', { name: /^<img.*wins vote/ })).toBeVisible();
  expect(await page.title()).not.toBe('run');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
});

test('every answer has the security headers, every page a policy with a nonce of its own', async ({
  desk,
}) => {
  for (const path of [
    '/',
    '/queue',
    '/desk',
    '/no-such-page',
    '/api/queue',
    '/api/no-such-route',
  ]) {
    const { headers } = await fetch(`${desk.url}${path}`);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('x-frame-options'), path).toBe('DENY');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy'), path).toBe('same-origin');
    expect(headers.get('x-powered-by'), path).toBeNull();
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[\w=]+' 'strict-dynamic';/);
    expect(policy, path).toContain("object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"); // prettier-ignore
    expect(policy, path).not.toContain('unsafe-eval');
  }
  const nonce = async () =>
    /nonce-([\w=]+)/.exec((await fetch(desk.url)).headers.get('content-security-policy')!)![1]!;
  expect(await nonce()).not.toBe(await nonce());
});

test('a body that is too large is refused in a sentence', async ({ desk }) => {
  const send = async (path: string, megabytes: number) => {
    const headers = { origin: desk.url, 'content-type': 'application/json' };
    const body = JSON.stringify('x'.repeat(megabytes * 1e6));
    return (await fetch(`${desk.url}${path}`, { method: 'POST', headers, body })).status;
  };
  expect(await send('/api/commands', 2)).toBe(413);
  expect(await send('/api/access-tokens', 1)).toBe(400);
});
