import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { articleOf, markedWords } from '../support/article';
import { expect, test, type Desk } from '../support/desk';

test.use({ samples: false, suggest: true });

const HEADLINE = 'Tern Valley dam to be rebuilt';
const TEXT = `${HEADLINE}

By Nell Odgers

TERN VALLEY (Coast Press) – The county will rebuild the Tern Valley dam by 2031 at a cost of 48 million crowns, mayor Ada Brevik said on Monday.

“We have waited eleven years for this wall,” Brevik told the council. “Nobody here wants to wait for another flood.”

The dam, the largest in the county, killed 14 people when it broke in 2014, according to the coroner.

Engineer Olav Sund said the new wall would be nine metres higher. The road below it was quiet at noon.
`;

/** Imports the article and opens it; its suggestions come by themselves. */
async function openSuggested(page: Page, desk: Desk): Promise<Locator> {
  const file = join(desk.folder, 'dam.txt');
  writeFileSync(file, TEXT);
  expect((await desk.stet('import', file)).code).toBe(0);
  await page.goto('/');
  await page.getByRole('link', { name: HEADLINE, exact: true }).click();
  await expect(articleOf(page)).toContainText('The county will rebuild');
  const strip = page.getByRole('region', { name: 'Suggestions' });
  await expect(strip).toContainText(/\d+ suggestions wait for you/);
  return strip;
}

async function waiting(strip: Locator): Promise<number> {
  const text = await strip.innerText();
  return Number(/of (\d+)/.exec(text)?.[1] ?? /(\d+) suggestions? wait/.exec(text)?.[1] ?? 0);
}

test('all suggestions of an article are judged by keys, and the queue holds what was accepted', async ({
  page,
  desk,
}) => {
  const strip = await openSuggested(page, desk);
  const reason = page.getByTestId('suggestion-reason');
  await page.keyboard.press('i');
  await expect(reason).toContainText(/right \d+ of 100 times\./);
  let left = await waiting(strip);
  while (left > 0) {
    await expect(reason).toBeVisible();
    const words = (await page.locator('[data-reader] mark.is-active').allInnerTexts()).join('');
    const isWanted = !words.startsWith('The road below');
    await page.keyboard.press(isWanted ? 'y' : 'x');
    const before = left;
    await expect
      .poll(async () => ((await strip.isVisible()) ? waiting(strip) : 0))
      .toBeLessThan(before);
    left = (await strip.isVisible()) ? await waiting(strip) : 0;
  }
  await expect(page.getByText('All suggestions here are judged.')).toBeVisible();
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
  const claims = await markedWords(page, 'claim');
  const quotes = await markedWords(page, 'quote');
  expect(quotes.some((words) => words.startsWith('“We have waited eleven years'))).toBe(true);
  expect(claims.some((words) => words.includes('killed 14 people'))).toBe(true);

  // Read again, and once more on a page that is loaded anew: what was rejected stays so.
  expect((await desk.stet('suggest')).code).toBe(0);
  await page.reload();
  await expect.poll(async () => (await markedWords(page, 'claim')).length).toBe(claims.length);
  await expect(strip).toBeHidden();

  await page.goto('/queue');
  // The pieces of a mark that others overlap are told without the spaces between them.
  const bare = (words: string) => words.replaceAll(/\s+/g, '');
  const queued = async () => bare(await page.getByRole('main').innerText());
  for (const words of [...claims, ...quotes])
    await expect.poll(queued).toContain(bare(words).slice(0, 36));
  await expect(page.getByRole('main')).not.toContainText('The road below');
});

test('a figure is told with the day that it holds for, beside its suggestion and in its check', async ({
  page,
  desk,
}) => {
  const file = join(desk.folder, 'missing.txt');
  writeFileSync(
    file,
    'Osk counts its missing\n\nThe harbour was shut.\n\nAs of 2 March 2026, 41 people were missing at Osk.\n',
  );
  expect((await desk.stet('import', file)).code).toBe(0);
  await page.goto('/');
  await page.getByRole('link', { name: 'Osk counts its missing', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Suggestions' })).toContainText(/wait/);
  const reason = page.getByTestId('suggestion-reason');
  const figure = '41 people, as of 2 Mar 2026';
  await expect(async () => {
    await page.keyboard.press('i');
    await expect(reason).toContainText(figure, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('y');
  await page.locator('[data-reader] mark.tint-claim', { hasText: '41 people' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('check-panel')).toContainText(`In figures: ${figure}`);
});

test('a suggestion is corrected, taken back, silenced by a mark, and accepted with others', async ({
  page,
  desk,
}) => {
  const strip = await openSuggested(page, desk);
  const all = await waiting(strip);
  await page.keyboard.press('i');
  const active = page.locator('[data-reader] mark.is-active');
  await expect(active.first()).toBeVisible();
  await page.keyboard.press('k');
  await expect.poll(() => waiting(strip)).toBeLessThan(all);
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
  await page.keyboard.press('Control+z');
  await expect.poll(() => waiting(strip)).toBe(all);

  await page.keyboard.press('Shift+Y');
  const dialog = page.getByRole('dialog', { name: 'Accept all that are sure' });
  const accept = dialog.getByRole('button', { name: /^Accept \d+$/ });
  const count = Number((await accept.innerText()).replace(/\D/g, ''));
  expect(count).toBeGreaterThan(0);
  await accept.focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(async () => ((await strip.isVisible()) ? waiting(strip) : 0)).toBe(all - count);
  await page.keyboard.press('Control+z');
  await expect.poll(() => waiting(strip)).toBe(all);

  // My own mark about the same words silences what is suggested there, until I take it back.
  const claimSuggested = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-reader] .suggested-claim')].some((mark) =>
        mark.textContent.includes('the largest in the county'),
      ),
    );
  await expect.poll(claimSuggested).toBe(true);
  const suggested = await wordsOfClaim(page, 'the largest in the county');
  expect(suggested).toMatch(/[.]$/);
  await articleOf(page).locator('mark', { hasText: 'the largest in the county' }).first().click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await expect.poll(async () => (await markedWords(page, 'claim')).length).toBe(1);
  // The key marks the sentence as a suggestion does, its full stop included.
  expect(await markedWords(page, 'claim')).toEqual([suggested]);
  await expect.poll(claimSuggested).toBe(false);
  await page.keyboard.press('Control+z');
  await expect.poll(claimSuggested).toBe(true);
});

test.describe('nothing by itself', () => {
  test.use({ suggest: false });

  test('an article is read for suggestions when somebody asks', async ({ page, desk }) => {
    const file = join(desk.folder, 'dam.txt');
    writeFileSync(file, TEXT);
    await desk.stet('import', file);
    await page.goto('/');
    await page.getByRole('link', { name: HEADLINE, exact: true }).click();
    await expect(articleOf(page)).toContainText('The county will rebuild');
    const strip = page.getByRole('region', { name: 'Suggestions' });
    await expect(strip).toBeHidden();
    await page.keyboard.press('i');
    await expect(strip).toContainText(/\d+ suggestions wait for you/);
  });
});

/** A detector on loopback that proposes the first word of a text. */
async function startDetector() {
  const server = createServer((_, response) => {
    response.end(JSON.stringify({ detector: { name: 'first-word', version: '1' }, unit: 'utf16', suggestions: [FIRST_WORD] })); // prettier-ignore
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { address, close };
}

const FIRST_WORD = {
  kind: 'claim',
  spans: [{ start: 0, end: 4, exact: 'Tern' }],
  rule: 'first-word',
  reason: '<b>the first word</b>',
  confidence: 0.9,
};

test('a detector of the desk’s own is added, asked, judged like Stet’s rules, switched off and removed', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/422/);
  const detector = await startDetector();
  try {
    const strip = await openSuggested(page, desk);
    const own = await waiting(strip);
    const article = page.url();
    await page.goto('/desk/suggestions');
    const form = page.getByRole('form', { name: 'Add a detector' });
    await form.getByLabel('Address').fill('http://10.0.0.7/');
    await form.getByRole('button', { name: 'Add detector' }).click();
    await expect(page.getByText(/sent to other machines by https only/)).toBeVisible();
    await form.getByLabel('Address').fill(detector.address);
    await form.getByRole('button', { name: 'Add detector' }).click();
    const item = (name: string) => page.getByRole('listitem', { name, exact: true });
    await expect(item(detector.address)).toContainText('Not asked yet');

    // It reads the article as that opens again.
    await page.goto(article);
    await expect.poll(async () => ((await strip.isVisible()) ? waiting(strip) : 0)).toBe(own + 1);
    await page.goto('/desk/suggestions');
    await expect(item('first-word')).toContainText('1 suggestion, 1 new.');
    await expect(item('first-word')).toContainText('UTF-16 units');
    await page.getByRole('button', { name: /^Read .* for suggestions$/ }).click();

    await page.goto(article);
    await expect.poll(async () => ((await strip.isVisible()) ? waiting(strip) : 0)).toBe(own + 1);
    const reason = page.getByTestId('suggestion-reason');
    await page.keyboard.press('i');
    await expect(reason).toContainText('<b>the first word</b>; first-word, right 90 of 100 times.');

    await page.goto('/desk/suggestions');
    await item('first-word').getByRole('checkbox', { name: 'Asked' }).click();
    await expect(page.getByText(/its suggestions are not shown/)).toBeVisible();
    await page.goto(article);
    await expect.poll(async () => ((await strip.isVisible()) ? waiting(strip) : 0)).toBe(own);

    await page.goto('/desk/suggestions');
    await item('first-word').getByRole('button', { name: 'Remove first-word' }).click();
    await expect(item('first-word')).toHaveCount(0);
    await expect(page.getByText('No detector is asked beside Stet’s own rules.')).toBeVisible();
  } finally {
    detector.close();
  }
});

/** All the words of the suggested claim that holds these. */
function wordsOfClaim(page: Page, words: string): Promise<string> {
  return page.evaluate((wanted) => {
    const claims = new Map<string, string>();
    for (const mark of document.querySelectorAll('[data-reader] .suggested-claim')) {
      for (const id of mark.getAttribute('data-marks')!.split(' '))
        claims.set(id, (claims.get(id) ?? '') + mark.textContent);
    }
    return [...claims.values()].find((claim) => claim.includes(wanted))!;
  }, words);
}
