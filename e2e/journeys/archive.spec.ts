import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { closeDesk, openDesk } from '@/db/client';
import { runCommand } from '@/db/commands/run';
import { newId } from '@/db/ids';
import { findActor } from '@/db/queries/desk';
import { dragOver, markedWords, openArticle } from '../support/article';
import { expect, test, type Desk } from '../support/desk';
import { cookieOf, makeAccount, signIn } from '../support/team';

test.slow();

const shaOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** An item that Cy, who is made a checker, brought in; returns its id. */
async function makeItem(desk: Desk, terms: 'on_record' | 'off_record'): Promise<string> {
  const opened = openDesk(desk.databasePath);
  try {
    const person = opened.sqlite.prepare<[string], string>('SELECT id FROM person WHERE name = ?').pluck().get('Cy')!; // prettier-ignore
    const collectionId = opened.sqlite.prepare<[], string>('SELECT id FROM collection').pluck().get()!; // prettier-ignore
    const id = newId();
    const item = { id, collectionId, kind: 'page', title: 'Minutes', place: '', origin: 'Council', terms } as const; // prettier-ignore
    runCommand(opened, findActor(opened, person)!, { id: newId(), steps: [{ name: 'addEvidence', input: item }] }); // prettier-ignore
    return id;
  } finally {
    closeDesk(opened);
  }
}

test('copies are kept by content, given back as inert downloads, and refused where they must be', async ({
  desk,
  site,
}) => {
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Cy', 'checker');
  const cookie = await cookieOf(desk, 'Cy');
  const admin = await cookieOf(desk, 'Ada');
  const item = await makeItem(desk, 'on_record');
  const send = async (
    query: Record<string, string>,
    body: Uint8Array<ArrayBuffer> | string = '',
  ) => {
    const address = `${desk.url}/api/archive?${new URLSearchParams({ evidence: item, ...query })}`;
    const response = await fetch(address, { method: 'POST', body, headers: { cookie, origin: desk.url } }); // prettier-ignore
    return { status: response.status, ...((await response.json()) as { id?: string; message?: string }) }; // prettier-ignore
  };
  const get = (id: string, as: string) => fetch(`${desk.url}/api/archive/${id}`, { headers: { cookie: as } }); // prettier-ignore

  const hostile = '<html><script>document.title = "ran"</script>';
  const made = await send({ file: '../../"\r\nx: y\u202Elmth.<b>.html' }, hostile);
  const answer = await get(made.id!, cookie);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''x%20ylmth.b.html"); // prettier-ignore
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await answer.text()).toBe(hostile);

  const large = await send({ file: 'film.mp4' }, new Uint8Array(20 * 1024 * 1024 + 1));
  expect(large.status).toBe(422);
  expect(large.message).toContain('20 MB');
  expect(await send({ file: 'nothing.txt' })).toMatchObject({ status: 422 });

  const page = '<!doctype html><title>Minutes</title><p>The bridge is closed.';
  const kept = await send({ url: site.publish('/minutes', page) });
  expect(await (await get(kept.id!, cookie)).text()).toBe(page);
  for (const url of ['http://169.254.169.254/latest', 'http://127.0.0.1:9/', 'file:///etc/passwd', desk.url]) {
    expect(await send({ url }), url).toMatchObject({ status: 422 });
  } // prettier-ignore

  // What is confidential is there for who knows of it, and for no role.
  const secret = await makeItem(desk, 'off_record');
  const hidden = await send({ evidence: secret, file: 'tape.txt' }, 'The clerk says so.');
  expect((await get(hidden.id!, cookie)).status).toBe(200);
  expect((await get(hidden.id!, admin)).status).toBe(404);
});

test('a checker keeps a file and a page, names who sees what is confidential, and takes a copy away', async ({
  page,
  desk,
  site,
  openWindow,
}) => {
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Cy', 'checker');
  await signIn(page, 'Cy');
  const headline = await page.locator('a[href^="/articles/"]').first().textContent();
  await openArticle(page, headline!.trim());
  const words = await page.locator('[data-reader] p').nth(3).evaluate((one) => one.textContent.split(' ').slice(0, 4).join(' ')); // prettier-ignore
  await dragOver(page, words);
  await page.keyboard.press('c');
  await expect.poll(() => markedWords(page, 'claim')).toContain(words);
  await page.keyboard.press('Enter');
  const panel = page.getByTestId('check-panel');
  await panel.getByRole('button', { name: 'Cite evidence' }).click();
  await panel.getByRole('textbox', { name: 'Title' }).fill('Minutes of May');
  const address = site.publish('/may', '<!doctype html><p>The bridge is closed.');
  await panel.getByLabel('Address or place').fill(address);
  await panel.getByLabel('Where in it').fill('“is closed”');
  await panel.getByLabel('Terms', { exact: true }).selectOption('Off the record');
  await expect(panel.getByText('Only you will see it')).toBeVisible();
  await panel.getByLabel('Stance').selectOption('Supports');
  await panel.getByRole('button', { name: 'Cite', exact: true }).click();
  const evidence = panel.getByRole('region', { name: 'Evidence' });
  const link = evidence.getByRole('link', { name: address });
  await expect(link).toHaveAttribute('href', `${address}#:~:text=is%20closed`);

  const scan = Buffer.from('%PDF-1.7 the minutes');
  await panel.getByLabel('File of Minutes of May', { exact: true }).setInputFiles({ name: 'may <b>.pdf', mimeType: 'text/html', buffer: scan }); // prettier-ignore
  const copies = panel.getByRole('list', { name: 'Archived copies of Minutes of May' });
  await expect(copies).toContainText(/PDF, 1 kB, kept by Cy/);
  await expect(copies).toContainText(shaOf(scan));
  await panel.getByRole('button', { name: 'Keep the page of Minutes of May' }).press('Enter');
  await expect(copies.getByRole('listitem')).toHaveCount(2);
  await expect(copies).toContainText(`Web page, 1 kB, from ${address}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    copies.getByRole('link', { name: 'may b.pdf' }).click(),
  ]);
  expect(shaOf(readFileSync(await download.path()))).toBe(shaOf(scan));
  const found = await new AxeBuilder({ page }).include('[data-part="evidence"]').analyze();
  expect(found.violations).toEqual([]);

  // Ada, though an admin, sees that there is something, and whom to ask.
  const ada = await openWindow();
  await signIn(ada, 'Ada');
  await openArticle(ada, headline!.trim());
  await ada.locator('mark.tint-claim', { hasText: words }).first().click();
  await ada.keyboard.press('Enter');
  const hers = ada.getByTestId('check-panel');
  await expect(hers.getByText('Confidential: seen by Cy alone')).toBeVisible();
  await expect(hers).not.toContainText('Minutes of May');
  await panel.getByText('Confidential: seen by Cy alone').click();
  await panel.getByRole('checkbox', { name: 'Ada' }).check();
  await expect(hers.getByText('Minutes of May', { exact: true })).toBeVisible();
  await expect(hers.getByRole('link', { name: 'may b.pdf' })).toBeVisible();

  await panel.getByRole('button', { name: 'Take the archived copy may b.pdf away' }).press('Enter');
  await expect(copies.getByRole('listitem')).toHaveCount(1);
  await expect(hers.getByRole('link', { name: 'may b.pdf' })).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(copies.getByRole('listitem')).toHaveCount(2);
});
