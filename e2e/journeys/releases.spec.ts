import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/desk';

test('a release is made, downloaded and verified; a changed byte is found in its member', async ({
  page,
  desk,
}) => {
  await page.goto('/datasets');
  await page.getByRole('link', { name: 'Releases', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText('Nothing has been released yet.');
  await main.getByLabel('Collection').selectOption('Sample desk');
  await main.getByRole('textbox', { name: 'Version' }).fill('1.0');
  await main.getByRole('textbox', { name: 'Licence' }).fill('CC BY 4.0');
  await main.getByLabel('Give people pseudonyms').check();
  await main.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(main).toContainText('Version 1.0 is released.');
  await expect(main).toContainText('This is the first release.');
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);

  const downloading = page.waitForEvent('download');
  await main.getByRole('link', { name: /^Download .* 1\.0/ }).click();
  const file = join(desk.folder, 'release.zip');
  await (await downloading).saveAs(file);
  const held = await desk.stet('verify', file);
  expect(held.stdout).toContain('holds:');
  expect(held.code).toBe(0);

  const bytes = readFileSync(file);
  const at = bytes.indexOf('jsonl/articles.jsonl') + 200;
  bytes[at]! ^= 1;
  writeFileSync(file, bytes);
  const changed = await desk.stet('verify', file);
  expect(changed.stderr).toContain('does not hold: jsonl/articles.jsonl');
  expect(changed.code).toBe(1);
});

test('a version that was released is refused in a sentence', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/400/);
  await page.goto('/datasets/releases');
  const main = page.getByRole('main');
  await main.getByLabel('Collection').selectOption('Sample desk');
  for (const sentence of ['Version 2 is released.', 'Version 2 was released already']) {
    await main.getByRole('textbox', { name: 'Version' }).fill('2');
    await main.getByRole('textbox', { name: 'Licence' }).fill('CC0');
    await main.getByRole('button', { name: 'Release', exact: true }).click();
    await expect(main).toContainText(sentence);
  }
  const again = join(desk.folder, 'again.zip');
  expect((await desk.stet('release', '--collection', 'Sample desk', '--version', '2', '--out', again)).code).toBe(0); // prettier-ignore
  expect((await desk.stet('verify', again)).code).toBe(0);
});
