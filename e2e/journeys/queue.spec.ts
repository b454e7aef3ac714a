import { expect, test } from '../support/desk';

test('the queue is worked down by keys, several at once, with one undo', async ({ page }) => {
  await page.goto('/queue?status=unchecked');
  const rows = page.getByTestId('queue').getByRole('listitem');
  const before = await rows.count();
  expect(before).toBeGreaterThan(3);

  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: 'Start checking' }).click();
  await expect(rows).toHaveCount(before - 2);
  await page.keyboard.press('Control+z');
  await expect(rows).toHaveCount(before);

  await page.keyboard.press('m');
  await page.keyboard.press('1');
  await expect(rows.filter({ hasText: 'Supported' })).toHaveCount(1);
});

test('a filter stands in the address, is saved under a name, and opens the item in place', async ({
  page,
}) => {
  await page.goto('/queue');
  await page.getByLabel('Kind').selectOption('Quote');
  await expect(page).toHaveURL(/kind=quote/);
  const rows = page.getByTestId('queue').getByRole('listitem');
  await expect(rows.filter({ hasText: 'Attribution' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Open quotes');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.goto('/queue');
  await page.getByRole('link', { name: 'Open quotes' }).click();
  await expect(page).toHaveURL(/kind=quote/);

  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await expect(page.getByTestId('check-panel').getByTestId('check-words')).toBeVisible();
  await expect(page).toHaveURL(/\/queue/);
});

test('words are found anywhere, and nothing found is said', async ({ page }) => {
  await page.goto('/queue?status=all');
  await page.getByLabel('Words').fill('312 homes');
  const rows = page.getByTestId('queue').getByRole('listitem');
  await expect(rows.first()).toContainText('312 homes');
  await page.getByLabel('Words').fill('no such words anywhere');
  await expect(page.getByText('Nothing to check here.')).toBeVisible();
});
