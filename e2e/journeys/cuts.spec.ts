import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { articleOf, markedWords, signClaim } from '../support/article';
import { expect, test } from '../support/desk';

test.use({ samples: false });

const PAGE = `Harbor reopens after storm

QUELL, Norland (AP) — The harbor of Quell opened again on Monday after nine days, port master Ines Roth said.

Forty ships had waited in the bay, and two of them had lost their anchors in the night of the storm.

Ferry strike enters second week

PORT ARLEN, Norland (AFP) — The ferry crews of Port Arlen stayed ashore on Tuesday, as 1,200 people waited on the quay.

The company owes them wages of 84,000 crowns, said their speaker, Mara Quist.
`;
const SECOND = 'Ferry strike enters second week';

async function importPage(page: Page): Promise<void> {
  await page.goto('/import');
  await page.locator('textarea').fill(PAGE);
  await page.getByRole('button', { name: 'Import text' }).click();
  await page.getByRole('link', { name: SECOND }).click();
  await expect(articleOf(page)).toContainText('The ferry crews of Port Arlen');
}

async function openOriginal(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Revision/ }).click();
  await page.getByRole('link', { name: 'Original and blocks' }).click();
  await expect(page.getByRole('heading', { name: 'What was read of it' })).toBeVisible();
}

async function expectNoBarrier(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/^Original: Harbor/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

const roles = (page: Page) => page.getByRole('combobox', { name: /^Role of block/ });

test('two articles of a file are joined, split again and put back by keys, with mark and signature', async ({
  page,
  allowConsole,
}) => {
  // The page that leads on from a joined article's address is left before its icon is named.
  allowConsole(/\/favicon\.ico/);
  // An open article that is joined away asks once more where it is, and is told.
  allowConsole(/404.*\/api\/articles\//);
  await importPage(page);
  const second = page.url();
  await signClaim(page, '1,200 people waited on the quay');
  await openOriginal(page);
  await expect(roles(page)).toHaveCount(3);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbor reopens after storm');
  await expect(roles(page)).toHaveCount(6);
  await expectNoBarrier(page);

  await page.goto(second);
  await expect(page).not.toHaveURL(second);
  await expect(articleOf(page)).toContainText('Harbor reopens after storm');
  await expect.poll(() => markedWords(page, 'claim')).toEqual(['1,200 people waited on the quay']);
  await page.goto('/queue?status=signed_off');
  await expect(page.getByRole('main')).toContainText('Harbor reopens after storm');

  await page.goto('/');
  await page.getByRole('link', { name: 'Harbor reopens after storm' }).first().click();
  await openOriginal(page);
  await page.keyboard.press('Alt+ArrowDown');
  for (let block = 1; block < 4; block++) await page.keyboard.press('Alt+ArrowDown');
  await expect(roles(page).nth(3)).toBeFocused();
  await page.keyboard.press('Alt+Enter');
  await expect(roles(page)).toHaveCount(3);
  await expect(page.getByRole('link', { name: SECOND })).toBeVisible();
  await expectNoBarrier(page);
  await page.goto('/queue?status=signed_off');
  await expect(page.getByRole('main')).toContainText(SECOND);

  await page.goto(second);
  await expect(page).toHaveURL(second);
  await expect.poll(() => markedWords(page, 'claim')).toEqual(['1,200 people waited on the quay']);
  await page.keyboard.press('Control+z');
  await page.goto(second);
  await expect(articleOf(page)).toContainText('Harbor reopens after storm');
});

test('an open article is told that it was joined to another, and of a new revision', async ({
  page,
  openWindow,
  allowConsole,
}) => {
  // The address of the article that is gone answers once more, with where its text is.
  allowConsole(/404/);
  await importPage(page);
  const other = await openWindow();
  await other.goto(page.url());
  await expect(articleOf(other)).toContainText('The ferry crews of Port Arlen');
  await openOriginal(page);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbor reopens after storm');

  await expect(other.getByText(`“${SECOND}” was joined to “Harbor reopens after storm”`)).toBeVisible(); // prettier-ignore
  await expect(articleOf(other)).toContainText('Forty ships had waited in the bay');
  await expect(articleOf(other)).toContainText('The ferry crews of Port Arlen');

  await page.keyboard.press('Control+z');
  await expect(other.getByText('The article has a new revision')).toBeVisible();
  await expect(articleOf(other)).not.toContainText('The ferry crews of Port Arlen');
});

test('the report says where a file was cut; a text taken for a later version becomes an article', async ({
  page,
}) => {
  await page.goto('/import');
  await page.locator('textarea').fill(PAGE);
  await page.getByRole('button', { name: 'Import text' }).click();
  await expect(page.getByText('Article 2 of 2 in the file. Begins at line 7.')).toBeVisible();

  const text = PAGE.split(`${SECOND}\n\n`)[1]!.replace('1,200', '1,400');
  await page.locator('textarea').fill(`CORRECTED-${SECOND}\n\n${text}`);
  await page.getByRole('button', { name: 'Import text' }).click();
  await page.getByRole('link', { name: 'make it an article of its own' }).click();
  await page.getByText('Is it a version of another article?').click();
  await page.getByRole('button', { name: 'Make it an article of its own' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`CORRECTED-${SECOND}`);
  await expect(page.getByRole('main')).toContainText('1,400 people');

  await page.getByText('Is it a version of another article?').click();
  await page.getByRole('combobox', { name: 'A later version of' }).selectOption(SECOND);
  await page.getByRole('button', { name: 'Make it a revision of that' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(SECOND);
  await expect(page.getByRole('main')).toContainText('1,400 people');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('main')).toContainText('1,200 people');
});
