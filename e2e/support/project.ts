import type { Page } from 'playwright/test';
import { articleOf, dragOver, markedWords } from './article';
import { expect } from './desk';

const strip = (page: Page) => page.getByTestId('project-strip');

/** Drags over words of the article and tags them as a claim. */
export async function markClaim(page: Page, words: string): Promise<void> {
  await dragOver(page, words);
  await page.keyboard.press('c');
  await expect.poll(() => markedWords(page, 'claim')).toContain(words);
}

/** Submits the person's layer of the article that is open. */
export async function submitLayer(page: Page): Promise<void> {
  await strip(page).getByRole('button', { name: 'Submit…' }).click();
  await strip(page).getByRole('button', { name: 'Submit my layer' }).click();
  await expect(strip(page)).toContainText('You submitted your layer');
}

/** Takes the next article of a project, and opens it. */
export async function takeNext(page: Page, headline: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Next article' }).click();
  await page.getByRole('region', { name: 'Your work' }).getByRole('link', { name: headline }).click();
  await expect(strip(page)).toContainText('Handed out to you');
  await expect(articleOf(page)).toContainText(headline);
} // prettier-ignore
