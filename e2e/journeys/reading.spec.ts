import type { Page } from 'playwright/test';
import { articleOf, markedWords, openArticle } from '../support/article';
import { expect, test } from '../support/desk';

test('marks on top of each other are all reachable, duplicates too', async ({ page }) => {
  await openArticle(page, 'Brightfin to cut 180 jobs');
  await page.locator('[data-reader] mark.tint-claim').first().waitFor();
  const under = page.getByRole('group', { name: 'Marks under the caret' }).getByRole('button');
  const drawn = () =>
    page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
  await expect
    .poll(async () => {
      await page.keyboard.press('n');
      await drawn();
      return under.count();
    })
    .toBeGreaterThan(1);
  const count = await under.count();
  const seen = new Set<string>();
  for (let n = 0; n < count; n++) {
    await page.keyboard.press('Space');
    const pressed = under.and(page.locator('[aria-pressed=true]'));
    await expect(pressed).toHaveCount(1);
    seen.add(await pressed.innerText());
  }
  expect(seen.size).toBe(count);
});

test('a click on a mark puts the caret into it and lists what stands there', async ({ page }) => {
  await openArticle(page, 'Brightfin to cut 180 jobs');
  const marks = page.locator('[data-reader] mark');
  await marks.first().waitFor();
  const under = page.getByRole('group', { name: 'Marks under the caret' }).getByRole('button');
  const nested = await marks.evaluateAll((all) =>
    all.findIndex((mark) => mark.getAttribute('data-marks')!.includes(' ')),
  );
  for (const at of [0, nested, 1]) {
    const mark = marks.nth(at);
    const ids = (await mark.getAttribute('data-marks'))!.split(' ');
    await mark.click();
    await expect(mark).toHaveClass(/is-active/);
    await expect(under).toHaveCount(ids.length > 1 ? ids.length : 0);
    const caretIn = () =>
      page.evaluate(() => {
        const node = window.getSelection()!.focusNode;
        return node?.parentElement?.closest('mark')?.getAttribute('data-marks') ?? null;
      });
    await expect.poll(caretIn).toBe(ids.join(' '));
  }
});

test('nothing that is typed, pasted or dropped changes the article', async ({ page }) => {
  await openArticle(page, 'Rovers ask for a roof');
  const before = await articleOf(page).textContent();
  await articleOf(page).press('z');
  await page.keyboard.type('yz 123');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Control+x');
  await page.keyboard.press('Tab');
  expect(await articleOf(page).textContent()).toBe(before);
});

test('kinds are filtered, furniture is folded, and a screen reader is told where it is', async ({
  page,
}) => {
  await openArticle(page, 'Sea breaks through Port Hallen wall');
  await expect.poll(async () => (await markedWords(page, 'quote')).length).toBeGreaterThan(0);
  await page.getByRole('checkbox', { name: /^Quote/ }).uncheck();
  await expect.poll(async () => page.locator('mark.tint-quote').count()).toBe(0);
  await articleOf(page).press('n');
  await expect(page.getByTestId('announcer')).toContainText('Claim, disputed: The sea broke');

  await openArticle(page, 'Pell Library to open on Sundays');
  await expect(page.locator('.block-furniture').first()).toBeHidden();
  await page.getByRole('button', { name: /page furniture/ }).click();
  await expect(page.locator('.block-furniture').first()).toBeVisible();
});

test('print gives a proof with numbered notes and their evidence', async ({
  page,
  allowConsole,
}) => {
  await openArticle(page, 'Sea breaks through Port Hallen wall');
  await page.locator('mark').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluateHandle(() => {
    const calls = { count: 0 };
    window.print = () => {
      calls.count++;
      window.dispatchEvent(new Event('beforeprint'));
    };
    return calls;
  });
  await page.keyboard.press('Control+p');
  const numbers = page.locator('[data-reader] .note-number');
  await expect(numbers).toHaveCount(20);
  expect(await printed.evaluate(({ count }) => count)).toBe(1);
  await expect(page.getByRole('listitem').filter({ hasText: /Claim, disputed/ })).toBeVisible();
  await expect(page.getByText(/^Pilot Steps gauge.+Coastal weather service.+maximum, 4 November/)).toBeVisible(); // prettier-ignore
  await expect(page.getByRole('navigation')).toBeHidden();
  allowConsole(/ERR_FAILED/);
  await page.route('**/proof', (route) => route.abort());
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(numbers).toHaveCount(0);
  await page.evaluate(() => window.print());
  await expect(
    page.getByText('The evidence is not listed: the desk did not answer.'),
  ).toBeVisible();
  await expect(numbers).toHaveCount(20);
});

test('all keys of the page are on a sheet, and the palette finds an action by name', async ({
  page,
}) => {
  await openArticle(page, 'Sea breaks through Port Hallen wall');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog')).toContainText('Mark as attribution');
  const redo = page.getByRole('dialog').getByRole('listitem').filter({ hasText: /^Redo/ });
  await expect(redo).toHaveText('RedoCtrlShiftzorCtrly');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('queue');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/queue/);
});

test('two keys after each other are one thing everywhere, and the second marks nothing', async ({
  page,
}) => {
  await openArticle(page, 'Sea breaks through Port Hallen wall');
  await expect(page.getByText(/^20 marks$/)).toBeVisible();
  await page.keyboard.press('Shift+A');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.press('g');
  await page.keyboard.press('q');
  await expect(page).toHaveURL(/\/queue/);
  await page.goBack();
  await expect(page.getByText(/^20 marks$/)).toBeVisible();
});

for (const place of ['an article', 'its sign-off', 'the queue']) {
  test(`no key of ${place} is taken by the start of two keys`, async ({ page }) => {
    await openArticle(page, 'Sea breaks through Port Hallen wall');
    if (place === 'its sign-off') await page.goto(`${page.url()}/sign-off`);
    if (place === 'the queue') await page.goto('/queue');
    await page.getByRole('main').waitFor();
    const sheet = page.getByRole('dialog').getByRole('listitem');
    await expect(async () => {
      await page.keyboard.press('Shift+?');
      await expect(sheet.filter({ hasText: 'Go to the queue' })).toBeVisible({ timeout: 2000 });
    }).toPass();
    const keys = await sheet.evaluateAll((lines) =>
      lines.map((line) =>
        [...line.querySelectorAll('kbd')].map((cap) => cap.textContent).join(' '),
      ),
    );
    const starts = keys.filter((one) => /^\w \w$/.test(one)).map((one) => one[0]!);
    expect(starts).toContain('g');
    expect(keys.filter((one) => starts.includes(one))).toEqual([]);
  });
}

/** The browser moves the caret by itself and tells the article of it before the next picture. */
async function caretIsSeen(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      window.getSelection()?.isCollapsed === true &&
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
  );
}

test('a screen reader is told where an edge went, of a selection and of a mark', async ({
  page,
}) => {
  await openArticle(page, 'Rovers ask for a roof');
  const told = page.getByTestId('announcer');
  for (const key of ['Shift+}', 'Shift+}', 'Shift+}', 'Shift+}', 's']) {
    await articleOf(page).press(key);
  }
  const selected = () => page.evaluate(() => String(window.getSelection()).split(' '));
  await expect.poll(async () => (await selected()).length).toBeGreaterThan(6);
  const words = await selected();
  await page.keyboard.press('k');
  await expect(told).toContainText('The selection ends with “');
  await page.keyboard.press('j');
  await expect(told).toContainText(`The selection begins with “${words[1]} ${words[2]}`);
  await page.keyboard.press('c');
  await expect(told).toHaveText('Marked as claim.');
  await page.keyboard.press('ArrowLeft');
  await caretIsSeen(page);
  await page.keyboard.press('h');
  await expect(told).toContainText(`Claim begins with “${words[0]} ${words[1]}`);
  await page.keyboard.press('k');
  await expect(told).toContainText('Claim ends with “');
});

test('the line under the chosen mark stands under no words beside it', async ({ page }) => {
  await openArticle(page, 'Sea breaks through Port Hallen wall');
  await page.evaluate(() => document.fonts.ready);
  // A mark that begins within a line and goes on in the next: the words before it have that line over them.
  const place = await page.evaluate(() => {
    for (const mark of document.querySelectorAll('[data-reader] mark.tint-claim')) {
      const [first, second] = mark.getClientRects();
      if (first === undefined || second === undefined) continue;
      const block = mark.closest('.block')!.getBoundingClientRect();
      const width = Math.floor(Math.min(first.left, second.right) - block.left) - 8;
      if (width < 24) continue;
      mark.scrollIntoView({ block: 'center' });
      const [moved, after] = mark.getClientRects();
      const top = Math.ceil(moved!.top);
      return { id: mark.getAttribute('data-marks')!.split(' ')[0]!, x: Math.ceil(block.left), y: top, width, height: Math.floor(after!.top) - top }; // prettier-ignore
    }
    throw new Error('no mark wraps');
  });
  const { id, ...clip } = place;
  const before = await page.screenshot({ clip });
  await page.locator(`[data-reader] mark[data-marks~="${id}"]`).first().dispatchEvent('mouseover');
  await expect(page.locator('mark.is-hovered').first()).toBeVisible();
  expect((await page.screenshot({ clip })).equals(before)).toBe(true);
  await page.locator(`[data-reader] mark[data-marks~="${id}"]`).last().click();
  await expect(page.locator('mark.is-active').first()).toBeVisible();
  expect((await page.screenshot({ clip })).equals(before)).toBe(true);
});
