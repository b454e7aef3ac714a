import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { QUESTIONS } from '@/corpus/datasheet/questions';
import { expect, test } from '../support/desk';
import { makeAccount, signIn } from '../support/team';

const ADDRESS = '/datasets/datasheet';

test('a datasheet is written, undone, and told by release and export', async ({ page, desk }) => {
  await page.goto('/datasets');
  await page.getByRole('link', { name: 'Datasheet', exact: true }).click();
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Sample desk' }).click();
  await expect(main.getByRole('form', { name: 'Datasheet of Sample desk' })).toBeVisible();
  await expect(main).toContainText(`People answered 0 of ${QUESTIONS.length} questions.`);
  const save = main.getByRole('button', { name: 'Save' });
  await expect(save).toBeDisabled();
  await main.getByRole('textbox', { name: 'Licence' }).fill('CC BY 4.0');
  await main.locator('summary', { hasText: 'Motivation' }).click();
  await main.getByRole('textbox', { name: 'What was it made for?' }).fill('To count how often figures are wrong.'); // prettier-ignore
  await expect(main).toContainText('1 of 3 answered');
  await expect(main).toContainText('Not saved yet.');
  await save.click();
  await expect(main).toContainText('All that stands here is saved.');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  await main.getByRole('textbox', { name: 'Who paid for it?' }).fill('The town.');
  await save.click();
  await expect(main).toContainText(`People answered 2 of ${QUESTIONS.length} questions.`);
  await main.getByRole('heading', { name: 'Datasheet' }).click();
  await page.keyboard.press('Control+z');
  await expect(main).toContainText(`People answered 1 of ${QUESTIONS.length} questions.`);
  await page.reload();
  await expect(main.getByRole('textbox', { name: 'Licence' })).toHaveValue('CC BY 4.0');

  await page.getByRole('link', { name: 'Releases', exact: true }).click();
  await main.getByRole('combobox', { name: 'Collection' }).selectOption('Sample desk');
  await main.getByRole('textbox', { name: 'Version' }).fill('1.0');
  await expect(main.getByRole('textbox', { name: 'Licence' })).toHaveValue('CC BY 4.0');
  await main.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(main).toContainText('Version 1.0 is released.');

  const out = join(desk.folder, 'folder');
  const written = await desk.stet('export', '--format', 'parquet', '--collection', 'Sample desk', '--out', out); // prettier-ignore
  expect(written.code).toBe(0);
  const card = readFileSync(join(out, 'README.md'), 'utf8');
  expect(card).toContain('license: cc-by-4.0');
  expect(card).toContain('> To count how often figures are wrong.');
  expect(card).toContain('- Who paid for it?');
});

test('two people who write it at once are shown both versions', async ({ page, allowConsole }) => {
  allowConsole(/409/);
  await page.goto(ADDRESS);
  const main = page.getByRole('main');
  const publisher = main.getByRole('textbox', { name: 'Who publishes it' });
  await publisher.fill('The Courier');
  const other = await page.context().newPage();
  await other.goto(ADDRESS);
  await other.getByRole('textbox', { name: 'Licence' }).fill('CC0');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('main')).toContainText('All that stands here is saved.');
  await other.close();
  await main.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(main).toContainText('All that stands here is saved.');
  await page.reload();
  await expect(publisher).toHaveValue('The Courier');
  await expect(main.getByRole('textbox', { name: 'Licence' })).toHaveValue('CC0');
});

test('who is no editor reads it', async ({ page, desk }) => {
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Ann', 'annotator');
  await signIn(page, 'Ann');
  await page.goto(ADDRESS);
  const main = page.getByRole('main');
  await main.locator('summary', { hasText: 'Motivation' }).click();
  await expect(main.getByRole('heading', { name: 'Who paid for it?' })).toBeVisible();
  await expect(main).toContainText('Not answered.');
  await expect(main.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(main.getByRole('textbox', { name: 'Licence' })).toBeDisabled();
});

test('what is typed is not lost when the page is left', async ({ page }) => {
  await page.goto(ADDRESS);
  const main = page.getByRole('main');
  const licence = main.getByRole('textbox', { name: 'Licence' });
  await licence.fill('CC BY 4.0');
  const questions: string[] = [];
  let stays = true;
  page.on('dialog', (dialog) => {
    questions.push(dialog.type());
    void (stays ? dialog.dismiss() : dialog.accept());
  });
  const away = main.getByRole('link', { name: 'Releases', exact: true });
  await away.click();
  await expect.poll(() => questions).toEqual(['beforeunload']);
  await expect(licence).toHaveValue('CC BY 4.0');

  stays = false;
  await away.click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Releases');
  await page.goBack();
  await expect(main).toContainText('was typed before you left this page');
  await expect(licence).toHaveValue('CC BY 4.0');
  await main.getByRole('button', { name: 'Throw away what is not saved' }).click();
  await expect(licence).toHaveValue('');

  questions.length = 0;
  await away.click();
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Releases');
  expect(questions).toEqual([]);
});

test('the way back and the palette ask before what is typed is left', async ({ page }) => {
  await page.goto('/datasets');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Datasheet', exact: true }).click();
  const licence = main.getByRole('textbox', { name: 'Licence' });
  await page.locator('html[data-awake]').waitFor();
  await licence.fill('CC BY 4.0');
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked++;
    void dialog.dismiss();
  });
  // Not `goBack`, which waits for the page that is not gone to.
  await page.evaluate(() => history.back());
  await expect.poll(() => asked).toBe(1);
  await expect(licence).toHaveValue('CC BY 4.0');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('go to the articles');
  await page.keyboard.press('Enter');
  await expect.poll(() => asked).toBe(2);
  await expect(page).toHaveURL(ADDRESS);
  await expect(licence).toHaveValue('CC BY 4.0');
});
