import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { dragOver, markedWords, openArticle } from '../support/article';
import { expect, test } from '../support/desk';
import { makeAccount, signIn } from '../support/team';

test.slow();
test.use({ samples: false });

const STORY = `Ferry to run all winter

By Nell Odgers

The ferry to Quell island will run all winter, the council decided on Monday. It carries 240 people at a time.
`;

test('an editor asks, an expert answers by link without scripts, and the link is revoked', async ({
  page,
  desk,
  browser,
  allowConsole,
}) => {
  allowConsole(/404/);
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Ed', 'editor');
  await signIn(page, 'Ed');
  const file = join(desk.folder, 'ferry.txt');
  writeFileSync(file, STORY);
  expect((await desk.stet('import', file, '--collection', 'News')).code).toBe(0);
  await openArticle(page, 'Ferry to run all winter');
  for (const words of ['on Monday', '240 people']) {
    await dragOver(page, words);
    await page.keyboard.press('c');
    await expect.poll(() => markedWords(page, 'claim')).toContain(words);
    await page.keyboard.press('Escape');
  }

  // Ed asks about one of two marks, from its check.
  await page.locator('mark.tint-claim', { hasText: '240 people' }).first().click();
  await page.keyboard.press('Enter');
  const panel = page.getByTestId('check-panel');

  // He logs a call first, and what came of it later.
  await panel.getByText('Contact log').click();
  await panel.getByRole('button', { name: 'Log a contact' }).click();
  await panel.getByLabel('Who was asked').fill('The harbour office');
  await panel.getByLabel('What was asked').fill('How many people does it carry?');
  await panel.getByRole('button', { name: 'Save the contact' }).click();
  const log = panel.getByRole('list', { name: 'Contact log' });
  await expect(log).toContainText('by phone');
  await expect(log).toContainText('No answer yet.');
  await log.getByRole('button', { name: 'Change the contact with The harbour office' }).click();
  await panel.getByLabel('What they answered').fill('Ask Dr Vale.');
  await panel.getByRole('button', { name: 'Save the contact' }).click();
  await expect(log).toContainText('Ask Dr Vale.');

  await panel.getByText('Asked outside').click();
  await panel.getByRole('link', { name: 'Ask somebody outside' }).click();
  await expect(page.getByRole('checkbox', { name: '240 people' })).toBeChecked();
  await page.getByLabel('Their name').fill('Dr Vale');
  await page.getByRole('button', { name: 'Make the link' }).click();
  const address = (await page.getByTestId('link').textContent())!;
  await expect(page.getByText('0 of 1 answered')).toBeVisible();
  await page.reload();
  await expect(page.getByText('0 of 1 answered')).toBeVisible();
  await expect(page.getByTestId('link')).toBeHidden();

  // The expert, on a phone, signed in nowhere, with scripts off.
  const phone = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 800 },
  });
  const expert = await phone.newPage();
  const answered = await expert.goto(address);
  const headers = answered!.headers();
  expect(headers['x-robots-tag']).toContain('noindex');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('script-src');
  expect(headers['referrer-policy']).toBe('same-origin');
  const shown = (await expert.content()).toLowerCase();
  for (const hidden of ['Monday', 'Ferry', 'winter', 'Ed<', 'Ada', '/queue', '<script']) {
    expect(shown).not.toContain(hidden.toLowerCase());
  }
  const width = () => expert.locator('main').evaluate((main) => main.scrollWidth <= 390);
  expect(await width()).toBe(true);
  await expert.getByRole('button', { name: 'Send the answers' }).click();
  await expect(expert.getByRole('alert')).toContainText('Nothing is answered yet');
  await expert.getByLabel('This is wrong').check();
  await expert.getByRole('button', { name: 'Send the answers' }).click();
  await expect(expert.getByRole('alert')).toContainText('write the right words');
  await expect(expert.getByLabel('This is wrong')).toBeChecked();
  await expert.getByLabel('The right words, or your comment').fill('260 people <b>since May</b>');
  await expert.getByRole('button', { name: 'Send the answers' }).click();
  await expect(expert.getByText('One passage is answered')).toBeVisible();
  await expect(expert.getByRole('button')).toHaveCount(0);
  expect(expert.url()).toBe(address);

  // Ed is told, and sees the answer with its name in the check.
  await expect(page.getByText('1 of 1 answered')).toBeVisible();
  await page.getByRole('button', { name: /What you were told/ }).click();
  await page.getByRole('link', { name: /Dr Vale answered your link on a passage/ }).click();
  await page.waitForURL(/\/articles\/[^/]+\?annotation=/);
  await page.locator('mark.tint-claim', { hasText: '240 people' }).first().click();
  await page.keyboard.press('Enter');
  await expect(panel.getByTestId('check-words')).toContainText('240 people');
  const answers = panel.getByRole('list', { name: 'Answers from outside' });
  await expect(answers).toContainText('260 people <b>since May</b>');
  await expect(answers).toContainText('Corrected');
  await expect(answers).toContainText('Dr Vale');

  // A page of another site cannot answer, and a revoked link is one sentence.
  const foreign = { origin: 'https://evil.example' };
  const body = { method: 'POST', body: 'kind-x=confirm' };
  expect((await fetch(address, { ...body, headers: foreign })).status).toBe(403);
  expect((await fetch(address, body)).status).toBe(403);
  await panel.getByRole('link', { name: 'Ask somebody outside' }).click();
  await page.getByRole('button', { name: 'Revoke the link for Dr Vale' }).click();
  await expect(page.getByText('Revoked', { exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect((await expert.goto(address))!.status()).toBe(404);
  expect(await expert.locator('body').innerText()).toBe(
    'This link has expired, was revoked or never was: ask the desk for a new one.',
  );
  await phone.close();
});

test('links that are not there are counted, and refused after many', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/404|429/);
  const wrong = `${desk.url}/answer/${'A'.repeat(43)}`;
  await page.goto(wrong);
  await expect(page.getByRole('heading')).toContainText('ask the desk for a new one');
  let status = 0;
  for (let tries = 0; tries < 60 && status !== 429; tries++) status = (await fetch(wrong)).status;
  expect(status).toBe(429);
  await page.goto(wrong);
  await expect(page.getByRole('heading')).toContainText('Too many tries');
});
