import { openArticle } from '../support/article';
import { expect, test } from '../support/desk';

test('what a desk means by a tag stands beside the text', async ({ page }) => {
  await page.goto('/desk/projects');
  await page.getByRole('link', { name: 'Sample desk' }).click();
  const form = page.getByRole('form', { name: 'Tag set' });
  await page.waitForURL(/collection=/);
  await form.locator('summary').click();
  await form.getByRole('textbox', { name: 'Types: Number' }).fill('Any quantity, also “half the town”.'); // prettier-ignore
  await form.getByRole('button', { name: 'Save the tag set' }).click();
  await expect(page.locator('body')).toContainText('The tag set is saved.');

  await openArticle(page, 'Rovers ask for a roof');
  await page.getByRole('button', { name: 'Tag set' }).click();
  const beside = page.getByRole('complementary', { name: 'Tag set' });
  await expect(beside).toContainText('Any quantity, also “half the town”.');
  await page.keyboard.press('Shift+G');
  await expect(beside).toHaveCount(0);
});
