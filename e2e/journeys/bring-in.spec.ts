import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { zipSync } from 'fflate';
import type { Page } from 'playwright/test';
import type { DatasetArticle } from '@/corpus/interchange/article';
import type { ArticleFormat } from '@/corpus/interchange/format-names';
import { AWKWARD_ARTICLES } from '@/corpus/interchange/testing/awkward';
import { written } from '@/corpus/interchange/testing/written';
import { expect, test, type Desk } from '../support/desk';

/** Chooses files by keys alone, as a person without a mouse does. */
async function choose(page: Page, paths: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Choose files' }).focus();
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles(paths);
}

function fileOf(desk: Desk, name: string, content: string | Uint8Array): string {
  const path = join(desk.folder, name);
  writeFileSync(path, content);
  return path;
}

/** A download of a format, as the Datasets page gives it. */
function zipOf(format: ArticleFormat, articles: readonly DatasetArticle[]): Uint8Array {
  const { files } = written(format, articles);
  const bytes = Object.entries(files).map(([name, text]) => [name, Buffer.from(text)] as const);
  return zipSync(Object.fromEntries(bytes));
}

const articlesOf = async (page: Page, desk: Desk) =>
  (await (await page.request.get(`${desk.url}/api/export?format=jsonl`)).text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as DatasetArticle);

test.describe('bringing annotations in', () => {
  test.use({ samples: false });

  test('shows what would happen, writes it at one press, and knows it the second time', async ({
    page,
    desk,
  }) => {
    const tasks = written('labelstudio', AWKWARD_ARTICLES).files['tasks.json']!;
    const path = fileOf(desk, 'tasks.json', tasks.replace('"text":"fell 12% in 2025"', '"text":"fell for ever"')); // prettier-ignore
    await page.goto('/datasets');
    await page.getByRole('link', { name: 'Bring in' }).focus();
    await page.keyboard.press('Enter');
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1, name: 'Bring in' })).toBeVisible();
    await choose(page, [path]);
    await expect(main).toContainText('Label Studio: 8 annotations and 2 new articles, in 2 texts.');
    await expect(main).toContainText('The offsets count code points in 2 texts.');
    await expect(main.getByRole('list', { name: 'Left out' })).toContainText('AWKWARD01TRAM-3');
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    expect(await articlesOf(page, desk)).toEqual([]);

    await main.getByRole('button', { name: 'Bring in' }).focus();
    await page.keyboard.press('Enter');
    await expect(main).toContainText('Brought in.');
    const found = await articlesOf(page, desk);
    const ids = found.flatMap(({ annotations }) => annotations.map(({ id }) => id));
    const wanted = AWKWARD_ARTICLES.flatMap(({ annotations }) => annotations.map(({ id }) => id));
    expect(ids.sort()).toEqual(wanted.filter((id) => id !== 'AWKWARD01TRAM-3').sort());
    await choose(page, [path]);
    await expect(main).toContainText('8 annotations are here already.');
    await expect(main).toContainText('There is nothing new in it.');
  });

  test('takes a zip as it was downloaded, and says what is in the way', async ({ page, desk }) => {
    await page.goto('/datasets/bring-in');
    const main = page.getByRole('main');
    await main.getByLabel('Collection for new articles').fill('From elsewhere');
    await choose(page, [fileOf(desk, 'stet-brat.zip', zipOf('brat', AWKWARD_ARTICLES))]);
    await main.getByRole('button', { name: 'Bring in' }).click();
    await expect(main).toContainText('Brought in.');
    expect((await articlesOf(page, desk))[0]!.collection).toBe('From elsewhere');
    const other = AWKWARD_ARTICLES.map((article) => ({
      ...article,
      annotations: article.annotations.map((one) => ({ ...one, flags: ['sensitive'] as const })),
    }));
    await choose(page, [fileOf(desk, 'other.zip', zipOf('jsonl', other))]);
    await expect(main.getByRole('list', { name: 'In the way' })).toContainText('is another on the desk'); // prettier-ignore
    await expect(main.getByRole('button', { name: 'Bring in' })).toHaveCount(0);
  });

  test('says in a sentence that a file is none of these formats', async ({
    page,
    desk,
    allowConsole,
  }) => {
    allowConsole(/422/);
    await page.goto('/datasets/bring-in');
    await choose(page, [fileOf(desk, 'notes.txt', 'Trams stop at six.\n')]);
    await expect(page.getByRole('main')).toContainText('in none of the formats with annotations');
  });
});

test('a layer is chosen in an export and in a release, by its name', async ({ page, desk }) => {
  const file = fileOf(desk, 'articles.jsonl', written('jsonl', AWKWARD_ARTICLES).files['articles.jsonl']!); // prettier-ignore
  expect((await desk.stet('import', '--format', 'jsonl', '--collection', 'Layers', file)).code).toBe(0); // prettier-ignore
  await page.goto('/datasets');
  const main = page.getByRole('main');
  await main.getByLabel('Collection').selectOption('Layers');
  await main
    .getByRole('group', { name: /^Layer/ })
    .getByRole('checkbox', { name: 'Bo' })
    .check();
  await expect(main.locator('code').last()).toContainText('--layer Bo');
  const downloading = page.waitForEvent('download');
  await main.getByRole('link', { name: 'articles.jsonl' }).or(main.getByRole('link', { name: /^Download JSON/ })).first().click(); // prettier-ignore
  const text = readFileSync(await (await downloading).path(), 'utf8').trimEnd();
  const articles = text.split('\n').map((line) => JSON.parse(line) as DatasetArticle);
  const layers = articles.flatMap(({ annotations }) => annotations.map(({ layer }) => layer));
  expect(layers).toEqual(['Bo', 'Bo']);
  const unknown = await page.request.get(`${desk.url}/api/export?layer=Zoe`);
  expect([unknown.status(), await unknown.text()]).toEqual([404, expect.stringContaining('There is no layer “Zoe”; there are')]); // prettier-ignore

  await page.goto('/datasets/releases');
  await main.getByLabel('Collection').selectOption('Layers');
  await main.getByRole('checkbox', { name: 'Ana' }).check();
  await main.getByRole('textbox', { name: 'Version' }).fill('1.0');
  await main.getByRole('textbox', { name: 'Licence' }).fill('CC0');
  await main.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(main).toContainText('Version 1.0 is released.');
  await expect(main.getByRole('region', { name: 'Releases' })).toContainText('2 annotations');
});

test('a bundle of this desk is known whole, before anything is written', async ({ page, desk }) => {
  const out = join(desk.folder, 'out');
  expect((await desk.stet('export', '--format', 'bundle', '--out', out)).code).toBe(0);
  await page.goto('/datasets/bring-in');
  await choose(page, [join(out, 'bundle.zip')]);
  const main = page.getByRole('main');
  await expect(main).toContainText('Stet bundle: 0 new articles');
  await expect(main).toContainText('There is nothing new in it.');
});
