import type { Page } from 'playwright/test';
import type { ReadingArticle } from '@/corpus/annotation/reading';
import { expect, test, type Desk } from './support/desk';
import { emailOf, makeAccount, post, signIn } from './support/team';

test.use({ samples: false });
test.slow();

/** Each would show itself by changing the title or by leaving an element with the id `run`. */
const HOSTILE = [
  `<script>document.title='run'</script>`,
  `<img src=x id=run onerror="document.title='run'">`,
  `"><svg id=run onload="document.title='run'">`,
  `'-document.title='run'-'`,
  '</title></textarea></style><b id=run>bold</b>',
  `javascript:document.title='run'`,
  '{{constructor.constructor("document.title=1")()}}',
  '\u202Egnirts desrever\u202C',
  '=HYPERLINK("https://evil.example","x")',
  `%3Cscript%3Edocument.title='run'%3C/script%3E`,
] as const;

const WORDS = HOSTILE.join(' ');

/** What the command’s answer is for the tests: the id of what was written first. */
async function run(page: Page, name: string, input: Record<string, unknown>): Promise<void> {
  const answer = await page.evaluate(
    async ([stepName, stepInput]) => {
      const letters = [...crypto.getRandomValues(new Uint8Array(26))];
      const id = letters.map((byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32]).join('');
      const response = await fetch('/api/commands', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, steps: [{ name: stepName, input: stepInput }] }),
      });
      return { status: response.status, body: await response.text() };
    },
    [name, input] as const,
  );
  expect(answer, name).toMatchObject({ status: 200 });
}

const id = (last: string) => `01ARZ3NDEKTSV4RRFFQ69G5F${last}`;

/** Puts the hostile texts wherever a person can write one; returns the article's id. */
async function fill(page: Page, desk: Desk): Promise<string> {
  const text = `${HOSTILE[1]} wins vote\n\nBy ${HOSTILE[4]}\n\nThe mayor said ${WORDS} on Monday.\n\n“${HOSTILE[0]},” she said.\n`; // prettier-ignore
  const answer = await page.request.post(`/api/import?file=${encodeURIComponent(`${HOSTILE[0]}.txt`)}`, { data: Buffer.from(text), headers: { origin: desk.url } }); // prettier-ignore
  const { report } = JSON.parse((await answer.text()).split('\n')[0]!) as { report: { articles: { id: string }[] } }; // prettier-ignore
  const articleId = report.articles[0]!.id;
  const answered = await page.request.get(`/api/articles/${articleId}`);
  const { article, revision, blocks } = (await answered.json()) as ReadingArticle;
  const whole = blocks.map((block) => block.text).join('\n\n');
  const start = whole.indexOf(HOSTILE[2]);
  const spans = [{ part: 'content', ordinal: 0, piece: 0, start, end: start + HOSTILE[2].length }];
  await run(page, 'createAnnotation', { id: id('A1'), articleId, revisionId: revision.id, kind: 'claim', spans }); // prettier-ignore
  const queue = (await (await page.request.get('/api/queue?status=all')).json()) as { items: { id: string }[] }; // prettier-ignore
  const checkId = queue.items[0]!.id;
  await run(page, 'postMessage', { id: id('A2'), annotationId: id('A1'), body: WORDS });
  await run(page, 'recordFinding', { checkId, version: 1, finding: 'refuted', rationale: WORDS });
  const evidence = { kind: 'page', title: WORDS.slice(0, 480), place: `javascript:document.title='run'`, origin: WORDS.slice(0, 480), terms: 'background' }; // prettier-ignore
  await run(page, 'addEvidence', { id: id('A3'), collectionId: article.collectionId, ...evidence });
  await run(page, 'citeEvidence', { id: id('A4'), checkId, evidenceItemId: id('A3'), locator: HOSTILE[1], excerpt: WORDS, stance: 'refutes', primary: true }); // prettier-ignore
  await run(page, 'saveView', { id: id('A5'), name: HOSTILE[1], query: `text=${HOSTILE[0]}` });
  await run(page, 'editArticle', { id: articleId, version: 1, headline: WORDS.slice(0, 480), byline: HOSTILE[2], places: [HOSTILE[0]], agency: HOSTILE[4] }); // prettier-ignore
  await run(page, 'addPerson', { id: id('A6'), name: WORDS.slice(0, 480), role: 'checker' });
  const kept = await page.request.post(`/api/archive?evidence=${id('A3')}&file=${encodeURIComponent(WORDS)}`, { data: Buffer.from(WORDS), headers: { origin: desk.url } }); // prettier-ignore
  expect(kept.status()).toBe(200);
  const secret = { ...evidence, terms: 'off_record', place: HOSTILE[1] };
  await run(page, 'addEvidence', { id: id('A7'), collectionId: article.collectionId, ...secret });
  await run(page, 'citeEvidence', { id: id('A8'), checkId, evidenceItemId: id('A7'), stance: 'context', primary: false }); // prettier-ignore
  await run(page, 'nameConfidants', { about: 'evidence', id: id('A7'), personIds: [id('A6')] });
  await run(page, 'logContact', { id: id('A9'), checkId, name: WORDS.slice(0, 480), way: 'mail', askedAt: '2026-11-20', question: WORDS, answer: WORDS, terms: 'background' }); // prettier-ignore
  return articleId;
}

/** Nothing of it ran or became an element, and no link leads into a script. */
async function expectInert(page: Page, path: string): Promise<void> {
  expect(await page.title(), path).not.toBe('run');
  expect(await page.locator('#run, img[src="x"]').count(), path).toBe(0);
  expect(await page.locator('a[href^="javascript:" i]').count(), path).toBe(0);
}

test('hostile headlines, names, notes and addresses stay text on every page', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/404/);
  await makeAccount(desk, 'Ada', 'admin');
  await signIn(page, 'Ada');
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await post(desk, '/api/access-tokens', { make: { name: HOSTILE[1], scopes: ['read'], expiresOn: null } }, { cookie }); // prettier-ignore
  const articleId = await fill(page, desk);
  const article = `/articles/${articleId}`;
  const text = encodeURIComponent(HOSTILE[1]);
  for (const path of [
    '/',
    `/?text=${text}`,
    '/import',
    '/queue?status=all',
    `/queue?text=${text}&article=${text}`,
    '/datasets',
    '/desk',
    '/desk/checklists',
    '/desk/progress',
    '/account',
    article,
    `${article}?annotation=${id('A1')}`,
    `${article}?annotation=${text}`,
    `${article}/edit`,
    `${article}/original`,
    `${article}/revisions`,
    `${article}/sign-off`,
    `${article}/outside`,
    '/datasets/releases',
    '/sources',
    `${article}/compare`,
    `/articles/${text}`,
  ]) {
    await page.goto(path);
    await page.locator('h1, [data-reader]').first().waitFor();
    await expectInert(page, path);
  }
  await page.goto(`${article}?annotation=${id('A1')}`);
  const panel = page.getByTestId('check-panel');
  await expect(panel).toContainText(HOSTILE[0]);
  await expect(panel.getByRole('list', { name: /^Archived copies/ })).toBeVisible();
  await expectInert(page, 'the open check');
  const key = `/join/${text}`;
  await page.goto(key);
  await expect(page.getByText('This link has been used')).toBeVisible();
  await expectInert(page, key);
});

test('a sign-in leads nowhere but to the desk', async ({ page, desk, allowConsole }) => {
  allowConsole(/401/);
  await makeAccount(desk, 'Ada', 'admin');
  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    `javascript:document.title='run'`,
  ]) {
    // prettier-ignore
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel('E-mail').fill(emailOf('Ada'));
    await page.getByLabel('Password', { exact: true }).fill('seven grey herons');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('banner').filter({ hasText: 'Ada' }).waitFor();
    expect(new URL(page.url()).origin).toBe(desk.url);
  }
});

test('bytes that came in are given back as an attachment of no kind', async ({
  page,
  desk,
  allowConsole,
}) => {
  allowConsole(/Blocked script execution/);
  const html = `<html><head><title>Vote</title></head><body><article><h1>Mayor wins vote</h1><p>The mayor won the vote on Monday, said the council in Port Hallen.</p><script>parent.document.title='run'</script></article></body></html>`;
  const answer = await page.request.post('/api/import?file=page.html', { data: Buffer.from(html), headers: { origin: desk.url } }); // prettier-ignore
  const { report } = JSON.parse((await answer.text()).split('\n')[0]!) as { report: { articles: { id: string }[] } }; // prettier-ignore
  const path = `/api/originals/${report.articles[0]!.id}`;
  const { headers } = await fetch(`${desk.url}${path}`);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toMatch(/^attachment;/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  await page.goto(`/articles/${report.articles[0]!.id}/original`);
  await expect(page.frameLocator('iframe').getByText('The mayor won the vote')).toBeVisible();
  expect(await page.title()).not.toBe('run');
});
