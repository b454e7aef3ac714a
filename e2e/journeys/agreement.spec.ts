import { AxeBuilder } from '@axe-core/playwright';
import { claimsInLayer } from '../support/layers';
import { expect, test } from '../support/desk';

const HEADLINE = 'Rovers ask for a roof';
const RENT = 'The club owes 212,000 crowns in rent for the ground';
const STAND = 'The east stand holds 2,100';

test('how far two layers agree is told in figures, and leads to the words they mark differently', async ({
  page,
  desk,
}) => {
  claimsInLayer(desk, HEADLINE, 'Ana', [RENT, STAND]);
  claimsInLayer(desk, HEADLINE, 'Ben', [`${RENT}, which belongs to the town`, 'It lost its roof']);
  await page.goto('/datasets');
  await page.getByRole('link', { name: 'Agreement', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('3 layers (Ana, Ben, The desk)');

  await main.getByRole('button', { name: 'Count γ' }).click();
  await expect(main.getByRole('button', { name: 'Count γ again' })).toBeVisible();
  await expect(main.locator('section', { hasText: 'place and kind together' })).toContainText(
    /γ −?\d\.\d\d/,
  );

  await main.getByRole('link', { name: 'Exact F1', exact: true }).click();
  const ana = main.locator('tr', {
    has: page.getByRole('rowheader', { name: 'Ana', exact: true }),
  });
  await expect(ana).toContainText('0.00');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  await ana.getByRole('link', { name: /^0\.00/ }).click();
  const cases = main.locator('#cases');
  await expect(cases).toContainText('Everything, Ana and Ben: 3 cases');
  await cases.getByRole('link', { name: RENT }).click();

  await expect(main.getByRole('heading', { level: 1 })).toContainText(HEADLINE);
  await expect(main).toContainText('Ana, Ben: 0 of 3 cases agreed.');
  await expect(main.getByTitle('1 of 2: Ben').first()).toContainText('which belongs to the town');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('j');
  const second = main.locator('[data-case]:focus');
  await expect(second).toContainText('Marked by Ana, not by Ben');
  await page.keyboard.press('k');
  const first = main.locator('[data-case]:focus');
  await expect(first).toContainText('other edges');
  await expect(first.locator('em')).toContainText('which belongs to the town');
});

test('a collection with one layer says what agreement needs', async ({ page }) => {
  await page.goto('/datasets/agreement');
  await expect(page.getByRole('main')).toContainText('Agreement needs two layers.');
});
