import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { articleOf, openArticle } from '../support/article';
import { expect, test } from '../support/desk';
import type { Site } from '../support/site';

const HEADLINE = 'Sea breaks through Port Hallen wall';

function textOf(page: Page) {
  return page.locator('[data-editing]');
}

/** Puts the selection on words of the text, as keys would, and lets the view read it. */
async function selectWords(page: Page, words: string): Promise<void> {
  await textOf(page).focus();
  const select = (wanted: string) => {
    const walker = document.createTreeWalker(document.querySelector('[data-editing]')!, 4);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      window.getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
      node.parentElement!.scrollIntoView({ block: 'center' });
      return;
    }
    throw new Error(`“${wanted}” is not in the text`);
  };
  // The view may put its own selection back while it takes the focus.
  await expect(async () => {
    await page.evaluate(select, words);
    expect(await page.evaluate(() => String(window.getSelection()))).toBe(words);
  }).toPass();
}

test('a text is edited by keys; the mark is changed at once; only its check is reopened', async ({
  page,
}) => {
  await openArticle(page, HEADLINE);
  await articleOf(page).press('e');
  await expect(page).toHaveURL(/\/edit$/);
  await expect(textOf(page)).toBeFocused();
  const marks = page.getByRole('complementary', { name: 'Marks' });
  await expect(marks).toContainText('0 changed · 0 gone with this edit');

  const mark = page.locator('[data-editing] mark.tint-claim').first();
  const id = await mark.getAttribute('data-marks');
  await selectWords(page, 'broke through');
  await page.keyboard.type('qx');
  await expect(page.locator(`[data-editing] mark.is-changed[data-marks="${id}"]`).first()).toBeVisible(); // prettier-ignore
  await expect(marks).toContainText('changed');
  await page.keyboard.press('Control+z');
  await expect(marks).toContainText('0 changed');
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Escape');
  await page.keyboard.type('A test of the keys');
  const told = await marks.getByRole('status').innerText();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/\/revisions$/);
  const changed = /^(\d+) changed/.exec(told)![1]!;
  await expect(page.getByTestId('review-counts')).toContainText(`${changed} changed · 0 in several places · 0 gone`); // prettier-ignore
  await expect(page.getByRole('main')).toContainText('A test of the keys');
});

test('what was typed survives a reload, and a newer revision is never written over', async ({
  page,
  openWindow,
  allowConsole,
}) => {
  allowConsole(/409/);
  page.on('dialog', (dialog) => void dialog.accept());
  await openArticle(page, HEADLINE);
  const address = `${page.url().split('?')[0]}/edit`;
  await page.goto(address);
  await expect(textOf(page)).toBeFocused();
  await page.keyboard.type('Draft: ');
  await page.reload();
  await page.getByRole('button', { name: 'Go on with it' }).click();
  await expect(textOf(page)).toContainText('Draft: ');

  const other = await openWindow();
  await other.goto(address);
  await expect(textOf(other)).toBeFocused();
  await other.keyboard.type('First: ');
  await other.keyboard.press('Control+Enter');
  await expect(other).toHaveURL(/\/revisions$/);

  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: 'Save' }).getByRole('alert')).toContainText(
    'newer revision since',
  );
  await expect(textOf(page)).toContainText('Draft: ');
  await page.reload();
  await expect(page.getByText(/never saved; it changes revision 1/)).toBeVisible();
});

test('Enter makes a block, Backspace joins, a key sets the role', async ({ page }) => {
  await openArticle(page, HEADLINE);
  await page.goto(`${page.url().split('?')[0]}/edit`);
  await expect(textOf(page)).toBeFocused();
  const blocks = textOf(page).locator('.block');
  const count = await blocks.count();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('مرحبا 👩‍👩‍👧‍👦 new');
  await expect(blocks).toHaveCount(count + 1);
  await page.keyboard.press('Alt+KeyR');
  const role = page.getByRole('combobox', { name: /^Block/ });
  await expect(role).toBeFocused();
  await role.selectOption('Deck');
  await expect(textOf(page)).toBeFocused();
  await expect(textOf(page).locator('.block-deck', { hasText: 'مرحبا 👩‍👩‍👧‍👦 new' })).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await expect(blocks).toHaveCount(count);
});

test('a caret that the browser moved stays where it is when marks are drawn in the same frame', async ({
  page,
}) => {
  await openArticle(page, HEADLINE);
  await page.goto(`${page.url().split('?')[0]}/edit`);
  await expect(textOf(page)).toBeFocused();
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => {
          getSelection()!.modify('move', 'forward', 'documentboundary');
          requestAnimationFrame(() => done());
        });
        window.dispatchEvent(new Event('scroll'));
      }),
  );
  await page.keyboard.type(' (more)');
  await expect(textOf(page).locator('.block').last()).toContainText('(more)');
});

for (const theme of ['light', 'dark'] as const) {
  test(`editing has no barrier that axe knows, ${theme}`, async ({ page }) => {
    await page.addInitScript((name) => localStorage.setItem('stet-theme', name), theme);
    await openArticle(page, HEADLINE);
    await page.goto(`${page.url().split('?')[0]}/edit`);
    await expect(textOf(page)).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
}

test.describe('formatting', () => {
  test.use({ samples: false });

  test('of a page is seen in the article, and kept by an edit', async ({ page, site }) => {
    await page.goto('/import');
    await page.locator('textarea').fill(publish(site));
    await page.getByRole('button', { name: 'Import text' }).click();
    await page.getByRole('link', { name: /Salt Harrow ferry/ }).click();
    await expect(articleOf(page).locator('em')).toHaveText('Ursula');
    const link = articleOf(page).locator('a');
    await expect(link).toHaveAttribute('href', 'https://example.org/county');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    await page.goto(`${page.url().split('?')[0]}/edit`);
    await selectWords(page, 'March with');
    await page.keyboard.type('April with');
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/\/revisions$/);
    await page.getByRole('link', { name: 'Back to the article' }).click();
    await expect(articleOf(page)).toContainText('April with');
    await expect(articleOf(page).locator('em')).toHaveText('Ursula');
    await expect(link).toHaveText('the county said');
  });

  test('of a page that is pasted into the text is kept, as are its lists', async ({
    page,
    site,
    allowConsole,
  }) => {
    allowConsole(/Executing inline event handler violates/);
    await page.goto('/import');
    await page.locator('textarea').fill(publish(site));
    await page.getByRole('button', { name: 'Import text' }).click();
    await page.getByRole('link', { name: /Salt Harrow ferry/ }).click();
    await articleOf(page).waitFor();
    await page.goto(`${page.url().split('?')[0]}/edit`);
    await expect(textOf(page)).toBeFocused();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await paste(page, PASTED);
    const texts = () => textOf(page).locator('.block').allInnerTexts();
    await expect
      .poll(async () => (await texts()).slice(-7))
      .toEqual([
        ...['What the invoices say', 'Steel from Norland.', 'New pumps', 'two of them'],
        ...['“We paid\nall of it.”', 'A line of old code', 'no harm done.'],
      ]);
    await page.keyboard.press('Control+Enter');
    await expect(page).toHaveURL(/\/revisions$/);
    await page.getByRole('link', { name: 'Back to the article' }).click();
    const block = (role: string) => articleOf(page).locator(`.block-${role}`);
    await expect(block('crosshead')).toHaveText('What the invoices say');
    await expect(block('list_item')).toHaveText([
      'Steel from Norland.',
      'New pumps',
      'two of them',
    ]);
    await expect(block('list_item').last()).toHaveAttribute('data-depth', '1');
    await expect(block('block_quote').locator('em')).toHaveText('all');
    await expect(articleOf(page).locator('a')).toHaveText(['the county said', 'Norland']);
    await expect(articleOf(page).locator('strong')).toHaveText('pumps');
  });
});

const PASTED = `<meta charset="utf-8"><h2>What the invoices say</h2>
<ul><li>Steel from <a href="https://example.org/norland" onclick="document.title='run'">Norland</a>.</li>
<li>New <b>pumps</b><ul><li><b style="font-weight: normal">two of them</b></li></ul></li></ul>
<blockquote><p>“We paid<br><i>all</i> of it.”</p></blockquote>
<div><p>A line of <a href="javascript:alert(1)">old code</a><script>document.title = 'run'</script><br><br>no harm done.</p></div>`;

/** Pastes HTML as another program puts it on the clipboard. */
async function paste(page: Page, html: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', pasted);
    clipboardData.setData('text/plain', 'what is seen of it');
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  }, html);
}

test('a word that is composed stands once, and its marks keep their words', async ({ page }) => {
  await openArticle(page, HEADLINE);
  await page.goto(`${page.url().split('?')[0]}/edit`);
  await expect(textOf(page)).toBeFocused();
  const texts = async () => (await textOf(page).locator('.block').allTextContents()).join('\n\n');
  const before = await texts();
  const marks = page.getByRole('complementary', { name: 'Marks' });
  const keyboard = await page.context().newCDPSession(page);
  const compose = async (steps: readonly string[], word: string) => {
    for (const text of steps) {
      const [selectionStart, selectionEnd] = [text.length, text.length];
      await keyboard.send('Input.imeSetComposition', { text, selectionStart, selectionEnd });
    }
    await keyboard.send('Input.insertText', { text: word });
  };
  const mark = page.locator('[data-editing] mark.tint-claim').first();
  const id = (await mark.getAttribute('data-marks'))!;
  const wordsOfMark = () => page.locator(`[data-editing] mark[data-marks="${id}"]`).allInnerTexts();
  const words = await wordsOfMark();
  const start = words[0]!.split(' ')[0]!;

  // Just before a mark: its words stay its own.
  await selectWords(page, start);
  await page.keyboard.press('ArrowLeft');
  await compose(['に', 'にほ', 'にほん'], '日本');
  await page.keyboard.type(' ');
  const composed = before.replace(start, `日本 ${start}`);
  await expect.poll(texts).toBe(composed);
  await expect(marks).toContainText('0 changed · 0 gone with this edit');
  expect(await wordsOfMark()).toEqual(words);

  // Within it: the mark is changed, and holds the word once.
  await selectWords(page, start);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(' ');
  await compose(['か', 'かん'], '漢字');
  await expect.poll(texts).toBe(composed.replace(start, `${start} 漢字`));
  await expect(marks).toContainText('1 changed');
  await expect.poll(async () => (await wordsOfMark()).join('')).toContain(`${start} 漢字`);

  // A composition that is given up leaves nothing.
  const now = await texts();
  await compose(['か', 'かん', ''], '');
  await expect.poll(texts).toBe(now);
  await expect(marks).toContainText('1 changed');
});

function publish(site: Site): string {
  return site.publish(
    '/ferry',
    `<!doctype html><html lang="en"><head><title>Salt Harrow ferry</title></head><body><article>
<h1>Salt Harrow ferry to sail again in March</h1><p>By Nell Odgers</p>
<p>SALT HARROW (Coast Press) – The ferry <em>Ursula</em> will sail again in March with 14 crew aboard, <a href="https://example.org/county">the county said</a> on Monday, after two years in the dock.</p>
<p>The repair cost 2.1 million crowns and was paid by the harbour trust, according to clerk Ivo Tarn, who showed the invoices.</p>
</article></body></html>`,
  );
}
