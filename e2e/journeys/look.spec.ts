import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import type { Page } from 'playwright/test';
import { articleOf } from '../support/article';
import { expect, test, type Desk } from '../support/desk';

test.use({ samples: false });

const PAGE = `Harbor reopens after storm

QUELL, Norland (AP) — The harbor of Quell opened again on Monday after nine days, port master Ines Roth said.

Forty ships had waited in the bay, and two of them had lost their anchors in the night of the storm.

Ferry strike enters second week

PORT ARLEN, Norland (AFP) — The ferry crews of Port Arlen stayed ashore on Tuesday, as 1,200 people waited on the quay.

The company owes them wages of 84,000 crowns, said their speaker, Mara Quist.
`;

const file = (text: string, name = 'page.txt') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

const fileField = (page: Page) => page.locator('input[aria-label="Files"]');
const roles = (page: Page) => page.getByRole('combobox', { name: /^Role of block/ });
const role = (page: Page, block: number) =>
  page.getByRole('combobox', { name: `Role of block ${block}`, exact: true });
const articles = (page: Page) => page.getByRole('region').filter({ has: page.getByText(/^Article \d+ of/) }).getByRole('heading', { level: 3 }); // prettier-ignore
const status = (page: Page) => page.getByRole('region', { name: 'Progress' });

/** The articles of the desk: their headlines, and the roles of their blocks. */
function stored(desk: Desk): readonly (readonly [string, string])[] {
  const database = new Database(desk.databasePath, { readonly: true });
  const rows = database
    .prepare<[], { headline: string; roles: string }>(
      `SELECT a.headline, group_concat(b.role, ' ' ORDER BY b.ordinal) AS roles
       FROM article a JOIN revision v ON v.article_id = a.id JOIN block b ON b.revision_id = v.id
       GROUP BY a.id ORDER BY a.ordinal`,
    )
    .all();
  database.close();
  return rows.map(({ headline, roles: all }) => [headline, all]);
}

async function lookFirst(page: Page): Promise<void> {
  await page.goto('/import');
  await page.getByRole('checkbox', { name: 'Look before storing' }).check();
}

async function expectNoBarrier(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

test('a file is looked at, cut, joined and given other roles by keys, and stored as it was left', async ({
  page,
  desk,
}) => {
  await lookFirst(page);
  await fileField(page).setInputFiles(file(PAGE));
  await expect(articles(page)).toHaveText(['Harbor reopens after storm', 'Ferry strike enters second week']); // prettier-ignore
  expect(stored(desk)).toEqual([]);
  await expectNoBarrier(page);

  // The second block's role, by keys: from the first select to the next.
  await page.keyboard.press('Alt+ArrowDown');
  await expect(role(page, 1)).toBeFocused();
  await role(page, 1).selectOption('Kicker');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(role(page, 3)).toBeFocused();
  await role(page, 3).selectOption('Headline');
  await expect(articles(page).first()).toHaveText(/^Forty ships had waited/);

  await page.keyboard.press('Alt+Enter');
  await expect(articles(page)).toHaveCount(3);
  await expect(role(page, 3)).toBeFocused();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect(articles(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(articles(page)).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(articles(page)).toHaveCount(2);
  await role(page, 4).focus();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(articles(page)).toHaveCount(1);
  await expect(role(page, 4)).toBeFocused();
  await role(page, 5).focus();
  await page.keyboard.press('Alt+Enter');
  await expect(articles(page)).toHaveCount(2);
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByText('An article begins here already.')).toBeVisible();
  expect(stored(desk)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(status(page)).toContainText('2 articles imported.');
  expect(stored(desk)).toEqual([
    [expect.stringMatching(/^Forty ships had waited/), 'kicker paragraph headline headline'],
    [expect.stringMatching(/^The ferry crews|^PORT ARLEN/), 'paragraph paragraph'],
  ]);
  await page
    .getByRole('link', { name: /^Forty ships/ })
    .first()
    .click();
  await expect(articleOf(page)).toContainText('Ferry strike enters second week');
});

test('an article is left out and taken in again by key, and a look that changes nothing stores what an import does', async ({
  page,
  desk,
}) => {
  await lookFirst(page);
  await page.getByRole('textbox', { name: 'Text of the article' }).fill(PAGE);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await role(page, 5).focus();
  await page.keyboard.press('Alt+Delete');
  await expect(page.getByText('Left out: it is not stored.')).toBeVisible();
  await expect(roles(page)).toHaveCount(3);
  await page.keyboard.press('Alt+Delete');
  await expect(roles(page)).toHaveCount(6);
  await page.getByRole('button', { name: /^Leave out.*Harbor/ }).click();
  await page.getByRole('button', { name: /^Leave out.*Ferry/ }).click();
  await expect(page.getByRole('button', { name: 'Store 0 articles' })).toBeDisabled();
  await expectNoBarrier(page);
  await page.getByRole('button', { name: /^Take in again.*Ferry/ }).click();
  await page.getByRole('button', { name: 'Store 1 article' }).click();
  await expect(status(page)).toContainText('1 article imported.');
  expect(stored(desk)).toEqual([['Ferry strike enters second week', 'headline paragraph paragraph']]); // prettier-ignore

  await page.getByRole('textbox', { name: 'Text of the article' }).fill(PAGE);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await page.getByRole('button', { name: 'Store 2 articles' }).click();
  await expect(status(page)).toContainText('2 articles imported, 1 article already here.');
});

test('files are looked at one after the other; what cannot be shown is told and not stored', async ({
  page,
  desk,
}) => {
  await lookFirst(page);
  const many = Array.from({ length: 31 }, (_, at) => JSON.stringify({ text: `Report ${at}\n\nThe ferry of Quell carried ${at * 7 + 30} people on that day, clerk Ivo Tarn said.` })); // prettier-ignore
  await fileField(page).setInputFiles([
    file('', 'empty.txt'),
    file('x', 'month.zip'),
    file('Words of a town. '.repeat(150_000), 'long.txt'),
    file(many.join('\n'), 'many.jsonl'),
    file(PAGE),
  ]);
  const alert = page.getByRole('region', { name: /before it is stored/ }).getByRole('alert');
  const next = () => page.getByRole('button', { name: 'Go on to the next' }).click();
  await expect(page.getByText('4 more files to look at after it.')).toBeVisible();
  await expect(alert).toContainText('The file is empty');
  await next();
  await expect(alert).toContainText('over 2 MB nothing is shown before it is stored');
  await next();
  await expect(alert).toContainText('It has 31 articles');
  await next();
  await expect(alert).toContainText('The files of an archive are not shown before they are stored');
  await next();
  await expect(articles(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Do not store' }).click();
  await expect(page.getByRole('heading', { name: 'Files' })).toBeVisible();
  expect(stored(desk)).toEqual([]);
  await fileField(page).setInputFiles(Array.from({ length: 11 }, (_, at) => file(PAGE, `${at}.txt`))); // prettier-ignore
  await expect(page.getByText('At most 10 files at a time are shown')).toBeVisible();
});

test('an address is looked at, and refused when the page reads otherwise by the time it is stored', async ({
  page,
  site,
  desk,
}) => {
  const words = (ships: string) => `<!doctype html><title>Harbor</title><h1>Harbor reopens</h1><article><p>The harbor of Quell opened again on Monday after nine days, port master Ines Roth said.</p><p>${ships} ships had waited in the bay, and two of them had lost their anchors in the night.</p></article>`; // prettier-ignore
  const address = site.publish('/harbor.html', words('Forty'));
  await lookFirst(page);
  await page.getByRole('textbox', { name: 'Text of the article' }).fill(address);
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(articles(page)).toHaveText(['Harbor reopens']);
  site.publish('/harbor.html', words('Fifty'));
  await page.getByRole('button', { name: 'Store 1 article' }).click();
  await expect(page.getByRole('region', { name: 'Refused' })).toContainText('It does not read the same as when it was looked at'); // prettier-ignore
  expect(stored(desk)).toEqual([]);
});

test('a form that is none, or is too large, gets a sentence and stores nothing', async ({
  desk,
}) => {
  const ask = async (body: BodyInit, headers: Record<string, string> = {}) => {
    const response = await fetch(`${desk.url}/api/import?file=a.txt`, { method: 'POST', body, headers: { origin: desk.url, ...headers } }); // prettier-ignore
    return response.text();
  };
  const form = (arrangement: string, text = PAGE) => {
    const made = new FormData();
    made.set('file', new Blob([text]));
    made.set('arrangement', arrangement);
    return made;
  };
  const sentence = 'The changes that came with the file are not understood';
  const type = { 'content-type': 'multipart/form-data; boundary=x' };
  expect(await ask('nonsense', type)).toContain(sentence);
  expect(await ask(form('{'))).toContain(sentence);
  expect(await ask(form('{"starts":[0]}'))).toContain(sentence);
  const empty = { reading: '', starts: [0], dropped: [], roles: [] };
  expect(await ask(form(JSON.stringify({ ...empty, starts: [-1] })))).toContain(sentence);
  expect(await ask(form(JSON.stringify(empty)))).toContain('does not read the same');
  expect(await ask(form(JSON.stringify(empty), 'x'.repeat(3_000_000)))).toContain('over 2 MB');
  expect(stored(desk)).toEqual([]);
});

const COPIED = `<h1>Ferry fares rise</h1><p>By Ines Roth</p>
<p>The fares of the Quell ferry rise on <b>Monday</b>, the port said.</p>
<ul><li>Adults: 4 crowns</li><li>Children: <a href="https://quell.example/children">free</a></li></ul>`;

/** Copies a page as a person does, and pastes it into the form. */
async function pasteCopied(page: Page, html: string): Promise<void> {
  const other = await page.context().newPage();
  await other.setContent(html);
  await other.keyboard.press('Control+a');
  await other.keyboard.press('Control+c');
  await other.close();
  await page.getByRole('textbox', { name: 'Text of the article' }).focus();
  await page.keyboard.press('Control+v');
  await expect(page.getByText(/with the headings, lists, links and emphasis/)).toBeVisible();
}

test('what is pasted from a page keeps its lists, links and emphasis, unless it is edited', async ({
  page,
  desk,
}) => {
  await page.goto('/import');
  await pasteCopied(page, COPIED);
  await page.getByRole('button', { name: 'Import text' }).click();
  await page.getByRole('link', { name: 'Ferry fares rise' }).click();
  await expect(articleOf(page).locator('a')).toHaveText('free');
  await expect(articleOf(page).locator('strong')).toHaveText('Monday');
  expect(stored(desk)).toEqual([['Ferry fares rise', 'headline byline paragraph list_item list_item']]); // prettier-ignore

  await page.goto('/import');
  await pasteCopied(page, COPIED.replace('Ferry fares rise', 'Train fares rise'));
  await page.keyboard.type(' Dogs pay nothing.');
  await expect(page.getByText(/without the formatting that was pasted/)).toBeVisible();
  await page.getByRole('button', { name: 'Import text' }).click();
  await page.getByRole('link', { name: 'Train fares rise' }).click();
  await expect(articleOf(page)).toContainText('Dogs pay nothing.');
  await expect(articleOf(page).locator('a')).toHaveCount(0);
});
