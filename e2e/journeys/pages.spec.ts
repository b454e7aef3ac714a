import type { Page } from 'playwright/test';
import { expect, test } from '../support/desk';

const SECTIONS = {
  Datasets: ['/datasets', '/datasets/bring-in', '/datasets/agreement', '/datasets/adjudication', '/datasets/datasheet', '/datasets/releases'], // prettier-ignore
  Desk: ['/desk', '/desk/projects', '/desk/progress', '/desk/checklists', '/desk/suggestions'],
} as const;
const ABOUT_ONE = [...SECTIONS.Datasets.slice(2, 5), ...SECTIONS.Desk.slice(1)];

const pagesOf = (page: Page, section: string) => page.getByRole('navigation', { name: section });
const current = (page: Page) =>
  page.getByRole('navigation', { name: 'Collections' }).locator('[aria-current]');

/** Where the title and the ways to the other pages stand, to the pixel. */
async function headOf(page: Page, section: string) {
  await page.evaluate(() => document.fonts.ready);
  const title = await page.getByRole('heading', { level: 1 }).boundingBox();
  const links = await pagesOf(page, section).getByRole('link').all();
  const boxes = await Promise.all(links.map((link) => link.boundingBox()));
  return { title: [title!.x, title!.y], links: boxes };
}

for (const [size, viewport] of Object.entries({
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
})) {
  test.describe(size, () => {
    test.use({ viewport });
    test('nothing in the head moves from one page of a section to the next', async ({ page }) => {
      for (const [section, paths] of Object.entries(SECTIONS)) {
        await page.goto(paths[0]);
        const first = await headOf(page, section);
        for (const [place, path] of paths.entries()) {
          const link = pagesOf(page, section).getByRole('link').nth(place);
          await link.click();
          await expect(page).toHaveURL(path);
          await expect(link).toHaveAttribute('aria-current', 'page');
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(await link.innerText());
          expect(await headOf(page, section), path).toEqual(first);
        }
      }
    });
  });
}

test('a page about a collection opens on one that holds something, and keeps to the one that is chosen', async ({
  page,
}) => {
  for (const path of ABOUT_ONE) {
    await page.goto(path);
    await expect(current(page), path).toHaveText('Sample desk');
  }
  await page.goto('/datasets/releases');
  const releases = page.getByRole('main').getByLabel('Collection');
  await expect(releases.locator('option:checked')).toHaveText('Sample desk');

  await page.goto('/datasets/datasheet');
  await page.getByRole('navigation', { name: 'Collections' }).getByRole('link', { name: 'Desk', exact: true }).click(); // prettier-ignore
  await expect(page.getByRole('form', { name: 'Datasheet of Desk' })).toBeVisible();
  await pagesOf(page, 'Datasets').getByRole('link', { name: 'Adjudication' }).click();
  await expect(current(page)).toHaveText('Desk');
  await pagesOf(page, 'Datasets').getByRole('link', { name: 'Releases' }).click();
  await expect(releases.locator('option:checked')).toHaveText('Desk');
});

test('a collection that is not on the desk is told, and no other is shown in its place', async ({
  page,
}) => {
  for (const path of [...SECTIONS.Datasets, ...SECTIONS.Desk]) {
    await page.goto(`${path}?collection=gone`);
    const main = page.getByRole('main');
    await expect(main, path).toContainText('names a collection that is not on this desk');
    await expect(main.getByRole('textbox'), path).toHaveCount(0);
    await expect(current(page)).toHaveCount(0);
  }
  await page.getByRole('link', { name: 'Open the page without it' }).click();
  await expect(current(page)).toHaveText('Sample desk');
});

test('the ways to other collections stand in the column of what is below them', async ({
  page,
}) => {
  for (const path of ABOUT_ONE) {
    await page.goto(path);
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    const way = page.getByRole('navigation', { name: 'Collections' }).getByRole('link').first();
    expect((await way.boundingBox())!.x, path).toBe(title!.x);
  }
});

test('the palette finds what the page shows, and pages that have no key', async ({ page }) => {
  const choose = async (words: string) => {
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('What do you want to do?').fill(words);
    await page.keyboard.press('Enter');
  };
  await page.goto('/queue');
  await choose('save this view');
  await expect(page.getByLabel('Name of the view')).toBeFocused();
  await choose('due');
  await expect(page.getByLabel('Due', { exact: true })).toBeFocused();
  await choose('checklists');
  await expect(page).toHaveURL('/desk/checklists');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await choose('new checklist');
  await expect(page.getByRole('form', { name: 'New checklist' })).toBeVisible();
});

test('a page that is gone to by keys begins at its top', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto('/');
  await page.getByRole('list', { name: 'Articles' }).waitFor();
  await page.mouse.wheel(0, 30);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(30);
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await page.getByRole('heading', { level: 1, name: 'Queue' }).waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test('a table that is wider than the window shows that there is more, and scrolls by key', async ({
  page,
  desk,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect((await desk.stet('suggest', '--collection', 'Sample desk')).code).toBe(0);
  await page.goto('/desk/suggestions');
  const rules = page.getByRole('region', { name: 'Rules' });
  await expect(rules).toBeVisible();
  const shade = async (side: 'left' | 'right') => {
    const { x, y, width } = (await rules.boundingBox())!;
    const at = side === 'left' ? x : x + width - 4;
    return page.screenshot({ clip: { x: at, y: y + 2, width: 4, height: 8 } });
  };
  const [left, right] = [await shade('left'), await shade('right')];
  expect(left.equals(right)).toBe(false);
  await rules.focus();
  const scrolled = () => rules.evaluate(({ scrollLeft }) => scrollLeft);
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    const most = await rules.evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(Math.abs((await scrolled()) - most)).toBeLessThan(1);
  }).toPass();
  expect((await shade('left')).equals(left)).toBe(false);
});
