import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/desk';
import { openArticle } from './support/article';
import { ARTICLE_PAGES, PAGES } from './support/pages';
import { makeAccount, signIn } from './support/team';

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.beforeEach(async ({ page }) => {
      await page.addInitScript((name) => localStorage.setItem('stet-theme', name), theme);
    });

    for (const path of PAGES) {
      test(`${path} has no barrier that axe knows`, async ({ page }) => {
        await page.goto(path);
        await page.locator('h1').first().waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(describe)).toEqual([]);
      });
    }

    for (const name of ARTICLE_PAGES) {
      test(`an article’s ${name} have no barrier that axe knows`, async ({ page }) => {
        await openArticle(page, 'Kestrel Bridge to close');
        await page.goto(`${page.url().split('?')[0]}/${name}`);
        await page.locator('h1').first().waitFor();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(describe)).toEqual([]);
      });
    }

    test('signing in, and the people and account of a team desk, have no barrier that axe knows', async ({
      page,
      desk,
    }) => {
      test.slow();
      await makeAccount(desk, 'Ada', 'admin');
      const find = async () => {
        await page.locator('h1').first().waitFor();
        return (await new AxeBuilder({ page }).analyze()).violations.map(describe);
      };
      await page.goto('/sign-in');
      expect(await find()).toEqual([]);
      await signIn(page, 'Ada');
      for (const path of ['/desk', '/account']) {
        await page.goto(path);
        for (const part of await page.locator('details > summary').all()) await part.click();
        expect(await find(), path).toEqual([]);
      }
    });

    test('the workbench with an open check has no barrier that axe knows', async ({ page }) => {
      await openArticle(page, 'Sea breaks through Port Hallen wall');
      await page.locator('mark.tint-claim').first().click();
      await page.keyboard.press('Enter');
      await page.getByTestId('check-words').waitFor();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(describe)).toEqual([]);
    });
  });
}

function describe(violation: { id: string; nodes: { html: string }[] }): string {
  return `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`;
}
