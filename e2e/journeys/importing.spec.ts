import { AxeBuilder } from '@axe-core/playwright';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright/test';
import Database from 'better-sqlite3';
import { linesAt, pdfOf } from '@/corpus/ingest/formats/pdf.testing';
import { expect, test, type Desk } from '../support/desk';

test.use({ samples: false });

/** Hundreds of files, each stored for good, take a slow disk some minutes. */
test.setTimeout(240_000);

/** A story of its own for each number. */
function story(number: number): string {
  const figures = [number * 17, number * 31 + 4].join(' and ');
  return `Ferry report ${number} from Salt Harrow\n\nSALT HARROW – The ferry carried ${figures} people on day ${number}, clerk Ivo Tarn said.\n\nIt was the ${number}th day of counting on the quay.\n`;
}

const files = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    name: `story-${at + 1}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(at % 50 === 49 ? new Uint8Array() : story(at + 1)),
  }));

const status = (page: Page) => page.getByRole('region', { name: 'Progress' });

function countArticles(desk: Desk): number {
  const database = new Database(desk.databasePath, { readonly: true });
  const count = database.prepare<[], number>('SELECT count(*) FROM article').pluck().get()!;
  database.close();
  return count;
}

async function choose(
  page: Page,
  chosen: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
) {
  await page.locator('input[aria-label="Files"]').setInputFiles(chosen);
}

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('hundreds of files are imported with a break, and none twice', async ({ page }) => {
  await page.goto('/import');
  await choose(page, files(250));
  await expect(status(page)).toContainText(/of 250 files through/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(status(page)).toContainText(
    /Cancelled\. \d+ of 250 files through: .* files? to go\./,
  );
  await expectNoBarrier(page);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(status(page)).toContainText(/(24[45] articles imported.*)5 refused\./, {
    timeout: 150_000,
  });
  await expect(
    page.getByRole('region', { name: 'Refused' }).getByRole('listitem').first(),
  ).toContainText('The file is empty');
  await expect(page.getByRole('button', { name: /Show 19\d more of 24/ })).toBeVisible();
  await expectNoBarrier(page);
});

test('an archive tells each of its files, and goes on where it was cancelled', async ({
  page,
  desk,
}) => {
  const zip = zipSync(
    Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`desk/${at + 1}.txt`, strToU8(story(at + 1))]),
    ),
  );
  const file = { name: 'month.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) };
  await page.goto('/import');
  await choose(page, file);
  await expect(status(page)).toContainText(/Reading month\.zip: \d+ of 300/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(status(page)).toContainText('Cancelled. 0 of 1 file through');
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(status(page)).toContainText(
    /^\d+ articles imported(, \d articles? already here)?\./,
    {
      timeout: 150_000,
    },
  );
  expect(countArticles(desk)).toBe(300);
});

test('a page that is loaded again says what was done, and the same files go on', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/aborted|ECONNRESET/i);
  await page.goto('/import');
  await choose(page, files(150));
  await expect(status(page)).toContainText(/[1-9]\d* of 150 files through/);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  const broken = page.getByRole('region', { name: 'An import that was broken off' });
  await expect(broken).toContainText(/\d+ of 150 files were through: \d+ articles? imported/);
  await choose(page, files(150));
  await expect(status(page)).toContainText(/already here, 3 refused\./, { timeout: 150_000 });
  expect(countArticles(desk)).toBe(147);
});

test('a file that is too large is refused before it is sent', async ({ page }) => {
  await page.goto('/import');
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    const portion = new Uint8Array(1024 * 1024);
    transfer.items.add(new File(Array(21).fill(portion) as Uint8Array<ArrayBuffer>[], 'all.txt'));
    const field = document.querySelector<HTMLInputElement>('input[aria-label="Files"]')!;
    field.files = transfer.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await expect(page.getByRole('region', { name: 'Refused' })).toContainText(
    'The file has 21.0 MB and the limit is 20 MB (300 MB for a zip archive or a WARC file)',
  );
});

test('a PDF is imported by the page, and a damaged one beside it refused in a sentence', async ({
  page,
  desk,
}) => {
  const headline = { x: 72, y: 700, text: 'Port Hallen opens its harbour', size: 20 };
  const lines = ['The harbour opened on Monday after nine years of', 'work, the mayor said.'];
  const good = Buffer.from(pdfOf({ pages: [[headline, ...linesAt(72, 660, lines)]] }));
  const damaged = Buffer.from(good.toString('latin1').replaceAll(' 0 obj', ' 0 xbj'), 'latin1');
  const mimeType = 'application/pdf';
  await page.goto('/import');
  await choose(page, [
    { name: 'damaged.pdf', mimeType, buffer: damaged },
    { name: 'harbour.pdf', mimeType, buffer: good },
  ]);
  await expect(page.getByText(/This PDF is damaged or cut off/).first()).toBeVisible();
  await expect(page.getByText('Port Hallen opens its harbour').first()).toBeVisible();
  expect(countArticles(desk)).toBe(1);
});
