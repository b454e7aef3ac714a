import type { Page } from 'playwright/test';
import type { Site } from '../support/site';
import { articleOf, markedWords, openArticle, signClaim } from '../support/article';
import { expect, test } from '../support/desk';

test.use({ samples: false });

/** The newspaper's page; its figure is what changes later. */
function pageWith(figure: string, more = ''): string {
  return `<!doctype html><html lang="en"><head><title>Salt Harrow ferry | Coast Press</title>
<meta property="og:site_name" content="Coast Press"><script>throw new Error('ran')</script></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article>
<h1>Salt Harrow ferry to sail again in March</h1>
<p>By Nell Odgers</p>${more}
<p>SALT HARROW (Coast Press) – The ferry Ursula will sail again in March with ${figure} crew aboard, the county said on Monday, after two years in the dock.</p>
<p>The repair cost 2.1 million crowns and was paid by the harbour trust, according to clerk Ivo Tarn, who showed the invoices.</p>
<p>Nobody in the town had expected the ship to come back before the summer, and the quay was full of people when she did.</p>
</article><footer>All rights reserved</footer></body></html>`;
}

async function importAddress(page: Page, address: string): Promise<void> {
  await page.goto('/import');
  await page.locator('textarea').fill(address);
  await page.getByRole('button', { name: 'Import text' }).click();
}

async function importAndSign(page: Page, site: Site): Promise<string> {
  const address = site.publish('/ferry', pageWith('14'));
  await importAddress(page, address);
  await page.getByRole('link', { name: /Salt Harrow ferry to sail again/ }).click();
  await expect(articleOf(page)).toContainText('The ferry Ursula will sail again');
  await signClaim(page, 'with 14 crew aboard');
  await signClaim(page, 'The repair cost 2.1 million crowns');
  return address;
}

test('a page is imported, marked and signed; it changes; only the changed claim is reopened', async ({
  page,
  site,
}) => {
  await importAndSign(page, site);
  const address = site.publish('/ferry', pageWith('16', '<p>CORRECTED: the number of crew.</p>'));
  await importAddress(page, address);
  await page.getByRole('link', { name: 'Revision 2: see its marks' }).click();

  await expect(page.getByTestId('review-counts')).toContainText('1 changed · 0 in several places · 0 gone · 1 as they were'); // prettier-ignore
  const card = page.getByRole('listitem', { name: /^Changed:/ });
  await expect(card.locator('del')).toHaveText('14');
  await expect(card.locator('ins')).toHaveText('16');
  await expect(card).toContainText('Reopened');
  await page.keyboard.press('j');
  await page.keyboard.press('y');
  await expect(card).toContainText('accepted');

  await page.getByRole('link', { name: 'Back to the article' }).click();
  await expect
    .poll(() => markedWords(page, 'claim'))
    .toEqual(['with 16 crew aboard', 'The repair cost 2.1 million crowns']);
  await page.goto('/queue?status=signed_off');
  await expect(page.getByRole('main')).toContainText('The repair cost 2.1 million crowns');
  await expect(page.getByRole('main')).not.toContainText('crew aboard');
  await page.goto('/queue?status=reopened');
  await expect(page.getByRole('main')).toContainText('with 16 crew aboard');
});

test('the text is edited in place, compared, and brought back', async ({ page, site }) => {
  await importAndSign(page, site);
  await page.getByRole('link', { name: 'Revisions' }).click();
  await page.getByRole('link', { name: 'Edit the text' }).click();
  await expect(page.locator('[data-editing]')).toBeFocused();
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.querySelector('[data-editing]')!, 4);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const first = nodes.find((node) => node.data.includes(words))!;
    const rest = nodes[nodes.indexOf(first) + 1]!;
    const end = rest.data.indexOf('and') + 'and'.length;
    window.getSelection()!.setBaseAndExtent(first, first.data.indexOf(words), rest, end);
  }, 'The repair cost');
  await page.keyboard.type('It');
  await expect(page.getByRole('complementary', { name: 'Marks' })).toContainText('1 gone');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('review-counts')).toContainText('1 gone · 1 as they were');
  await page.getByRole('button', { name: 'Go back to this text' }).click();
  await expect(page.getByTestId('review-counts')).toContainText('0 gone · 2 as they were');
  await page.goto('/queue?status=signed_off');
  await expect(page.getByRole('main')).toContainText('The repair cost 2.1 million crowns');
  await expect(page.getByRole('main')).toContainText('with 14 crew aboard');
});

test('the page as it came stands beside its blocks, whose roles are set by keys', async ({
  page,
  site,
  allowConsole,
}) => {
  // The page's own script is blocked, which the browser tells.
  allowConsole(/Blocked script execution/);
  await importAddress(page, site.publish('/ferry', pageWith('14')));
  await page.getByRole('link', { name: /Salt Harrow ferry to sail again/ }).click();
  await page.getByRole('link', { name: 'Revisions' }).click();
  await page.getByRole('link', { name: 'Original and blocks' }).click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('The ferry Ursula will sail again')).toBeVisible();
  for (const fact of ['Agency', 'Publisher']) {
    const line = page.locator('dl > div', { has: page.getByText(fact, { exact: true }) });
    await expect(line).toContainText('Coast Press');
  }
  const roles = page.getByRole('combobox', { name: /^Role of block/ });
  const last = roles.last();
  await last.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(roles.nth((await roles.count()) - 2)).toBeFocused();
  await roles.nth((await roles.count()) - 2).selectOption('Crosshead');
  await page.reload();
  await expect(roles.nth((await roles.count()) - 2)).toHaveValue('crosshead');
});

test('addresses of this machine and of private networks are not fetched', async ({
  page,
  site,
}) => {
  for (const address of [
    `http://127.0.0.1:${site.port + 1}/`,
    'http://10.0.0.1/',
    'http://169.254.169.254/latest/meta-data/',
  ]) {
    await importAddress(page, address);
    await expect(page.getByRole('main')).toContainText(/private network|does not fetch/);
    await page.reload();
  }
});

test.describe('the samples', () => {
  test.use({ samples: true });

  test('the view that the width of the window chose is told, and changes with it', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openArticle(page, 'Kestrel Bridge to close for ten weeks');
    await page.goto(`${page.url()}/compare`);
    const views = page.getByRole('navigation', { name: 'How the revisions are shown' });
    const current = views.locator('[aria-current="true"]');
    await expect(current).toHaveText('Side by side');
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(current).toHaveText('Inline');
    await views.getByRole('link', { name: 'Side by side' }).click();
    await expect(page).toHaveURL(/view=side/);
    await expect(current).toHaveText('Side by side');
  });
});
