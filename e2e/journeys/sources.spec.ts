import { expect, test } from '../support/desk';

test('the sources of all articles are a register whose names are joined and split', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sources', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Sources' })).toBeVisible();
  const lines = main.getByRole('listitem');
  const names = await lines.getByRole('link').allInnerTexts();
  expect(names.length).toBeGreaterThan(3);

  const [one, other] = names.slice(0, 2) as [string, string];
  await lines.getByRole('link', { name: one, exact: true }).click();
  await expect(main.getByRole('heading', { level: 1, name: one })).toBeVisible();
  await page.getByLabel('The same as').fill(other);
  await page.getByRole('button', { name: 'Join' }).click();
  const aliases = main.getByRole('list', { name: 'Names' });
  await expect(aliases).toContainText(one);
  await expect(aliases).toContainText(other);
  await aliases.getByRole('button', { name: `Split off ${other}` }).click();
  await expect(aliases).toBeHidden();
  await page.keyboard.press('Control+z');
  await page.reload();
  await expect(aliases).toContainText(other);

  await page.keyboard.press('u');
  await expect(main.getByRole('heading', { level: 1, name: 'Sources' })).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('nobody of this name');
  await page.getByRole('button', { name: 'Find' }).click();
  await expect(main).toContainText('No source goes by “nobody of this name”.');
});
