import type { Page } from 'playwright/test';
import { articleOf, openArticle } from '../support/article';
import { expect, test } from '../support/desk';

const HEADLINE = 'Sea breaks through Port Hallen wall';

/** What the page shows where the caret stands: a word of the article, or a bar that lies over it. */
const shownAtCaret = (page: Page) =>
  page.evaluate(() => {
    const { focusNode, focusOffset } = window.getSelection()!;
    const range = document.createRange();
    const start = Math.max(0, Math.min(focusOffset, focusNode!.textContent!.length - 1));
    range.setStart(focusNode!, start);
    range.setEnd(focusNode!, start + 1);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    const shown = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return shown?.closest('[data-reader]')
      ? 'the article'
      : `${shown?.className} at ${top}, ${focusNode!.textContent}`;
  });

test('the caret never goes under the bars', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 640 });
  await openArticle(page, HEADLINE);
  await articleOf(page).press('}');
  for (const keys of ['}}}}}}}}}}}}}}', '{{{{{{{{{', ']]]]]]]]']) {
    for (const key of keys) await page.keyboard.press(key);
    await expect.poll(() => shownAtCaret(page), { message: keys }).toBe('the article');
  }
  await page.keyboard.press('Control+End');
  await page.keyboard.press('[');
  await expect.poll(() => shownAtCaret(page)).toBe('the article');
});

test('the text is edited where the caret was', async ({ page }) => {
  await openArticle(page, HEADLINE);
  const article = articleOf(page);
  for (const key of '}}}}}}') await article.press(key);
  const before = await page.evaluate(() => window.getSelection()!.focusNode!.textContent!);
  await article.press('e');
  await expect(page.locator('[data-editing]')).toBeFocused();
  await page.keyboard.type('qxq');
  await expect(page.locator('[data-editing]')).toContainText(`qxq${before.slice(0, 12)}`);
});

test('a check is carried through by keys, and the focus stays in it', async ({ page }) => {
  await openArticle(page, HEADLINE);
  await articleOf(page).press('c');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Check' });
  const start = panel.getByRole('button', { name: 'Start checking' });
  await start.waitFor();
  await page.keyboard.press('t');
  await expect(start).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Mark checked' })).toBeVisible();
  await expect(panel.locator(':focus')).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('mark checked');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Sign off' })).toBeVisible();
});

for (const [size, viewport] of Object.entries({
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
})) {
  test.describe(size, () => {
    test.use({ viewport });
    test('the marked words stay in sight beside their check', async ({ page }) => {
      await openArticle(page, HEADLINE);
      const claims = page.locator('[data-reader] mark.tint-claim');
      await claims.first().waitFor();
      const shown = () =>
        page.evaluate(() => {
          const [line] = document.querySelector('[data-reader] mark.is-active')!.getClientRects();
          const { left, top, bottom } = line!;
          const at = document.elementFromPoint(left + 4, (top + bottom) / 2);
          return at?.closest('mark.is-active') !== null;
        });
      for (const claim of [claims.last(), claims.first(), claims.nth(3)]) {
        // Its first line at the foot of the window, where a panel may come to lie over it.
        const place = await claim.evaluate((mark) => {
          const foot = innerHeight - 200;
          window.scrollBy(0, mark.getClientRects()[0]!.top - foot);
          const { left, top, bottom } = mark.getClientRects()[0]!;
          return { x: left + 4, y: (top + bottom) / 2 };
        });
        await page.mouse.click(place.x, place.y);
        await expect(page.locator('mark.is-active').first()).toBeVisible();
        await page.keyboard.press('Enter');
        await expect(page.getByTestId('check-panel').getByTestId('check-words')).toBeVisible();
        await expect.poll(shown).toBe(true);
        await page.keyboard.press('Escape');
        await expect(page.getByTestId('check-panel')).toHaveCount(0);
      }
    });
  });
}
