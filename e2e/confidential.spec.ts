import { strFromU8, unzipSync } from 'fflate';
import { closeDesk, openDesk } from '@/db/client';
import { newId } from '@/db/ids';
import { expect, test, type Desk } from './support/desk';
import { cookieOf, makeAccount, post, signIn } from './support/team';

test.slow();

/** Stands in every field of what is confidential, and nowhere else on the desk. */
const SECRET = 'Zanvaropilot';

interface Place {
  readonly articleId: string;
  readonly annotationId: string;
  readonly checkId: string;
  readonly collectionId: string;
}

function firstCheck(desk: Desk): Place {
  const opened = openDesk(desk.databasePath);
  try {
    return opened.sqlite
      .prepare<[], Place>(
        `SELECT a.article_id AS articleId, a.id AS annotationId, c.id AS checkId, r.collection_id AS collectionId
         FROM "check" c JOIN annotation a ON a.id = c.annotation_id JOIN article r ON r.id = a.article_id
         WHERE a.removed = 0 AND a.kind = 'claim' ORDER BY a.id LIMIT 1`,
      )
      .get()!;
  } finally {
    closeDesk(opened);
  }
}

/** Cy brings in evidence and a call, off the record, through the server; some of it is refused. */
async function plant(desk: Desk, { checkId, collectionId }: Place, cookie: string): Promise<void> {
  const send = (...steps: { name: string; input: object }[]) => post(desk, '/api/commands', { id: newId(), steps }, { cookie }); // prettier-ignore
  const item = { collectionId, kind: 'document', title: SECRET, place: SECRET, origin: SECRET, terms: 'off_record' }; // prettier-ignore
  const id = newId();
  const cited = { id: newId(), checkId, evidenceItemId: id, locator: SECRET, excerpt: SECRET, stance: 'supports', primary: true }; // prettier-ignore
  const call = { id: newId(), checkId, name: SECRET, way: 'phone', askedAt: '2026-11-20', question: SECRET, answer: SECRET, terms: 'off_record' }; // prettier-ignore
  const done = await send(
    { name: 'addEvidence', input: { ...item, id } },
    { name: 'citeEvidence', input: cited },
    { name: 'logContact', input: call },
  );
  expect(await done.text()).not.toContain('refused');
  const archive = new URLSearchParams({ evidence: id, file: `${SECRET}.txt` });
  const kept = await fetch(`${desk.url}/api/archive?${archive}`, { method: 'POST', body: SECRET, headers: { cookie, origin: desk.url } }); // prettier-ignore
  expect(kept.ok).toBe(true);
  const refused = [
    await send({ name: 'editEvidence', input: { id, version: 99, title: `${SECRET} twice` } }),
    await send({ name: 'addEvidence', input: { ...item, id: newId(), kind: SECRET } }),
    await post(desk, '/api/commands', SECRET, { cookie }),
  ];
  for (const answer of refused) expect(answer.ok).toBe(false);
}

/** All that can be read of the place and found by the words, pages and answers alike. */
function addressesOf({ articleId, annotationId, checkId, collectionId }: Place): string[] {
  const article = `/api/articles/${articleId}`;
  const copies = ['notes', 'redline'].map((kind) => `/api/copies/${articleId}?format=html&kind=${kind}`); // prettier-ignore
  return [
    ...['/', '/queue', '/api/queue', '/api/queue/counts'].map((path) => `${path}?text=${SECRET.slice(0, 8)}`), // prettier-ignore
    ...['/', '/queue', '/sources', '/desk', '/desk/progress', '/datasets', '/datasets/releases'],
    ...['', '/sign-off', '/revisions', '/original', '/outside'].map((page) => `/articles/${articleId}${page}`), // prettier-ignore
    ...['', `/annotations?ids=${annotationId}`, '/coverage', '/discussions', '/overrides', '/suggestions', '/presence'].map((path) => article + path), // prettier-ignore
    ...[`/api/checks/${checkId}`, `/api/evidence?collection=${collectionId}`, '/api/notices', '/api/workload'], // prettier-ignore
    ...[`/api/export?format=jsonl&collection=${collectionId}`, '/api/export?format=csv&file=evidence.csv'], // prettier-ignore
    ...copies,
  ];
}

/** All that the parts of a Word file say. */
function partsOf(bytes: Uint8Array): string {
  const parts = Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
  expect(parts.length).toBeGreaterThan(3);
  return parts.join('\n');
}

/** What the event stream tells from the beginning of the desk up to one thing. */
async function toldUpTo(desk: Desk, cookie: string, id: string): Promise<string> {
  const leaving = new AbortController();
  const { body } = await fetch(`${desk.url}/api/events?after=0`, { headers: { cookie }, signal: leaving.signal }); // prettier-ignore
  let told = '';
  for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
    told += piece;
    if (told.includes(id)) break;
  }
  leaving.abort();
  return told;
}

test('what is confidential is in no page, no answer, no search and no line that the server prints', async ({
  desk,
  page,
  allowConsole,
}) => {
  allowConsole(/4(00|09|22)/);
  await makeAccount(desk, 'Ada', 'admin');
  await makeAccount(desk, 'Cy', 'checker');
  await makeAccount(desk, 'Dee', 'editor');
  const place = firstCheck(desk);
  const own = await cookieOf(desk, 'Cy');
  await plant(desk, place, own);
  const openItem = newId();
  const open = { id: openItem, collectionId: place.collectionId, kind: 'document', title: 'Minutes', place: 'Town hall', origin: 'The clerk', terms: 'on_record' }; // prettier-ignore
  await post(desk, '/api/commands', { id: newId(), steps: [{ name: 'addEvidence', input: open }] }, { cookie: own }); // prettier-ignore

  await test.step('who brought it in sees it', async () => {
    const answer = await fetch(`${desk.url}/api/checks/${place.checkId}`, { headers: { cookie: own } }); // prettier-ignore
    expect(await answer.text()).toContain(SECRET);
  });

  for (const name of ['Dee', 'Ada']) {
    await test.step(`${name}, who is not named, reads and searches everything`, async () => {
      const cookie = await cookieOf(desk, name);
      for (const path of addressesOf(place)) {
        const answer = await fetch(`${desk.url}${path}`, { headers: { cookie } });
        expect(answer.status, path).toBe(200);
        expect(await answer.text(), path).not.toContain(SECRET);
      }
      for (const kind of ['notes', 'redline']) {
        const path = `/api/copies/${place.articleId}?format=docx&kind=${kind}`;
        const copy = await fetch(desk.url + path, { headers: { cookie } });
        expect(partsOf(new Uint8Array(await copy.arrayBuffer())), path).not.toContain(SECRET);
      }
      expect(await toldUpTo(desk, cookie, openItem)).not.toContain(SECRET);
    });
  }

  await test.step('the queue and the palette find nothing by its words', async () => {
    await signIn(page, 'Dee');
    await page.goto(`/queue?text=${SECRET}`);
    await expect(page.getByText('Nothing', { exact: false }).first()).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('What do you want to do?').fill(SECRET);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('option').filter({ hasText: SECRET })).toHaveCount(0); // prettier-ignore
  });

  expect(desk.serverLog()).toContain('Ready');
  expect(desk.serverLog()).not.toContain(SECRET);
});
