import { AxeBuilder } from '@axe-core/playwright';
import { articleOf } from '../support/article';
import { expect, test } from '../support/desk';

test.use({ samples: false, timezoneId: 'Europe/Vienna' });

test('publisher, language, slug and embargo are set beside the original, kept, and undone', async ({
  page,
}) => {
  await page.goto('/import');
  await page
    .locator('textarea')
    .fill('Harbor reopens\n\nThe harbor of Quell opened again on Monday after nine days.\n');
  await page.getByRole('button', { name: 'Import text' }).click();
  await page.getByRole('link', { name: 'Original and blocks' }).click();
  const facts = page.locator('dl').first();
  await page.getByRole('button', { name: 'Details' }).click();
  const form = page.getByRole('dialog', { name: 'Details of the article' });
  await form.getByLabel('Byline').fill('Ines Roth');
  await form.getByLabel('Publisher').fill('Quell Post');
  await form.getByLabel('Language').fill('de-AT');
  await form.getByLabel('Slug').fill('HARBOR-STORM');
  await form.getByLabel('Embargo until').fill('2026-11-25T18:00');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(facts).toContainText('Ines Roth');
  await expect(facts).toContainText('Quell Post');
  await expect(facts).toContainText('25 Nov 2026, 18:00');

  await page.getByRole('link', { name: 'Back to the article' }).click();
  await articleOf(page).waitFor();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(form.getByLabel('Slug')).toHaveValue('HARBOR-STORM');
  await expect(form.getByLabel('Embargo until')).toHaveValue('2026-11-25T18:00');
  await form.getByLabel('Slug').fill('');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(form.getByLabel('Slug')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();

  await page.goto(`${page.url().split('?')[0]}/original`);
  await expect(facts).toContainText('Quell Post');
  await expect(facts).not.toContainText('HARBOR-STORM');
  await page.keyboard.press('Control+z');
  await expect(facts).toContainText('HARBOR-STORM');
  await page.keyboard.press('Control+z');
  await expect(facts).not.toContainText('Quell Post');
  await expect(facts).not.toContainText('Ines Roth');
});
