import { expect, test } from '../support/desk';

test('a press before the page answers is carried out, and the theme is there at once', async ({
  openWindow,
}) => {
  const page = await openWindow();
  const held: (() => void)[] = [];
  let holding = true;
  await page.route('**/_next/static/**/*.js', async (route) => {
    if (holding) await new Promise<void>((resolve) => held.push(resolve));
    await route.continue();
  });
  const letGo = () => {
    holding = false;
    for (const go of held.splice(0)) go();
  };

  const opened = page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Theme: system. Change to light' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-awake');
  letGo();
  await opened;
  await expect(page.getByRole('button', { name: 'Theme: light. Change to dark' })).toBeVisible();
  await page.getByRole('button', { name: 'Theme: light. Change to dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  holding = true;
  const again = page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).not.toHaveAttribute('data-awake');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  letGo();
  await again;
});
