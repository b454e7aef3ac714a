import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleOf, dragOver, markedWords } from '../support/article';
import { checkPanel, openCheck } from '../support/check';
import { expect, test } from '../support/desk';
import { makeAccount, signIn } from '../support/team';

/** Passwords are hashed at a cost, and two browsers take their turns. */
test.slow();
test.use({ samples: false });

const STORY = `Ferry to run all winter

By Nell Odgers

The ferry to Quell island will run all winter, the council decided on Monday. It carries 240 people at a time.
`;

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
  await openCheck(page, '240 people');
  await checkPanel(page).getByRole('button', { name: 'Start checking' }).click();
  await checkPanel(page).getByLabel('Finding', { exact: true }).selectOption('Supported');
  await expect(page.getByText('You marked these words: a second person must check them.')).toBeVisible(); // prettier-ignore

  // Ada hands it over with a note; the bell tells Bo.
  await page.locator('body').press('w');
  await checkPanel(page).getByLabel('Hand over to').selectOption('Bo');
  await checkPanel(page).getByLabel('Note').fill('The ferry company has the figures, @Bo.');
  await checkPanel(page).getByRole('button', { name: 'Hand it over' }).click();
  await expect(bo.getByTestId('bell')).toContainText('2');
  await bo.keyboard.press('Alt+n');
  const told = bo.getByRole('dialog', { name: 'What you were told' });
  await expect(told).toContainText('Ada handed a check over to you');
  await bo.keyboard.press('j');
  await bo.keyboard.press('u');
  await expect(bo.getByTestId('bell')).toContainText('1');
  await told.getByRole('link', { name: /handed a check/ }).click();
  await openCheck(bo, '240 people');
  await expect(checkPanel(bo)).toContainText('The ferry company has the figures');

  // While Bo works in it, Ada cannot write; when Bo has left it, she can.
  const finding = checkPanel(bo).getByLabel('Finding', { exact: true });
  await finding.focus();
  await expect(checkPanel(page)).toContainText('Bo is working on this check');
  await finding.selectOption('Supported');
  await checkPanel(bo).getByLabel('Rationale').fill('By the company’s register.');
  await checkPanel(bo).getByRole('button', { name: 'Cite evidence' }).click();
  await checkPanel(bo).getByRole('textbox', { name: 'Title' }).fill('Register of ships');
  await checkPanel(bo).getByLabel('Origin').fill('Ferry company');
  await checkPanel(bo).getByLabel('Where in it').fill('page 4');
  await checkPanel(bo).getByLabel('Primary source for this').check();
  await checkPanel(bo).getByLabel('Stance').selectOption('Supports');
  await checkPanel(bo).getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(checkPanel(bo).getByText('Register of ships')).toBeVisible();
  await checkPanel(bo).getByRole('button', { name: 'Mark checked' }).click();
  await expect(checkPanel(bo)).toContainText('A second person must sign');
  await expect(checkPanel(bo).getByRole('button', { name: 'Sign off' })).toBeDisabled();
  await bo.keyboard.press('Escape');

  // Ada finds what waits for her signature, and signs.
  await page.goto('/queue?status=checked&sign=me');
  await expect(page.getByTestId('queue').getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await checkPanel(page).getByRole('button', { name: 'Sign off' }).click();
  await expect(checkPanel(page)).toContainText('Signed by Ada');
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
  await openCheck(page, '240 people');
  await checkPanel(page).getByRole('button', { name: 'Start checking' }).click();
  await expect(page.getByTestId('save-state')).toHaveText('Saved');

  const windows = [await openWindow(), await openWindow()] as const;
  for (const [at, name] of (['Bo', 'Cy'] as const).entries()) {
    const window = windows[at]!;
    await signIn(window, name);
    await window.goto('/queue?status=checking&judge=me');
    await window.keyboard.press('j');
    await window.keyboard.press('o');
    await expect(checkPanel(window)).toContainText('Until all are in you see your own alone');
  }
  const [bo, cy] = windows;
  await checkPanel(bo).getByLabel('Finding', { exact: true }).selectOption('Supported');
  await checkPanel(bo).getByLabel('Rationale').fill('By the register.');
  await checkPanel(bo).getByRole('button', { name: 'Hand in my judgement' }).click();
  await expect(checkPanel(bo)).toContainText('Yours is handed in');
  await expect(checkPanel(cy)).toContainText('1 handed in');
  await expect(checkPanel(cy)).not.toContainText('By the register');
  await expect(checkPanel(cy).getByLabel('Finding', { exact: true })).toHaveValue('');
  await checkPanel(cy).getByLabel('Finding', { exact: true }).selectOption('Refuted');
  await expect(cy.getByTestId('save-state')).toHaveText('Saved');
  await checkPanel(cy).getByRole('button', { name: 'Hand in my judgement' }).click();
  for (const window of [bo, cy, page]) {
    await expect(checkPanel(window)).toContainText('They differ: 1 × Supported · 1 × Refuted');
  }
  await expect(checkPanel(cy)).toContainText('By the register');
  await expect(bo.getByTestId('bell')).toContainText('1');

  await page.locator('body').press('Shift+D');
  await checkPanel(page).getByLabel('Finding that stands').selectOption('Supported');
  await checkPanel(page).getByLabel('Why').fill('The register is the newer one.');
  await checkPanel(page).getByRole('button', { name: 'Decide', exact: true }).click();
  await expect(checkPanel(bo).getByRole('list', { name: 'Decisions' })).toContainText('The register is the newer one.'); // prettier-ignore
});
