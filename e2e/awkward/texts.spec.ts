import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleOf, dragOver, markedWords } from '../support/article';
import { expect, test } from '../support/desk';

test.use({ samples: false });

/** Texts that break tools which count characters differently from what they draw. */
const GALLERY: readonly { name: string; before: string; words: string }[] = [
  { name: 'emoji before the words', before: 'Tolls 🚒🚒🚒 and', words: 'firetrucks rolled' },
  { name: 'a family joined by zero-width joiners', before: 'The 👩‍👩‍👧‍👦 family', words: 'crossed over' },
  {
    name: 'combining marks',
    before: 'Le cafe\u0301 de l\u2019e\u0301te\u0301',
    words: 'ferma tôt',
  },
  { name: 'a flag at the edge', before: 'Flags 🇸🇪🇳🇴 flew', words: 'all day' },
  { name: 'Arabic', before: 'قال المتحدث', words: 'إن الجسر مغلق' },
  { name: 'Chinese', before: '市长说', words: '大桥将于周一关闭' },
  { name: 'Devanagari conjuncts', before: 'क्षेत्र में', words: 'बाढ़ आई' },
];

for (const { name, before, words } of GALLERY) {
  test(`what is selected is what is marked, stored and exported: ${name}`, async ({
    page,
    desk,
  }) => {
    const file = join(desk.folder, 'text.txt');
    writeFileSync(file, `Plain headline for this text\n\n${before} ${words} afterwards.\n`);
    const imported = await desk.stet('import', file, '--json');
    expect(imported.code).toBe(0);
    const { article } = JSON.parse(imported.stdout.trim()) as { article: string };
    await page.goto(`/articles/${article}`);
    await dragOver(page, words);
    await articleOf(page).press('c');
    await expect.poll(() => markedWords(page, 'claim')).toEqual([words]);
    await expect(page.getByTestId('save-state')).toHaveText('Saved');
    await page.reload();
    await expect.poll(() => markedWords(page, 'claim')).toEqual([words]);
    const out = join(desk.folder, 'out');
    expect((await desk.stet('export', '--format', 'jsonl', '--out', out)).code).toBe(0);
  });
}
