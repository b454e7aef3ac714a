import type { Locator, Page } from 'playwright/test';
import { expect } from './desk';

/** The article view of the page. */
export function articleOf(page: Page): Locator {
  return page.locator('[data-reader]');
}

/** Opens the article with this headline from the library. */
export async function openArticle(page: Page, headline: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: headline }).first().click();
  await expect(articleOf(page)).toContainText(headline);
}

/** Drags over words of the article with the mouse, from their first to their last character. */
export async function dragOver(page: Page, words: string): Promise<void> {
  await articleOf(page).waitFor();
  const box = await page.evaluate((wanted) => {
    const reader = document.querySelector('[data-reader]')!;
    const walker = document.createTreeWalker(reader, NodeFilter.SHOW_TEXT);
    for (
      let node = walker.nextNode() as Text | null;
      node;
      node = walker.nextNode() as Text | null
    ) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement!.scrollIntoView({ block: 'center' });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rects = [...range.getClientRects()];
      const first = rects[0]!;
      const last = rects.at(-1)!;
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }
    throw new Error(`“${wanted}” is not in the article`);
  }, words);
  await page.mouse.move(box.from.x, box.from.y);
  await page.mouse.down();
  await page.mouse.move(box.to.x, box.to.y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => String(window.getSelection()))).toBe(words);
}

/** The words that the marks with this class of kind cover, joined, one entry a mark's id. */
export async function markedWords(page: Page, kind: string): Promise<string[]> {
  return page.evaluate((name) => {
    const words = new Map<string, string>();
    for (const element of document.querySelectorAll(`[data-reader] mark.tint-${name}`)) {
      const ids = element.getAttribute('data-marks')!.split(' ');
      for (const id of ids) words.set(id, (words.get(id) ?? '') + element.textContent);
    }
    return [...words.values()];
  }, kind);
}

/** Marks words as a claim and signs them off, with evidence. */
export async function signClaim(page: Page, words: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press('c');
  await expect.poll(() => markedWords(page, 'claim')).toContain(words);
  await page.keyboard.press('Enter');
  const panel = page.getByTestId('check-panel');
  await expect(panel.getByTestId('check-words')).toContainText(words);
  await panel.getByRole('button', { name: 'Start checking' }).click();
  await panel.getByLabel('Finding', { exact: true }).selectOption('Supported');
  await panel.getByLabel('Rationale').fill('As in the papers of the county.');
  await panel.getByRole('button', { name: 'Cite evidence' }).click();
  await panel.getByRole('textbox', { name: 'Title' }).fill(`Papers on ${words}`);
  await panel.getByLabel('Origin').fill('County');
  await panel.getByLabel('Where in it').fill('page 1');
  await panel.getByLabel('Primary source for this').check();
  await panel.getByLabel('Stance').selectOption('Supports');
  await panel.getByRole('button', { name: 'Cite', exact: true }).click();
  await expect(panel.getByText(`Papers on ${words}`)).toBeVisible();
  await panel.getByRole('button', { name: 'Mark checked' }).click();
  await panel.getByRole('button', { name: 'Sign off' }).click();
  await expect(panel.getByText(/Signed by/)).toBeVisible();
  await page.keyboard.press('Escape');
}
