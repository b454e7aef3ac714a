import { articleOf, dragOver, markedWords, openArticle } from '../support/article';
import { expect, test } from '../support/desk';

const HEADLINE = 'Rovers ask for a roof';

test('two windows see each other’s marks, and a stale write shows both versions', async ({
  page,
  openWindow,
  allowConsole,
}) => {
  allowConsole(/409|ERR_FAILED/);
  const other = await openWindow();
  await openArticle(page, HEADLINE);
  await openArticle(other, HEADLINE);

  await articleOf(page).press('Shift+}');
  await page.keyboard.press('Shift+}');
  await page.keyboard.press('Shift+}');
  await page.keyboard.press('c');
  await expect.poll(async () => (await markedWords(page, 'claim')).length).toBe(1);
  await expect.poll(() => markedWords(other, 'claim')).toEqual(await markedWords(page, 'claim'));

  await page.keyboard.press('Enter');
  await other.locator('mark.tint-claim').first().click();
  await other.keyboard.press('Enter');
  const mine = page.getByTestId('check-panel');
  const theirs = other.getByTestId('check-panel');
  await expect(theirs.getByRole('button', { name: 'Start checking' })).toBeVisible();

  // The second window hears nothing for a while: its next write is about an older version.
  await other.route('**/api/checks/**', (route) => route.abort());
  await mine.getByLabel('Finding', { exact: true }).selectOption('Refuted');
  await expect(page.getByTestId('save-state')).toHaveText('Saved');
  // What stands on its screen stays there, and says that it is not the latest.
  await expect(theirs).toContainText('Changed meanwhile; the desk cannot be reached');
  await theirs.getByLabel('Finding', { exact: true }).selectOption('Supported');
  const dialog = other.getByRole('dialog');
  await expect(dialog).toContainText('Changed meanwhile');
  await expect(dialog).toContainText('refuted');
  await other.unroute('**/api/checks/**');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(mine.getByLabel('Finding', { exact: true })).toHaveValue('supported');
  await expect(theirs).not.toContainText('the desk cannot be reached');
});

test('of two windows of one person none overwrites what the other typed', async ({
  page,
  allowConsole,
}) => {
  allowConsole(/409/);
  await openArticle(page, HEADLINE);
  await dragOver(page, await firstWordsOf(page));
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  const mine = page.getByTestId('check-panel').getByLabel('Rationale');
  const other = await page.context().newPage();
  await openArticle(other, HEADLINE);
  await other.locator('mark.tint-claim').first().click();
  await other.keyboard.press('Enter');
  const panel = other.getByTestId('check-panel');
  const theirs = panel.getByLabel('Rationale');

  // Quick successive saves of one window are its own, and conflict with nothing.
  for (const words of ['One', 'One call', 'One call to the port.']) {
    await mine.fill(words);
    await mine.blur();
  }
  await expect(theirs).toHaveValue('One call to the port.');

  // The other window is in the middle of a sentence when the first saves another one.
  await theirs.fill('The register says so');
  await mine.fill('Two calls to the port.');
  await mine.blur();
  await expect(panel).toContainText('Meanwhile this was saved elsewhere: “Two calls to the port.”');
  await theirs.pressSequentially(' in its second sheet.');
  await theirs.blur();
  await expect(other.getByTestId('save-state')).toHaveText('Saved');
  await expect(mine).toHaveValue('Two calls to the port.');
  await expect(theirs).toHaveValue('The register says so in its second sheet.');
  await panel.getByRole('button', { name: 'Keep mine' }).click();
  await expect(mine).toHaveValue('The register says so in its second sheet.');
  await expect(panel).not.toContainText('Meanwhile');

  // Who goes without choosing is asked.
  await theirs.fill('And in its third.');
  await mine.fill('Three calls.');
  await mine.blur();
  await expect(panel).toContainText('“Three calls.”');
  await panel.getByRole('button', { name: 'Close the check' }).click();
  const dialog = other.getByRole('dialog', { name: 'Changed meanwhile' });
  await expect(dialog).toContainText('In another window you changed this meanwhile.');
  await expect(dialog).toContainText('And in its third.');
  await expect(dialog).toContainText('Three calls.');
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(mine).toHaveValue('And in its third.');
  await other.close();
});

test('what another window writes moves nothing away from under a pressed pointer', async ({
  page,
  openWindow,
}) => {
  const other = await openWindow();
  await openArticle(page, HEADLINE);
  await dragOver(page, await firstWordsOf(page));
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await openArticle(other, HEADLINE);
  await other.locator('mark.tint-claim').first().click();
  await other.keyboard.press('Enter');
  const mine = page.getByTestId('check-panel');
  const theirs = other.getByTestId('check-panel');
  const cite = theirs.getByRole('button', { name: 'Cite evidence' });
  await cite.hover();
  await other.mouse.down();

  const read = other.waitForResponse(/\/api\/checks\//);
  await mine.getByRole('button', { name: 'Start checking' }).click();
  await mine.getByLabel('Finding', { exact: true }).selectOption('Not checkable');
  await (await read).finished();
  await expect(theirs.getByRole('button', { name: 'Start checking' })).toBeVisible();
  await other.mouse.up();

  await expect(theirs.getByRole('textbox', { name: 'Title' })).toBeVisible();
  await expect(theirs.getByLabel('Finding', { exact: true })).toHaveValue('not_checkable');
});

test.describe('a crash in the middle', () => {
  test('what was acknowledged is there, and undo works after a reload', async ({
    page,
    desk,
    allowConsole,
  }) => {
    allowConsole(/Failed to load resource|ERR_CONNECTION|ERR_INCOMPLETE/);
    await openArticle(page, HEADLINE);
    await dragOver(page, await firstWordsOf(page));
    await page.keyboard.press('c');
    await expect(page.getByTestId('save-state')).toHaveText('Saved');
    await desk.crashAndRestart();
    await page.reload();
    await expect.poll(async () => (await markedWords(page, 'claim')).length).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await markedWords(page, 'claim')).length).toBe(0);
    await page.keyboard.press('Control+y');
    await expect.poll(async () => (await markedWords(page, 'claim')).length).toBe(1);
  });

  test('an edit made while the desk is away is kept and sent later', async ({
    page,
    allowConsole,
  }) => {
    allowConsole(/Failed to load resource|ERR_FAILED/);
    await openArticle(page, HEADLINE);
    await page.route('**/api/commands', (route) => route.abort());
    await dragOver(page, await firstWordsOf(page));
    await page.keyboard.press('c');
    await expect(page.getByTestId('save-state')).toContainText('Not saved');
    await expect.poll(async () => (await markedWords(page, 'claim')).length).toBe(1);
    await page.unroute('**/api/commands');
    await expect(page.getByTestId('save-state')).toHaveText('Saved', { timeout: 15_000 });
    await page.reload();
    await expect.poll(async () => (await markedWords(page, 'claim')).length).toBe(1);
  });
});

async function firstWordsOf(page: import('playwright/test').Page): Promise<string> {
  const text = await page.locator('[data-reader] .block-paragraph').first().innerText();
  return text.split(' ').slice(2, 6).join(' ');
}
