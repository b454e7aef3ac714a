import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openArticle } from './support/article';
import { test } from './support/desk';
import { ARTICLE_PAGES, PAGES } from './support/pages';
import { ROOT } from './support/root';

test.skip(process.env['STET_SCREENSHOTS'] !== '1', 'pictures are made by npm run screenshots');

const FOLDER = join(ROOT, 'screenshots');
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 412, height: 860 } } as const;

for (const theme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const samples of [true, false]) {
      test.describe(`${theme} ${size} ${samples ? 'full' : 'empty'}`, () => {
        test.use({ samples, viewport });
        test('pictures of every page', async ({ page }) => {
          mkdirSync(FOLDER, { recursive: true });
          const picture = async (name: string) => {
            await page.evaluate(() => document.fonts.ready);
            const file = `${name}-${theme}-${size}${samples ? '' : '-empty'}.png`;
            await page.screenshot({ path: join(FOLDER, file) });
          };
          await page.addInitScript((name) => localStorage.setItem('stet-theme', name), theme);
          for (const path of PAGES) {
            await page.goto(path);
            await page.locator('h1').first().waitFor();
            await picture(path.slice(1).replaceAll('/', '-') || 'articles');
          }
          if (!samples) return;
          await openArticle(page, 'Sea breaks through Port Hallen wall');
          await page.locator('mark').first().waitFor();
          await picture('workbench');
          const article = page.url();
          for (const name of ARTICLE_PAGES) {
            await page.goto(`${article}/${name}`);
            await page.locator('h1').first().waitFor();
            await picture(`article-${name}`);
          }
          await page.goto(article);
          await page.locator('mark.tint-claim').first().click();
          await page.keyboard.press('Enter');
          await page.getByTestId('check-words').waitFor();
          await picture('workbench-check');
        });
      });
    }
  }
}
