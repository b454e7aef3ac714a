import type { Locator, Page } from 'playwright/test';
import { expect } from './desk';

export const checkPanel = (page: Page): Locator => page.getByTestId('check-panel');

/** Opens the check of the claim on these words by the keys. */
export async function openCheck(page: Page, words: string): Promise<void> {
  await page.locator('mark.tint-claim', { hasText: words }).first().click();
  await page.keyboard.press('Enter');
  await expect(checkPanel(page).getByTestId('check-words')).toContainText(words);
}
