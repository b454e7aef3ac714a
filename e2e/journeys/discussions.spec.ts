import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { docxOf, paragraph, run } from '@/corpus/ingest/formats/docx.testing';
import { articleOf } from '../support/article';
import { expect, test } from '../support/desk';

test.use({ samples: false });

const WALL = 'The new sea wall of Quell is nine metres high and cost 84,000 crowns.';

const commented = (id: number, words: string): string =>
  `<w:commentRangeStart w:id="${id}"/>${run(words)}<w:commentRangeEnd w:id="${id}"/>`;
const comment = (id: number, author: string, words: string): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2026-11-20T09:30:00Z">${paragraph(run(words))}</w:comment>`;

const FILE = docxOf({
  body:
    paragraph(run('Sea wall opened in Quell'), 'Title') +
    `<w:p>${run('The new sea wall of ')}${commented(0, 'Quell')}${run(' is ')}${commented(1, 'nine metres')}${run(' high and cost 84,000 crowns.')}</w:p>` +
    paragraph(run('It was opened on Monday by the port master, Ines Roth, and forty guests.')),
  comments:
    comment(0, 'Mara Quist', 'Which Quell, the town or the island?') +
    comment(1, 'Bo Reed', 'Eight in the plans.'),
});

async function importFile(page: Page): Promise<void> {
  await page.goto('/import');
  const file = { name: 'wall.docx', mimeType: 'application/msword', buffer: Buffer.from(FILE) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await expect(page.getByText('2 comments of the file became discussions')).toBeVisible();
  await page.getByRole('link', { name: 'Sea wall opened in Quell' }).click();
  await expect(articleOf(page)).toContainText(WALL);
}

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Discussions' });

test('comments of a Word file are discussed beside the text and follow it', async ({ page }) => {
  await importFile(page);
  await expect(articleOf(page).locator('.discussed')).toHaveText(['Quell', 'nine metres']);
  await expect(page.getByRole('button', { name: 'Discussion of “nine metres”' })).toBeVisible();

  await page.keyboard.press('b');
  await page.keyboard.press('b');
  const second = panelOf(page).getByRole('listitem').filter({ hasText: 'Eight in the plans.' });
  await expect(second.first()).toContainText('Bo Reed in the file, 20 Nov 2026, 09:30');
  await expect(articleOf(page).locator('.discussed.is-current')).toHaveText('nine metres');
  await expectNoBarrier(page);

  const thread = panelOf(page).locator('ol > li').nth(1);
  await thread.locator('summary').click();
  await thread.getByRole('textbox', { name: 'Reply' }).fill('Nine as built.');
  await page.keyboard.press('Control+Enter');
  await expect(thread).toContainText('Nine as built.');
  await thread.getByRole('button', { name: 'Resolve' }).click();
  await expect(thread.getByText('Resolved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Close the discussions' }).click();
  await expect(articleOf(page).locator('.discussed')).toHaveText(['Quell']);

  await page.goto(`${page.url()}/edit`);
  await page.locator('[data-editing]').getByText('The new sea wall of').click();
  await page.keyboard.press('Home');
  await page.keyboard.type('On Monday it was said: ');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/\/revisions$/);
  await page.goto(page.url().replace('/revisions', ''));
  await expect(articleOf(page).locator('.discussed')).toHaveText(['Quell']);

  await page.goto(`${page.url()}/original`);
  await page.locator('summary', { hasText: 'Which Quell' }).click();
  await expect(page.getByText('Mara Quist in the file')).toBeVisible();
  await expectNoBarrier(page);
});
