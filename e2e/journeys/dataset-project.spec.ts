import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { closeDesk, openDesk } from '@/db/client';
import { articleOf } from '../support/article';
import { expect, runStet, test } from '../support/desk';
import { markClaim, submitLayer, takeNext } from '../support/project';
import { makeAccount, signIn } from '../support/team';

/** Passwords are hashed at a cost, and four browsers take their turns. */
test.slow();
test.use({ samples: false });

const HEADLINE = 'Bridge at Orm stays closed';
const STORY = `${HEADLINE}

🌊 The bridge at Orm stays closed until May, the county said on Friday. It carries 900 carts a day.

Repairs cost 2.1 million crowns, paid by the harbour trust.
`;
const AGREED = 'It carries 900 carts a day';
const LONG = 'Repairs cost 2.1 million crowns';
const SHORT = '2.1 million crowns';
const PEOPLE = { Ann: LONG, Ben: SHORT, Cal: SHORT };

interface SpanRow {
  readonly layer: string;
  readonly exact: string;
  readonly slice: string;
}

/** Every span of a database's newest revisions, with the words at its offsets. */
function spansIn(databasePath: string): readonly SpanRow[] {
  const desk = openDesk(databasePath);
  try {
    const rows = desk.sqlite
      .prepare<[], Omit<SpanRow, 'slice'> & { text: string; start: number; end: number }>(
        `SELECT a.layer, s.exact, s.start, s."end", v.text FROM annotation a
         JOIN span s ON s.target_id = a.target_id JOIN revision v ON v.id = s.revision_id
         WHERE a.removed = 0 ORDER BY a.layer, s.start`,
      )
      .all();
    return rows.map(({ text, start, end, ...row }) => ({ ...row, slice: text.slice(start, end) }));
  } finally {
    closeDesk(desk);
  }
}

test('blind layers by three people, agreement, adjudication, release, verify, import elsewhere', async ({
  page,
  desk,
  openWindow,
}) => {
  await makeAccount(desk, 'Edith', 'admin');
  for (const name of Object.keys(PEOPLE)) await makeAccount(desk, name, 'annotator');
  await signIn(page, 'Edith');
  const story = join(desk.folder, 'story.txt');
  writeFileSync(story, STORY);
  expect((await desk.stet('import', story, '--collection', 'Figures')).code).toBe(0);

  await page.goto('/desk/projects');
  const tab = page.getByRole('navigation', { name: 'Collections' }).getByRole('link', { name: 'Figures' }); // prettier-ignore
  await tab.click();
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.getByLabel('Layers').selectOption('Blind layers: each in their own');
  await page.getByLabel('People for each article').fill('3');
  await page.getByRole('form', { name: 'How it is marked' }).getByRole('button', { name: 'Save' }).click(); // prettier-ignore
  for (const name of Object.keys(PEOPLE)) {
    await page.getByRole('checkbox', { name }).click();
    await expect(page.getByRole('checkbox', { name })).toBeChecked();
  }

  for (const [name, words] of Object.entries(PEOPLE)) {
    const window = await openWindow();
    await signIn(window, name);
    await takeNext(window, HEADLINE);
    await markClaim(window, AGREED);
    await markClaim(window, words);
    await submitLayer(window);
    await window.close();
  }

  await page.goto('/datasets/agreement');
  const main = page.getByRole('main');
  for (const name of Object.keys(PEOPLE)) await expect(main).toContainText(name);
  await main.getByRole('link', { name: HEADLINE }).first().click();
  await expect(main).toContainText('Ann, Ben, Cal: 1 of 2 cases agreed.');
  await page.getByRole('link', { name: 'Decide this' }).first().click();
  await expect(articleOf(page)).toContainText(LONG);
  await expect(main).toContainText('1 to decide, 1 agreed, 0 decided');
  await page.keyboard.press('Shift+A');
  await expect(main).toContainText('1 to decide, 0 agreed, 1 decided');
  await page.locator('[data-card]').first().click();
  await page.keyboard.press('1');
  await expect(main).toContainText('0 to decide, 0 agreed, 2 decided');

  await page.goto('/datasets/releases');
  await main.getByLabel('Collection').selectOption('Figures');
  await main.getByRole('textbox', { name: 'Version' }).fill('1.0');
  await main.getByRole('textbox', { name: 'Licence' }).fill('CC BY 4.0');
  await main.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(main).toContainText('Version 1.0 is released.');
  const downloading = page.waitForEvent('download');
  await main.getByRole('link', { name: /^Download .* 1\.0/ }).click();
  const file = join(desk.folder, 'release.zip');
  await (await downloading).saveAs(file);
  const elsewhere = join(desk.folder, 'elsewhere.db');
  const held = await runStet(elsewhere, ['verify', file]);
  expect(held.stdout).toContain('holds:');

  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(file)))) {
    const target = join(desk.folder, 'release', name);
    mkdirSync(dirname(target), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(target, bytes);
  }
  const taken = await runStet(elsewhere, ['import', '--format', 'jsonl', join(desk.folder, 'release', 'jsonl')]); // prettier-ignore
  expect(taken.stderr).toBe('');
  expect(taken.code).toBe(0);
  const spans = spansIn(elsewhere);
  const decided = spans.filter(({ layer }) => layer === 'adjudicated');
  expect(decided.map(({ exact }) => exact)).toEqual([AGREED, SHORT]);
  const layers = [...new Set(spans.map(({ layer }) => layer))].filter((one) => one !== 'adjudicated'); // prettier-ignore
  const marked = layers.map((own) => spans.flatMap(({ layer, exact }) => (layer === own ? [exact] : []))); // prettier-ignore
  expect(marked).toEqual(Object.values(PEOPLE).map((words) => [AGREED, words]));
  for (const { exact, slice } of spans) expect(slice).toBe(exact);
});
