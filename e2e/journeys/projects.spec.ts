import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeDesk, openDesk } from '@/db/client';
import { dragOver, markedWords } from '../support/article';
import { expect, test, type Desk } from '../support/desk';
import { claimsInLayer } from '../support/layers';
import { markClaim, submitLayer, takeNext } from '../support/project';
import { cookieOf, makeAccount, signIn } from '../support/team';

/** Passwords are hashed at a cost, and three browsers take their turns. */
test.slow();
test.use({ samples: false });

const TEXTS = {
  'Bridge at Orm stays closed': `Bridge at Orm stays closed

The bridge at Orm stays closed until May, the county said on Friday. It carries 900 carts a day.
`,
  'Quell gets a second ferry': `Quell gets a second ferry

Quell island gets a second ferry in spring, the council decided. The first one was built in 1911.
`,
};

/** The one mark in a person's own layer. */
function markOf(desk: Desk, name: string): { id: string; articleId: string } {
  const opened = openDesk(desk.databasePath);
  try {
    return opened.sqlite
      .prepare<[string], { id: string; articleId: string }>(
        `SELECT a.id, a.article_id AS articleId FROM annotation a
         JOIN person p ON p.id = a.layer WHERE p.name = ?`,
      )
      .get(name)!;
  } finally {
    closeDesk(opened);
  }
}

test('three people label apart, by a guide, with training before work', async ({
  page,
  desk,
  openWindow,
  allowConsole,
}) => {
  allowConsole(/404|422/);
  await makeAccount(desk, 'Edith', 'admin');
  for (const name of ['Ann', 'Ben', 'Cal']) await makeAccount(desk, name, 'annotator');
  await signIn(page, 'Edith');
  for (const [headline, text] of Object.entries(TEXTS)) {
    const file = join(desk.folder, `${headline.split(' ')[0]}.txt`);
    writeFileSync(file, text);
    expect((await desk.stet('import', file, '--collection', 'Figures')).code).toBe(0);
  }

  claimsInLayer(desk, 'Bridge at Orm', 'adjudicated', ['900 carts a day', 'closed until May']);

  // Edith makes a blind project of the collection: guide, tags, people, training.
  await page.goto('/desk');
  await page.getByRole('link', { name: 'Projects' }).click();
  const tab = page.getByRole('navigation', { name: 'Collections' }).getByRole('link', { name: 'Figures' }); // prettier-ignore
  await tab.click();
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.getByLabel('Layers').selectOption('Blind layers: each in their own');
  await page.getByLabel('People for each article').fill('3');
  await page.getByRole('form', { name: 'How it is marked' }).getByRole('button', { name: 'Save' }).click(); // prettier-ignore
  await expect(page.getByRole('region', { name: 'People of the project' })).toBeVisible();
  await page.getByRole('button', { name: 'Write the guide' }).click();
  await page.getByLabel('The guide, in Markdown').fill('# Figures\n\nMark **every** number.\n\n> 900 carts a day\n'); // prettier-ignore
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByRole('heading', { name: 'Figures', level: 3 })).toBeVisible();
  for (const word of ['Opinion', 'Prediction']) await page.getByRole('checkbox', { name: word }).uncheck(); // prettier-ignore
  await page.getByRole('button', { name: 'Save the tag set' }).click();
  await expect(page.getByRole('checkbox', { name: 'Opinion' })).not.toBeChecked();
  for (const name of ['Ann', 'Ben', 'Cal']) {
    await page.getByRole('checkbox', { name }).click();
    await expect(page.getByRole('checkbox', { name })).toBeChecked();
  }
  await page.getByLabel('What “Bridge at Orm stays closed” is for').selectOption('Training');

  // Ann gets the training article first; nothing of the adjudicated layer is in it.
  const ann = await openWindow();
  await signIn(ann, 'Ann');
  await takeNext(ann, 'Bridge at Orm stays closed');
  expect(await markedWords(ann, 'claim')).toEqual([]);
  await ann.keyboard.press('Shift+g');
  await expect(ann.getByRole('complementary', { name: 'Guide' })).toContainText('Mark every number.'); // prettier-ignore
  await ann.keyboard.press('Shift+g');
  await markClaim(ann, '900 carts a day');
  await ann.locator('mark.tint-claim', { hasText: '900 carts' }).first().click();
  await ann.keyboard.press('Enter');
  const form = ann.getByRole('complementary', { name: 'Mark' });
  await form.getByRole('checkbox', { name: 'Number' }).click();
  await expect(form).toContainText('main: Number');
  await expect(form.getByRole('checkbox', { name: 'Opinion' })).toHaveCount(0);

  // Ben, in the same article, sees nothing of Ann’s, on the page or by the routes.
  const ben = await openWindow();
  await signIn(ben, 'Ben');
  await takeNext(ben, 'Bridge at Orm stays closed');
  expect(await markedWords(ben, 'claim')).toEqual([]);
  const { id, articleId } = markOf(desk, 'Ann');
  const cookie = await cookieOf(desk, 'Ben');
  const asked = [
    `/api/articles/${articleId}`,
    `/api/articles/${articleId}/annotations?ids=${id}`,
    `/api/articles/${articleId}/suggestions`,
    `/api/articles/${articleId}/coverage`,
    `/api/queue?status=all`,
    '/api/export?format=jsonl',
    '/api/export?format=csv&file=annotations.csv',
    `/articles/${articleId}/revisions`,
    '/datasets/agreement',
    '/sources',
  ];
  for (const path of asked) {
    const text = await (await fetch(`${desk.url}${path}`, { headers: { cookie } })).text();
    expect(text, path).not.toContain(id);
    expect(text, path).not.toContain('adjudicated');
  }

  // After submitting, the adjudicated layer is shown, and how Ann’s own compares.
  await submitLayer(ann);
  await expect.poll(() => markedWords(ann, 'claim')).toContain('closed until May');
  await ann.getByTestId('feedback').getByText('as in the adjudicated layer').click();
  await expect(ann.getByTestId('feedback')).toContainText('Missed');

  // What is submitted is not changed any more.
  await dragOver(ann, 'on Friday');
  await ann.keyboard.press('c');
  await expect(
    ann.getByText('In a blind project you mark what is handed out to you'),
  ).toBeVisible();

  // Ben and Cal submit theirs; all three go on to the work. Edith sees who is where.
  await submitLayer(ben);
  const cal = await openWindow();
  await signIn(cal, 'Cal');
  await takeNext(cal, 'Bridge at Orm stays closed');
  await submitLayer(cal);
  for (const window of [ann, ben]) await takeNext(window, 'Quell gets a second ferry');
  await markClaim(ann, '1911');
  await page.reload();
  await expect(page.getByTestId('assignment').filter({ hasText: 'Ann' })).toHaveCount(2);
  await expect(page.getByTestId('assignment').filter({ hasText: 'submitted' })).toHaveCount(3);
  await expect(page.getByTestId('assignment').filter({ hasText: 'open' })).toHaveCount(2);

  // She gives Cal’s back, with a reason that Cal reads.
  await page.getByRole('button', { name: 'Give the layer back to Cal' }).click();
  await page.getByLabel('What Cal should look at again').fill('There are two figures.');
  await page.getByRole('button', { name: 'Give back', exact: true }).click();
  await cal.goto('/');
  await expect(cal.getByRole('region', { name: 'Your work' })).toContainText('There are two figures.'); // prettier-ignore
});
