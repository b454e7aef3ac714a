import { AxeBuilder } from '@axe-core/playwright';

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Page } from 'playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { dragOver, markedWords, openArticle, signClaim } from '../support/article';
import { expect, test, type Desk } from '../support/desk';

test.use({ samples: false });

const TEXT = `Ferry late again

The ferry left Vessa at nine. Nobody minded much.

The pier is 10 miles (6 km) away.
`;

/** Brings the text in and opens it; returns the article's id. */
async function openText(page: Page, desk: Desk): Promise<string> {
  const file = join(desk.folder, 'ferry.txt');
  writeFileSync(file, TEXT);
  await desk.stet('import', file);
  await openArticle(page, 'Ferry late again');
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`); // prettier-ignore

test('an article is covered by keys, signed, changed and signed again', async ({ page, desk }) => {
  test.slow();
  const id = await openText(page, desk);
  await page.mouse.move(300, 300);
  await expect(page.getByText('0 of 4 sentences covered')).toBeVisible();
  await signClaim(page, 'left Vessa at nine');
  await expect(page.getByText('1 of 4 sentences covered')).toBeVisible();

  const told = page.getByTestId('announcer');
  await page.keyboard.press('u');
  await expect(told).toContainText('Nobody minded much.');
  await page.keyboard.press('0');
  await expect(page.getByText('2 of 4 sentences covered')).toBeVisible();
  await expect(told).toContainText('The pier is 10 miles');
  await page.keyboard.press('0');
  await expect(page.getByText('3 of 4 sentences covered')).toBeVisible();
  await expect(told).toContainText('Ferry late again');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('2 of 4 sentences covered')).toBeVisible();
  await page.keyboard.press('u');
  await expect(told).toContainText('The pier is 10 miles');

  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.waitForURL(`**/articles/${id}/sign-off`);
  await expect(page.getByText('2 sentences are neither checked')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Sign revision/ })).toHaveCount(0);
  await expect(page.getByText('10 miles are 16.1 km, not 6.')).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('link', { name: 'The pier is 10 miles (6 km) away.' }).focus();
  await page.keyboard.press('0');
  await expect(page.getByText('One sentence is neither checked')).toBeVisible();
  await page.getByRole('link', { name: 'Ferry late again' }).click();
  await page.waitForURL(/#at-\d+$/);
  await expect(page.getByRole('img', { name: /3 of 4/ })).toBeVisible();
  await page.keyboard.press('0');
  await expect(page.getByText('4 of 4 sentences covered')).toBeVisible();

  await page.goto(`/articles/${id}/sign-off`);
  await page.keyboard.press('s');
  await expect(page.getByTestId('signature')).toContainText('Signed');
  const whole = page.getByTestId('signature').getByText(/^[0-9a-f]{64}$/);
  await expect(whole).toBeHidden();
  await page.getByText('Fingerprint of the signed text (SHA-256)').click();
  await expect(whole).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('signed', { exact: true })).toBeVisible();

  await page.goto(`/articles/${id}`);
  await dragOver(page, 'minded');
  await page.keyboard.press('c');
  await expect.poll(() => markedWords(page, 'claim')).toContain('minded');
  await page.goto(`/articles/${id}/sign-off`);
  await expect(page.getByTestId('signature')).toContainText('Changed since sign-off');
  await expect(page.getByTestId('signature')).toContainText('“minded” was marked.');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Withdraw the signature…' }).click();
  await page.getByLabel('Why is it withdrawn?').fill('A reader wrote.');
  await page.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(page.getByText('Revision 1 is not signed.')).toBeVisible();
});

test('a desk writes a checklist, which sign-off then asks for', async ({ page, desk }) => {
  const id = await openText(page, desk);
  await page.goto('/desk/checklists');
  await page.keyboard.press('n');
  await page.getByLabel('Name').fill('Before print');
  await page.getByLabel('One line for each thing to look at').fill('Names are right\nSums add up');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('form', { name: 'Before print' })).toBeVisible();
  await page.goto(`/articles/${id}/sign-off`);
  await expect(page.getByText('2 lines of checklists are not ticked.')).toBeVisible();
  await page.getByLabel('Names are right').check();
  await expect(page.getByText('One line of a checklist is not ticked.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('2 lines of checklists are not ticked.')).toBeVisible();
});

test('copies leave as a web page, a PDF and Word files that others can read', async ({
  page,
  desk,
}) => {
  test.slow();
  const id = await openText(page, desk);
  await signClaim(page, 'left Vessa at nine');
  const copy = async (query: string) => {
    const answer = await fetch(`${desk.url}/api/copies/${id}?${query}`);
    expect(answer.status, query).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    return answer;
  };
  const docx = Buffer.from(await (await copy('format=docx')).arrayBuffer());
  const { value } = await mammoth.convertToHtml({ buffer: docx }, { styleMap: ['comment-reference => sup'] }); // prettier-ignore
  expect(value).toContain('Papers on left Vessa at nine');
  expect(value).toContain('Claim: signed off.');
  expect((await copy('format=docx&kind=redline')).headers.get('content-disposition')).toContain('ferry-late-again-redline.docx'); // prettier-ignore
  expect((await fetch(`${desk.url}/api/copies/${id}?format=exe`)).status).toBe(400);

  await page.goto(`/articles/${id}/sign-off`);
  const shown = page.getByRole('link', { name: 'To print, or to save as PDF' });
  await expect(shown).toBeVisible();
  const printed = await fetch(`${desk.url}${(await shown.getAttribute('href'))!}`);
  expect(printed.headers.get('content-disposition')).toBe('inline');
  // On its own address the page may run nothing, a test's own script neither.
  await page.setContent(await printed.text());
  await expect(page.getByRole('heading', { name: 'Ferry late again' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  const pdf = await page.pdf({ format: 'A4' });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true }); // prettier-ignore
  expect(text).toContain('Papers on left Vessa at nine');

  const file = join(desk.folder, 'copy.html');
  const done = await desk.stet('copy', id, '--format', 'html', '--redline', '--out', file);
  expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('revision 1')]);
  const twice = await desk.stet('copy', id, '--format', 'html', '--out', file);
  expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('is there already')]);
  expect((await desk.stet('copy', id, '--format', 'rtf', '--out', file)).code).toBe(2);
});

test('the progress of a desk is plotted, with its numbers beneath', async ({ page, desk }) => {
  await openText(page, desk);
  await signClaim(page, 'left Vessa at nine');
  await page.goto('/desk/progress');
  await expect(page.getByRole('img', { name: /^Checked and signed, day by day: at most 2 a day/ })).toBeVisible(); // prettier-ignore
  for (const numbers of await page.getByText('The numbers').all()) await numbers.click();
  await expect(page.getByRole('row', { name: 'No type 1 0 0 0 0 0 0 1' })).toBeVisible();
  await expect(page.getByRole('row', { name: 'Ferry late again 1 0 0 1' })).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
});
