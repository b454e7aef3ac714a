import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { articleOf, dragOver } from '../support/article';
import { expect, test } from '../support/desk';
import { acceptAgreed, marksInLayer } from '../support/layers';
import { makeAccount, signIn } from '../support/team';

const HEADLINE = 'Rovers ask for a roof';
const RENT = 'The club owes 212,000 crowns in rent for the ground';
const DOG = 'The dog was found under the bar';
const VOTE = 'It will vote in January';
const SAID = { content: '“We did not pay because nobody asked,”', cue: 'said' };

type Layers = Parameters<typeof marksInLayer>[3];

const claim = (content: string, types: Layers[number]['types'] = []) =>
  ({ kind: 'claim', words: { content }, types }) as const;

/** Each layer's own marks; the rent they all mark the same. */
const LAYERS: Readonly<Record<string, Layers>> = {
  Ana: [
    claim(RENT),
    claim('have asked the town for 1.5 million crowns to put'),
    { kind: 'attribution', words: { ...SAID, source: 'Dara Quillon' } },
    claim('The club has so far raised 380,000 crowns', ['number']),
    { kind: 'quote', words: { content: '“I know two of them,”' } },
    claim('from 1,340 a year ago, a rise of 60 percent'),
  ],
  Ben: [
    claim(RENT),
    claim('asked the town for 1.5 million crowns to put a roof'),
    { kind: 'attribution', words: { ...SAID, source: 'Dara Quillon, the club’s chairwoman' } },
    claim(DOG),
    claim('The club has so far raised 380,000 crowns', ['history']),
    claim('“I know two of them,”'),
    claim('up from 1,340 a year ago, a rise of 60 percent'),
  ],
  Cem: [
    claim(RENT),
    claim('asked the town for 1.5 million crowns to put a roof'),
    { kind: 'attribution', words: { ...SAID, source: 'Dara Quillon, the club’s chairwoman' } },
    claim('The club has so far raised 380,000 crowns', ['history']),
    claim('“I know two of them,”'),
    claim('up from 1,340 a year ago, a rise of 60 percent'),
    claim(VOTE),
  ],
};

const lead = (page: Page) => page.getByText(/to decide, \d+ agreed, \d+ decided/);
const active = (page: Page) => page.locator('[data-card][data-active="true"]');

/** Waits until so many cases are to decide, agreed and decided. */
async function expectCounts(page: Page, open: number, agreed: number, decided: number) {
  await expect(lead(page)).toContainText(`${open} to decide, ${agreed} agreed, ${decided} decided`); // prettier-ignore
}

/** Presses a key while the card with these words and tags is the active one. */
async function press(page: Page, key: string, words: string, sort: string): Promise<void> {
  await expect(active(page)).toContainText(words);
  await expect(active(page)).toContainText(sort);
  await page.keyboard.press(key);
}

test('three layers become one by keys: agreed, each sort of disagreement, undo, raised again, scores', async ({
  page,
  desk,
}) => {
  test.slow();
  for (const [layer, marks] of Object.entries(LAYERS)) marksInLayer(desk, HEADLINE, layer, marks);
  await page.goto('/datasets/agreement');
  await page.getByRole('link', { name: HEADLINE }).first().click();
  await page.getByRole('link', { name: 'Decide this' }).first().click();
  await expect(articleOf(page)).toContainText(RENT);
  await expectCounts(page, 7, 1, 0);

  await page.keyboard.press('Shift+A');
  await expectCounts(page, 7, 0, 1);
  await page.keyboard.press('Control+z');
  await expectCounts(page, 7, 1, 0);
  await page.keyboard.press('Shift+A');
  await expectCounts(page, 7, 0, 1);

  await page.getByRole('heading', { name: '7 cases to decide' }).click();
  await page.locator('[data-card]').first().click();
  await press(page, 'b', 'asked the town', 'Boundary');
  await page.keyboard.press('e');
  await expect(page.locator('[data-draft]')).toHaveText('asked the town for 1.5 million crowns to put'); // prettier-ignore
  await page.keyboard.press('m');
  await press(page, '2', 'Dara Quillon', 'Link');
  await press(page, 'x', DOG, 'Missing');
  await page.getByLabel('Why does none of them stand?').fill('A joke is no claim.');
  await page.keyboard.press('Enter');
  await press(page, '1', '380,000 crowns', 'Attribute');
  await press(page, '1', 'I know two of them', 'Label');
  await press(page, 'u', 'rise of 60 percent', 'Boundary');
  await press(page, 'n', VOTE, 'Missing');
  await page.getByLabel('What does the guide leave open?').fill('Are plans of a council claims?');
  await page.keyboard.press('Enter');
  await expectCounts(page, 0, 0, 8);

  await dragOver(page, 'unbeaten at home');
  await page.keyboard.press('c');
  await expectCounts(page, 0, 0, 9);
  await page.keyboard.press('Control+z');
  await expectCounts(page, 0, 0, 8);
  await page.keyboard.press('Control+z');
  await expectCounts(page, 1, 0, 7);
  await page.keyboard.press('Control+y');
  await expectCounts(page, 0, 0, 8);

  await page.keyboard.press('v');
  const decided = page.locator('[data-card]');
  await expect(decided.filter({ hasText: 'took the version of Ana' })).toContainText('Stands: “We did not pay'); // prettier-ignore
  await expect(decided.filter({ hasText: DOG })).toContainText('A joke is no claim.');
  await expect(decided.filter({ hasText: 'merged the edges' })).toHaveCount(2);

  marksInLayer(desk, HEADLINE, 'Dana', [claim(DOG)]);
  await expectCounts(page, 1, 0, 7);
  const raised = page.locator('[data-card]').filter({ hasText: 'Raised again' });
  await expect(raised).toContainText('Since then Dana marked it');
  await raised.click();
  await page.keyboard.press('1');
  await expectCounts(page, 0, 0, 8);
  await expect(decided.filter({ hasText: DOG })).toContainText('took the version of Ben and Dana');

  await page.getByRole('link', { name: 'All articles' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('Are plans of a council claims?');
  const row = (name: string) =>
    main.locator('tr', { has: page.getByRole('rowheader', { name, exact: true }) });
  await expect(row('Ana')).toContainText('1');
  await expect(row('Cem')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the cases and the scores have no barrier that axe knows (${theme})`, async ({
    page,
    desk,
  }) => {
    await page.addInitScript((name) => localStorage.setItem('stet-theme', name), theme);
    for (const [layer, marks] of Object.entries(LAYERS)) marksInLayer(desk, HEADLINE, layer, marks);
    const find = async () =>
      (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`); // prettier-ignore
    await page.goto('/datasets/agreement');
    await page.getByRole('link', { name: HEADLINE }).first().click();
    await page.getByRole('link', { name: 'Decide this' }).first().click();
    await expectCounts(page, 7, 1, 0);
    await page.locator('[data-card]').first().click();
    await page.keyboard.press('b');
    await page.locator('[data-draft]').waitFor();
    expect(await find()).toEqual([]);
    await page.keyboard.press('m');
    await expectCounts(page, 6, 1, 1);
    await page.getByRole('link', { name: 'All articles' }).click();
    await page.getByRole('heading', { name: 'Adjudication' }).waitFor();
    await expect(page.getByRole('main')).toContainText(HEADLINE);
    expect(await find()).toEqual([]);
  });
}

test('an annotator sees the score of their own layer alone, and nobody’s marks where they are decided', async ({
  page,
  desk,
}) => {
  test.slow();
  for (const layer of ['Ana', 'Ben']) marksInLayer(desk, HEADLINE, layer, [claim(RENT)]);
  acceptAgreed(desk, HEADLINE);
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Ana', 'annotator');
  await page.goto('/sign-in');
  await signIn(page, 'Ana');
  await page.goto('/datasets/adjudication');
  const scores = page.getByRole('region', { name: 'Scores' });
  await expect(scores.getByRole('rowheader')).toHaveText(['Ana']);
  await page.goto('/datasets/agreement');
  await page.getByRole('link', { name: HEADLINE }).first().click();
  await expect(page.getByRole('main')).toContainText('1 of 1 case agreed');
  await expect(page.getByRole('link', { name: 'Decide this' })).toHaveCount(0);
  const id = /agreement\/(\w+)/.exec(page.url())![1]!;
  await page.goto(`/articles/${id}/adjudicate`);
  await expect(page.getByRole('main')).toContainText('An editor brings the layers');
  await expect(page.locator('[data-card]')).toHaveCount(0);
});
