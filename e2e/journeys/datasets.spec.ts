import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from '../support/desk';

test.describe('the Datasets page', () => {
  test.use({ samples: true });

  test('tells what a format cannot carry before it is downloaded, and what it holds', async ({
    page,
  }) => {
    await page.goto('/datasets');
    const loss = page.getByRole('region', { name: 'What it cannot carry' });
    await expect(loss).toContainText('earlier revisions of the articles');
    await page.getByRole('radio', { name: /^brat, PolNeAR profile/ }).check();
    await expect(loss).toContainText('claims and quotes');
    await loss.getByText('Which').first().click();
    await expect(loss.locator('code').first()).toContainText(/\w{26}/);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download brat, PolNeAR profile' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('stet-polnear.zip');
    const files = unzipSync(readFileSync(await download.path()));
    const report = JSON.parse(Buffer.from(files['loss.json']!).toString()) as {
      lost: { what: string; count: number }[];
    };
    const { count } = report.lost.find(({ what }) => what === 'claims and quotes')!;
    await expect(loss).toContainText(`${count.toLocaleString('en')} claims and quotes`);
  });

  test('says that a bundle holds whole articles only', async ({ page }) => {
    await page.goto('/datasets');
    await page.getByRole('radio', { name: /^Stet bundle/ }).check();
    await page.getByRole('checkbox', { name: 'Claim' }).check();
    await expect(page.getByText('A bundle holds whole articles')).toBeVisible();
  });
});
