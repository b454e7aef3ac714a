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

test('going back to the queue shows what was done meanwhile, under the same filter', async ({
  page,
}) => {
  await page.goto('/queue?status=unchecked');
  await page.getByLabel('Kind').selectOption('Attribution');
  await expect(page).toHaveURL(/kind=attribution/);
  const rows = page.getByTestId('queue').getByRole('listitem');
  await expect(rows.filter({ hasNotText: 'Attribution' })).toHaveCount(0);
  const before = await rows.count();
  expect(before).toBeGreaterThan(1);
  for (const left of [before - 1, before - 2]) {
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await expect(page).toHaveURL(/\/articles\//);
    const panel = page.getByTestId('check-panel');
    await panel.getByRole('button', { name: 'Start checking' }).click();
    await expect(panel.getByRole('button', { name: 'Start checking' })).toHaveCount(0);
    await page.goBack();
    await expect(page).toHaveURL(/\/queue\?.*kind=attribution/);
    await expect(rows).toHaveCount(left);
    await expect(page.getByLabel('Kind')).toHaveValue('attribution');
  }
  await page.goForward();
  await expect(page.getByTestId('check-panel')).toContainText('Checking');
});

test('going back to the articles and to the progress shows what was done meanwhile', async ({
  page,
}) => {
  await page.goto('/desk/progress');
  const checks = page.getByRole('row', { name: /^Sea breaks through Port Hallen wall/ }).first();
  const numbers = page.getByText('The numbers').nth(-2);
  await numbers.click();
  const before = await checks.innerText();
  await page.getByRole('link', { name: 'Articles', exact: true }).click();
  const article = page.getByRole('listitem').filter({ hasText: 'Sea breaks through Port Hallen' });
  const bar = article.getByRole('img').first();
  const counted = (await bar.getAttribute('aria-label'))!;
  expect(counted).toMatch(/\d settled/);
  await article.getByRole('link').first().click();
  await expect(page.getByText(/^20 marks$/)).toBeVisible();
  await page.keyboard.press('Shift+A');
  await page.keyboard.press('c');
  await expect(page.getByText(/^21 marks$/)).toBeVisible();
  await expect(page.getByText('Saved')).toBeVisible();
  await page.goBack();
  await expect(bar).toBeVisible();
  await expect(bar).not.toHaveAttribute('aria-label', counted);
  await page.goBack();
  await expect(page).toHaveURL('/desk/progress');
  await numbers.click();
  await expect(checks).not.toHaveText(before);
});

test('a queue that the browser kept for the way back catches up when it is shown', async ({
  page,
}) => {
  await page.goto('/queue?status=unchecked');
  const rows = page.getByTestId('queue').getByRole('listitem');
  const before = await rows.count();
  const turn = (type: string) =>
    page.evaluate((name) => window.dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type); // prettier-ignore
  await turn('pagehide');
  const other = await page.context().newPage();
  await other.goto('/queue?status=unchecked');
  await other.keyboard.press('j');
  await other.keyboard.press('s');
  await other.getByRole('dialog').getByRole('button', { name: 'Start checking' }).click();
  await expect(other.getByTestId('queue').getByRole('listitem')).toHaveCount(before - 1);
  await expect(rows).toHaveCount(before);
  await turn('pageshow');
  await expect(rows).toHaveCount(before - 1);
  await other.close();
});

test('a queue that its filters leave empty is cleared of them by one press', async ({ page }) => {
  await page.goto('/queue?status=all&kind=quote');
  const rows = page.getByTestId('queue').getByRole('listitem');
  const clear = page.getByRole('button', { name: 'Clear the filters' });
  await expect(rows.first()).toBeVisible();
  await expect(clear).toHaveCount(0);
  await page.getByLabel('Words').fill('no such words anywhere');
  await expect(rows).toHaveCount(0);
  await clear.click();
  await expect(rows.filter({ hasText: 'Attribution' }).first()).toBeVisible();
  await expect(page.getByLabel('Words')).toHaveValue('');
  await expect(page.getByLabel('Kind')).toHaveValue('');
  await expect(page).toHaveURL(/\/queue\?status=all$/);
  await expect(page.getByRole('button', { name: /^All/ })).toBeFocused();
});

test('the focus stays in the queue after a step for several and after a view is saved', async ({
  page,
}) => {
  await page.goto('/queue?status=unchecked');
  const queue = page.getByTestId('queue');
  const rows = queue.getByRole('listitem');
  await rows.first().waitFor();
  const before = await rows.count();
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.getByRole('button', { name: 'Set status' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start checking' }).click();
  await expect(rows).toHaveCount(before - 2);
  await expect(queue.locator('[aria-current="true"]')).toBeFocused();

  await page.keyboard.press('x');
  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: 'Start checking' }).click();
  await expect(rows).toHaveCount(before - 3);
  await expect(queue.locator('[aria-current="true"]')).toBeFocused();

  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Untouched');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Untouched' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save this view' })).toBeFocused();
});
