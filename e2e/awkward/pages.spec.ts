import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SAVED_PAGES, type SavedPage } from '@/corpus/ingest/formats/html-saved.testing';
import { articleOf } from '../support/article';
import { expect, test } from '../support/desk';
import { ROOT } from '../support/root';

test.use({ samples: false });

const FOLDER = join(ROOT, 'e2e', 'awkward', 'pages');

function saved(file: string): SavedPage {
  return SAVED_PAGES.find((page) => page.file === file)!;
}

test('a folder of awkward saved pages is imported, each as one article', async ({ page }) => {
  const files = readdirSync(FOLDER).map((file) => join(FOLDER, file));
  await page.goto('/import');
  await page.locator('input[aria-label="Files"]').setInputFiles(files);
  await expect(page.getByRole('region', { name: 'Progress' })).toContainText(
    `${files.length} articles imported`,
  );
  for (const { headline, last } of [saved('tables-of-1998.html'), saved('live-blog.html')]) {
    await page.goto('/');
    await page.getByRole('link', { name: headline }).first().click();
    await expect(articleOf(page)).toContainText(headline);
    await expect(articleOf(page).getByText(last)).toBeAttached();
  }
});
