import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleOf, dragOver, markedWords } from '../support/article';
import { expect, test } from '../support/desk';

test.use({ samples: false });

const ARTICLE = `Dredger arrives in Salt Harrow 🚢 after two years

By Nell Odgers

SALT HARROW (Coast Press) – The dredger Ursula reached Salt Harrow on Monday with 14 crew aboard.

“The channel will be open by March,” harbour clerk Ivo Tarn told the Press. He gave no price.

The work costs 2.1 million crowns, according to the county.

(Reporting by Nell Odgers; editing by Sam Pike)
`;

test('from a file to an exported, verified claim', async ({ page, desk }) => {
  const file = join(desk.folder, 'dredger.txt');
  writeFileSync(file, ARTICLE);

  await test.step('import the file', async () => {
    await page.goto('/import');
    await page.locator('input[type=file]').first().setInputFiles(file);
    const link = page.getByRole('link', { name: /Dredger arrives in Salt Harrow/ });
    await expect(link).toBeVisible();
    await link.click();
    await expect(articleOf(page)).toContainText('The dredger Ursula reached');
  });

  await test.step('tag a claim with the mouse', async () => {
    await dragOver(page, 'with 14 crew aboard');
    await page.keyboard.press('c');
    await expect.poll(() => markedWords(page, 'claim')).toEqual(['with 14 crew aboard']);
  });

  await test.step('tag a quote and an attribution with keys alone', async () => {
    await page.keyboard.press('Escape');
    for (const key of ['ArrowRight', 'Shift+}', 'ArrowRight', 'ArrowRight', 'q']) {
      await page.keyboard.press(key);
    }
    await expect
      .poll(() => markedWords(page, 'quote'))
      .toEqual(['“The channel will be open by March,”']);
    await page.keyboard.press('a');
    await expect
      .poll(() => markedWords(page, 'attribution'))
      .toContain('“The channel will be open by March,”harbour clerk Ivo Tarntoldthe Press');
    await expect(page.getByTestId('save-state')).toHaveText('Saved');
  });

  await test.step('grow the claim by keys and take that back', async () => {
    await page.locator('mark.tint-claim').click();
    await page.keyboard.press('h');
    await expect.poll(() => markedWords(page, 'claim')).toEqual(['Monday with 14 crew aboard']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => markedWords(page, 'claim')).toEqual(['with 14 crew aboard']);
  });

  await test.step('record a finding with evidence', async () => {
    await page.keyboard.press('Enter');
    const panel = page.getByTestId('check-panel');
    await expect(panel.getByTestId('check-words')).toContainText('with 14 crew aboard');
    await panel.getByRole('button', { name: 'Start checking' }).click();
    await panel.getByLabel('Finding', { exact: true }).selectOption('Supported');
    await panel.getByLabel('Rationale').fill('The crew list has 14 names.');
    await panel.getByRole('button', { name: 'Cite evidence' }).click();
    await panel.getByRole('textbox', { name: 'Title' }).fill('Crew list of the Ursula');
    await panel.getByLabel('Origin').fill('Harbour office');
    await panel.getByLabel('Where in it').fill('page 1');
    await panel.getByLabel('Primary source for this').check();
    await panel.getByLabel('Address or place').fill('harbour.example/crew?ship=ursula');
    await panel.getByRole('button', { name: 'Cite', exact: true }).click();
    // Whether it supports or refutes is for the checker to say.
    await expect(panel.getByLabel('Stance')).toBeFocused();
    await expect(panel.getByText('Crew list of the Ursula')).toHaveCount(0);
    await panel.getByLabel('Stance').selectOption('Supports');
    await panel.getByRole('button', { name: 'Cite', exact: true }).click();
    await expect(panel.getByText('Crew list of the Ursula')).toBeVisible();
    await panel.getByRole('button', { name: 'Mark checked' }).click();
    await panel.getByRole('button', { name: 'Sign off' }).click();
    await expect(panel.getByText(/Signed by .*, who also checked it/)).toBeVisible();
  });

  await test.step('see it in the queue', async () => {
    await page.goto('/queue?status=signed_off');
    await expect(page.getByTestId('queue').getByRole('listitem')).toHaveCount(1);
    await expect(page.getByTestId('queue')).toContainText('with 14 crew aboard');
    await page.getByRole('button', { name: /^Open/ }).click();
    await expect(page.getByTestId('queue').getByRole('listitem')).toHaveCount(2);
  });

  await test.step('export and read the export back', async () => {
    const out = join(desk.folder, 'out');
    mkdirSync(out);
    const result = await desk.stet('export', '--format', 'jsonl', '--out', join(out, 'set'));
    expect(result.stderr).toBe('');
    expect(result.code).toBe(0);
    const lines = readFileSync(join(out, 'set', 'articles.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(lines).toHaveLength(1);
    const article = JSON.parse(lines[0]!) as ExportedArticle;
    const points = [...article.text];
    for (const annotation of article.annotations) {
      for (const piece of annotation.parts.flatMap((part) => part.pieces)) {
        expect(points.slice(piece.start, piece.end).join('')).toBe(piece.exact);
      }
    }
    const claim = article.annotations.find(({ kind }) => kind === 'claim');
    expect(claim?.check).toMatchObject({ status: 'signed_off', finding: 'supported' });
    expect(claim?.check.evidence).toMatchObject([
      { title: 'Crew list of the Ursula', primary: true },
    ]);
  });
});

interface ExportedArticle {
  readonly text: string;
  readonly annotations: readonly {
    readonly kind: string;
    readonly parts: readonly {
      readonly pieces: readonly { start: number; end: number; exact: string }[];
    }[];
    readonly check: { readonly status: string; readonly evidence: readonly unknown[] };
  }[];
}
