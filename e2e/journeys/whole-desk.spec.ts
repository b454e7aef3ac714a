import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import type { Page } from 'playwright/test';
import { articleOf, dragOver, markedWords } from '../support/article';
import { checkPanel, openCheck } from '../support/check';
import { expect, test } from '../support/desk';
import { makeAccount, signIn } from '../support/team';

/** Passwords are hashed at a cost, and three browsers take their turns. */
test.slow();
test.use({ samples: false });

const STORY = `Ferry to run all winter

By Nell Odgers

The ferry to Quell island will run all winter, the council decided on Monday. It carries 240 people at a time.
`;

const OFFICE = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0); // prettier-ignore

async function openFerry(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Ferry to run all winter' }).first().click();
  await expect(articleOf(page)).toContainText('240 people');
}

test('two people take an article from import to signature, an expert answers, and the Word file opens', async ({
  page,
  desk,
  openWindow,
  browser,
  allowConsole,
}) => {
  allowConsole(/409|422/);
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Bo', 'checker');
  await signIn(page, 'Ada');

  await test.step('Ada imports the story; its collection needs four eyes', async () => {
    await page.goto('/import');
    const file = { name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(STORY) };
    await page.locator('input[aria-label="Files"]').setInputFiles(file);
    await expect(page.getByRole('link', { name: 'Ferry to run all winter' })).toBeVisible();
    await page.goto('/desk');
    await page.getByRole('button', { name: /^Change how .* is checked$/ }).first().click(); // prettier-ignore
    await page.getByLabel('How it is checked').selectOption('Four eyes');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('not who checked them signs', { exact: false })).toBeVisible();
  });

  const bo = await openWindow();
  await signIn(bo, 'Bo');
  await test.step('Ada marks a figure, and what holds nothing to check', async () => {
    await openFerry(page);
    await dragOver(page, '240 people');
    await page.keyboard.press('c');
    await expect.poll(() => markedWords(page, 'claim')).toEqual(['240 people']);
    await expect(page.getByText('0 of 3 sentences covered')).toBeVisible();
    // The first leads to the headline, and each mark on to the next sentence.
    await page.keyboard.press('u');
    for (const covered of [1, 2]) {
      await page.keyboard.press('0');
      await expect(page.getByText(`${covered} of 3 sentences covered`)).toBeVisible();
    }
  });

  const phone = await browser.newContext({ javaScriptEnabled: false });
  await test.step('Bo asks an expert by link, who corrects the figure', async () => {
    await openFerry(bo);
    await openCheck(bo, '240 people');
    await checkPanel(bo).getByRole('button', { name: 'Take it' }).click();
    await checkPanel(bo).getByText('Asked outside').click();
    await checkPanel(bo).getByRole('link', { name: 'Ask somebody outside' }).click();
    await bo.getByLabel('Their name').fill('Dr Vale');
    await bo.getByRole('button', { name: 'Make the link' }).click();
    const address = (await bo.getByTestId('link').textContent())!;
    const expert = await phone.newPage();
    await expert.goto(address);
    await expect(expert.locator('body')).toContainText('240 people');
    await expect(expert.locator('body')).not.toContainText('Monday');
    await expert.getByLabel('This is wrong').check();
    await expert.getByLabel('The right words, or your comment').fill('260 people');
    await expert.getByRole('button', { name: 'Send the answers' }).click();
    await expect(expert.getByText('One passage is answered')).toBeVisible();
    await phone.close();
  });

  await test.step('Bo takes the correction, cites what it rests on, and cannot sign it himself', async () => {
    await openFerry(bo);
    await openCheck(bo, '240 people');
    const panel = checkPanel(bo);
    await panel.getByRole('button', { name: 'Take the correction of Dr Vale' }).press('Enter');
    await expect(panel.getByText('Taken as the replacement.')).toBeVisible();
    await panel.getByRole('button', { name: 'Start checking' }).click();
    await panel.getByLabel('Finding', { exact: true }).selectOption('Refuted');
    await panel.getByLabel('Rationale').fill('The register says otherwise since May.');
    await panel.getByRole('button', { name: 'Cite evidence' }).click();
    await panel.getByRole('textbox', { name: 'Title' }).fill('Register of ships');
    await panel.getByLabel('Origin').fill('Ferry company');
    await panel.getByLabel('Where in it').fill('p. 4');
    await panel.getByLabel('Primary source for this').check();
    await panel.getByLabel('Stance').selectOption('Supports');
    await panel.getByRole('button', { name: 'Cite', exact: true }).click();
    const scan = { name: 'register.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 240') }; // prettier-ignore
    await panel.getByLabel('File of Register of ships', { exact: true }).setInputFiles(scan);
    await expect(panel.getByRole('link', { name: 'register.pdf' })).toBeVisible();
    await panel.getByRole('button', { name: 'Mark checked' }).click();
    await expect(panel).toContainText('A second person must sign');
    await expect(panel.getByRole('button', { name: 'Sign off' })).toBeDisabled();
    await bo.keyboard.press('Escape');
    await expect(panel).toBeHidden();
  });

  await test.step('Ada signs the check, then the article', async () => {
    await page.goto('/queue?status=checked&sign=me');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await expect(checkPanel(page).getByTestId('check-words')).toContainText('240 people');
    await expect(checkPanel(page)).not.toContainText('Bo is working on this check');
    await checkPanel(page).getByRole('button', { name: 'Sign off' }).click();
    await expect(checkPanel(page)).toContainText('Signed by Ada');
    await openFerry(page);
    // What is covered is told at the first move.
    await page.mouse.move(300, 300);
    await expect(page.getByText('3 of 3 sentences covered')).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('f');
    await page.waitForURL('**/sign-off');
    await page.getByRole('button', { name: /^Sign revision/ }).click();
    await expect(page.getByTestId('signature')).toContainText('Signed');
  });

  await test.step('the Word file opens elsewhere, with its comment and its endnote', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[href*="format=docx&kind=notes"]').first().click(),
    ]);
    const path = join(desk.folder, 'ferry.docx');
    await download.saveAs(path);
    const buffer = readFileSync(path);
    const { value, messages } = await mammoth.convertToHtml({ buffer }, { styleMap: ['comment-reference => sup'] }); // prettier-ignore
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value).toMatch(/Claim: signed off\..*Replace by: 260 people.*Signed by: Ada/s);
    expect(value).toMatch(/endnote.*Register of ships.*p\. 4.*archived copy, SHA-256 [0-9a-f]{64}/s); // prettier-ignore
    expect(value).toMatch(/Signed as a whole by Ada/);
    test.info().annotations.push({ type: 'LibreOffice', description: OFFICE ?? 'not installed: the Word file is read by mammoth alone' }); // prettier-ignore
    if (OFFICE === undefined) return;
    const home = `-env:UserInstallation=file://${join(desk.folder, 'home')}`;
    spawnSync(OFFICE, [home, '--headless', '--convert-to', 'pdf', '--outdir', desk.folder, path]);
    const pdf = join(desk.folder, 'ferry.pdf');
    expect(existsSync(pdf) && statSync(pdf).size > 1000).toBe(true);
  });
});
