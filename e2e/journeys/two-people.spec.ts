import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { articleOf, dragOver, markedWords } from '../support/article';
import { expect, test } from '../support/desk';
import { makeAccount, signIn } from '../support/team';

/** Passwords are hashed at a cost, and two browsers take their turns. */
test.slow();
test.use({ samples: false });

const STORY = `Ferry to run all winter

By Nell Odgers

The ferry to Quell island will run all winter, the council decided on Monday. It carries 240 people at a time.
`;

const panelOf = (page: Page) => page.getByTestId('check-panel');

/** Opens the check of the mark on these words by the keys. */
async function openMark(page: Page, words: string): Promise<void> {
  await page.locator('mark.tint-claim', { hasText: words }).first().click();
  await page.keyboard.press('Enter');
  await expect(panelOf(page).getByTestId('check-words')).toContainText(words);
}

test('two people take an article from import to signature under four eyes', async ({
  page,
  desk,
  openWindow,
  allowConsole,
}) => {
  allowConsole(/409|422/);
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Bo', 'checker');
  await signIn(page, 'Ada');

  // Ada imports the story, and says that the collection needs four eyes.
  const file = join(desk.folder, 'ferry.txt');
  writeFileSync(file, STORY);
  expect((await desk.stet('import', file, '--collection', 'News')).code).toBe(0);
  await page.goto('/desk');
  await page.getByRole('button', { name: 'Change how News is checked' }).click();
  await page.getByLabel('How it is checked').selectOption('Four eyes');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('not who checked them signs', { exact: false })).toBeVisible();

  const bo = await openWindow();
  await signIn(bo, 'Bo');
  for (const window of [page, bo]) {
    await window.goto('/');
    await window.getByRole('link', { name: 'Ferry to run all winter' }).first().click();
    await expect(articleOf(window)).toContainText('240 people');
  }
  await expect(page.getByTestId('here')).toContainText('Bo');
  await expect(bo.getByTestId('here')).toContainText('Ada');

  // Ada marks a figure: Bo sees it appear, and where Ada is.
  await dragOver(page, '240 people');
  await page.keyboard.press('c');
  await expect.poll(() => markedWords(bo, 'claim')).toEqual(['240 people']);
  await expect(bo.getByTestId('here')).toContainText('block 3');

  // Who marked the words does not check them.
  await openMark(page, '240 people');
  await panelOf(page).getByRole('button', { name: 'Start checking' }).click();
  await panelOf(page).getByLabel('Finding', { exact: true }).selectOption('Supported');
  await expect(page.getByText('You marked these words: a second person must check them.')).toBeVisible(); // prettier-ignore

  // Ada hands it over with a note; the bell tells Bo.
  await page.locator('body').press('w');
  await panelOf(page).getByLabel('Hand over to').selectOption('Bo');
  await panelOf(page).getByLabel('Note').fill('The ferry company has the figures, @Bo.');
  await panelOf(page).getByRole('button', { name: 'Hand it over' }).click();
  await expect(bo.getByTestId('bell')).toContainText('2');
  await bo.keyboard.press('Alt+n');
  const told = bo.getByRole('dialog', { name: 'What you were told' });
  await expect(told).toContainText('Ada handed a check over to you');
  await bo.keyboard.press('j');
  await bo.keyboard.press('u');
  await expect(bo.getByTestId('bell')).toContainText('1');
  await told.getByRole('link', { name: /handed a check/ }).click();
  await openMark(bo, '240 people');
  await expect(panelOf(bo)).toContainText('The ferry company has the figures');

  // While Bo works in it, Ada cannot write; when Bo has left it, she can.
  const finding = panelOf(bo).getByLabel('Finding', { exact: true });
  await finding.focus();
  await expect(panelOf(page)).toContainText('Bo is working on this check');
  await finding.selectOption('Supported');
  await panelOf(bo).getByLabel('Rationale').fill('By the company’s register.');
  await panelOf(bo).getByRole('button', { name: 'Cite evidence' }).click();
  await panelOf(bo).getByRole('textbox', { name: 'Title' }).fill('Register of ships');
  await panelOf(bo).getByLabel('Origin').fill('Ferry company');
  await panelOf(bo).getByLabel('Where in it').fill('page 4');
  await panelOf(bo).getByLabel('Primary source for this').check();
  await panelOf(bo).getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(panelOf(bo).getByText('Register of ships')).toBeVisible();
  await panelOf(bo).getByRole('button', { name: 'Mark checked' }).click();
  await expect(panelOf(bo)).toContainText('A second person must sign');
  await expect(panelOf(bo).getByRole('button', { name: 'Sign off' })).toBeDisabled();
  await bo.keyboard.press('Escape');

  // Ada finds what waits for her signature, and signs.
  await page.goto('/queue?status=checked&sign=me');
  await expect(page.getByTestId('queue').getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await panelOf(page).getByRole('button', { name: 'Sign off' }).click();
  await expect(panelOf(page)).toContainText('Signed by Ada');
  await expect(bo.locator('mark.tint-claim')).toHaveCount(1);
  await bo.goto('/queue?status=checked&sign=me');
  await expect(bo.getByText('Nothing to check here.')).toBeVisible();
});

test('of two who judge blind neither sees the other’s finding until both are in', async ({
  page,
  desk,
  openWindow,
  allowConsole,
}) => {
  allowConsole(/409|422/);
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Bo', 'checker');
  await makeAccount(desk, 'Cy', 'checker');
  const file = join(desk.folder, 'ferry.txt');
  writeFileSync(file, STORY);
  await desk.stet('import', file, '--collection', 'News');
  await signIn(page, 'Ada');
  await page.goto('/desk');
  await page.getByRole('button', { name: 'Change how News is checked' }).click();
  await page.getByLabel('How it is checked').selectOption('Blind double');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto('/');
  await page.getByRole('link', { name: 'Ferry to run all winter' }).first().click();
  await dragOver(page, '240 people');
  await page.keyboard.press('c');
  await expect.poll(() => markedWords(page, 'claim')).toEqual(['240 people']);
  await openMark(page, '240 people');
  await panelOf(page).getByRole('button', { name: 'Start checking' }).click();
  await expect(page.getByTestId('save-state')).toHaveText('Saved');

  const windows = [await openWindow(), await openWindow()] as const;
  for (const [at, name] of (['Bo', 'Cy'] as const).entries()) {
    const window = windows[at]!;
    await signIn(window, name);
    await window.goto('/queue?status=checking&judge=me');
    await window.keyboard.press('j');
    await window.keyboard.press('o');
    await expect(panelOf(window)).toContainText('Until all are in you see your own alone');
  }
  const [bo, cy] = windows;
  await panelOf(bo).getByLabel('Finding', { exact: true }).selectOption('Supported');
  await panelOf(bo).getByLabel('Rationale').fill('By the register.');
  await panelOf(bo).getByRole('button', { name: 'Hand in my judgement' }).click();
  await expect(panelOf(bo)).toContainText('Yours is handed in');
  await expect(panelOf(cy)).toContainText('1 handed in');
  await expect(panelOf(cy)).not.toContainText('By the register');
  await expect(panelOf(cy).getByLabel('Finding', { exact: true })).toHaveValue('');
  await panelOf(cy).getByLabel('Finding', { exact: true }).selectOption('Refuted');
  await expect(cy.getByTestId('save-state')).toHaveText('Saved');
  await panelOf(cy).getByRole('button', { name: 'Hand in my judgement' }).click();
  for (const window of [bo, cy, page]) {
    await expect(panelOf(window)).toContainText('They differ: 1 × Supported · 1 × Refuted');
  }
  await expect(panelOf(cy)).toContainText('By the register');
  await expect(bo.getByTestId('bell')).toContainText('1');

  await page.locator('body').press('Shift+D');
  await panelOf(page).getByLabel('Finding that stands').selectOption('Supported');
  await panelOf(page).getByLabel('Why').fill('The register is the newer one.');
  await panelOf(page).getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(panelOf(bo).getByRole('list', { name: 'Decisions' })).toContainText('The register is the newer one.'); // prettier-ignore
});
