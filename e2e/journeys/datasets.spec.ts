import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { AWKWARD_ARTICLES } from '@/corpus/interchange/testing/awkward';
import { written } from '@/corpus/interchange/testing/written';
import { expect, test } from '../support/desk';

test.describe('the Datasets page', () => {
  test.use({ samples: true });

  test('tells what a format cannot carry before it is downloaded, and what it holds', async ({
    page,
  }) => {
    await page.goto('/datasets');
    const loss = page.getByRole('region', { name: 'What it cannot carry' });
    await expect(loss).toContainText('earlier revisions of the articles');
    await page.getByRole('radio', { name: /^brat, PolNeAR profile/ }).check();
    await expect(loss).toContainText('claims and quotes');
    await loss.getByText('Which').first().click();
    await expect(loss.locator('code').first()).toContainText(/\w{26}/);
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download brat, PolNeAR profile' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('stet-polnear.zip');
    const files = unzipSync(readFileSync(await download.path()));
    const report = JSON.parse(Buffer.from(files['loss.json']!).toString()) as {
      lost: { what: string; count: number }[];
    };
    const { count } = report.lost.find(({ what }) => what === 'claims and quotes')!;
    await expect(loss).toContainText(`${count.toLocaleString('en')} claims and quotes`);
  });

  test('says that a bundle holds whole articles only', async ({ page }) => {
    await page.goto('/datasets');
    await page.getByRole('radio', { name: /^Stet bundle/ }).check();
    await page.getByRole('checkbox', { name: 'Claim' }).check();
    await expect(page.getByText('A bundle holds whole articles')).toBeVisible();
  });
});

/** The text annotator's script, where CI has installed it. */
function recogitoScript(): string | null {
  const folder = process.env['STET_CONSUMERS'];
  if (!folder) return null;
  const entry = createRequire(join(folder, 'package.json')).resolve('@recogito/text-annotator');
  return join(dirname(entry), 'text-annotator.umd.js');
}

interface Recogito {
  createTextAnnotator(
    element: Element,
    options: object,
  ): {
    setAnnotations(annotations: unknown): Promise<void>;
    state: {
      store: {
        all(): { target: { selector: { quote: string; range: Range }[] } }[];
      };
    };
  };
  W3CTextFormat(source: string): unknown;
}

test('Recogito’s text annotator finds every span (skipped where STET_CONSUMERS has none)', async ({
  page,
}) => {
  const script = recogitoScript();
  test.skip(script === null, 'the text annotator is not installed');
  const { files } = written('recogito', AWKWARD_ARTICLES);
  const annotations = JSON.parse(files['annotations.json']!) as { target: { source: string }[] }[];
  for (const line of files['texts.jsonl']!.trimEnd().split('\n')) {
    const { source, text } = JSON.parse(line) as { source: string; text: string };
    await page.setContent('<pre id="text" style="white-space: pre-wrap"></pre>');
    await page.locator('#text').evaluate((element, words) => (element.textContent = words), text);
    // The script expects what a bundler would have put in its place.
    await page.addScriptTag({ content: "window.process = { env: { NODE_ENV: 'production' } }" });
    await page.addScriptTag({ path: script! });
    const own = annotations.filter(({ target }) => target[0]!.source === source);
    const found = await page.evaluate(
      async ({ source: iri, own: list }) => {
        const lib = (window as unknown as { RecogitoJS: Recogito }).RecogitoJS;
        const element = document.querySelector('#text')!;
        const annotator = lib.createTextAnnotator(element, { adapter: lib.W3CTextFormat(iri) });
        await annotator.setAnnotations(list);
        return annotator.state.store
          .all()
          .flatMap(({ target }) =>
            target.selector.map(({ quote, range }) => [quote, range.toString()]),
          );
      },
      { source, own },
    );
    expect(found).toHaveLength(own.flatMap(({ target }) => target).length);
    for (const [quote, range] of found) expect(range).toBe(quote);
  }
});
