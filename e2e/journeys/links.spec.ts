import type { Page } from 'playwright/test';
import { articleOf } from '../support/article';
import { expect, test } from '../support/desk';

test.use({ samples: false });

const ADDRESS = 'https://news.example/minutes';
const HTML = `<html lang="en"><head><title>Sea wall opened in Quell</title></head><body><article>
<h1>Sea wall opened in Quell</h1>
<p>The <em>old</em> wall of Quell was <strong>eight</strong> metres high, as told in <a href="${ADDRESS}">the minutes of the council</a>, and cost 84,000 crowns when it was built in the year of the great storm.</p>
<p>It was opened on Monday by the port master, Ines Roth, and forty guests, who walked along it to the lighthouse and back in the rain.</p>
</article></body></html>`;

async function importPage(page: Page): Promise<void> {
  await page.goto('/import');
  const file = { name: 'wall.html', mimeType: 'text/html', buffer: Buffer.from(HTML) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('link', { name: 'Sea wall opened in Quell' }).click();
  await expect(articleOf(page)).toContainText('the minutes of the council');
}

async function expectFormatted(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await expect(main.locator('em', { hasText: 'old' }).first()).toBeVisible();
  await expect(main.locator('strong', { hasText: 'eight' }).first()).toBeVisible();
  await expect(main.locator(`a[href="${ADDRESS}"]`).first()).toBeVisible();
}

test('links open by Ctrl+click and by key; formatting is seen on every page of the article', async ({
  page,
  context,
  allowConsole,
}) => {
  // The frame of the original runs nothing, and says so.
  allowConsole(/frame is sandboxed/);
  await context.route('https://news.example/**', (route) => route.fulfill({ body: 'Minutes' }));
  await importPage(page);
  const article = page.url();
  const link = articleOf(page).getByText('the minutes of the council');
  const byMouse = context.waitForEvent('page');
  await link.click({ modifiers: ['Control'] });
  await expect(await byMouse).toHaveURL(ADDRESS);
  await link.click();
  const byKey = context.waitForEvent('page');
  await page.keyboard.press('o');
  await expect(await byKey).toHaveURL(ADDRESS);
  await expect(page).toHaveURL(article);
  await expectFormatted(page);

  await page.goto(`${article}/original`);
  await expectFormatted(page);

  await page.goto(`${article}/edit`);
  await page.locator('[data-editing]').getByText('It was opened on Monday').click();
  await page.keyboard.press('Home');
  await page.keyboard.type('At last: ');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/revisions$/);
  await page.goto(`${article}/compare?from=1&to=2`);
  await expect(page.getByRole('main')).toContainText('At last:');
  await expectFormatted(page);
});
