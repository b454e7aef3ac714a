import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { layOut } from '@/corpus/document/text';
import { closeDesk, currentDesk, migrateDesk } from '@/db/client';
import { ensureFirstPerson } from '@/db/commands/people';
import { ensureCollection, importFile } from '@/db/commands/import';
import { newId } from '@/db/ids';
import { makeArticle } from './reader/article';
import { report } from './report';
import { serve } from './serve';

/** The article page of a running desk: how much JavaScript it loads, and how long until it can be read. */
const LIMIT_KB = 220;
const SIZES = [
  { words: 1_000, marks: 60 },
  { words: 20_000, marks: 2_000 },
  { words: 200_000, marks: 20_000 },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
process.env['STET_DATABASE'] = join(folder, 'stet.db');

/** Stores a made-up article with its marks; returns its id. */
function storeArticle(words: number, marks: number): string {
  const desk = currentDesk();
  const actor = ensureFirstPerson(desk);
  const collection = ensureCollection(desk, actor, 'Bench');
  const article = makeArticle(words, marks);
  const bytes = new TextEncoder().encode(`Headline of ${words} words\n\n${article.text}\n`);
  const outcome = importFile(desk, actor, collection.id, { file: `${words}.txt`, bytes });
  if ('refused' in outcome) throw new Error(outcome.refused);
  const articleId = outcome.articles[0]!.id;
  const revision = desk.sqlite
    .prepare<[string], { id: string; text: string }>(
      'SELECT id, text FROM revision WHERE article_id = ?',
    )
    .get(articleId)!;
  const shift = layOut([]).text.length + revision.text.indexOf(article.text.slice(0, 200));
  const now = new Date().toISOString();
  const target = desk.sqlite.prepare(
    'INSERT INTO target (id, article_id, created_at) VALUES (?, ?, ?)',
  );
  const annotation = desk.sqlite.prepare(
    `INSERT INTO annotation (id, target_id, article_id, collection_id, kind, layer, origin, types, flags, created_by, created_at, updated_at, version)
     VALUES (?, ?, ?, ?, ?, 'shared', 'person', '[]', '[]', ?, ?, ?, 1)`,
  );
  const span = desk.sqlite.prepare(
    `INSERT INTO span (revision_id, target_id, part, ordinal, piece, start, "end", exact, prefix, suffix)
     VALUES (?, ?, 'content', 0, 0, ?, ?, ?, '', '')`,
  );
  desk.sqlite.transaction(() => {
    for (const mark of article.marks) {
      const [piece] = mark.spans;
      const [id, targetId] = [newId(), newId()];
      target.run(targetId, articleId, now);
      annotation.run(id, targetId, articleId, collection.id, mark.kind, actor.id, now, now);
      const [start, end] = [piece!.start + shift, piece!.end + shift];
      span.run(revision.id, targetId, start, end, revision.text.slice(start, end));
    }
  })();
  return articleId;
}

async function main(): Promise<void> {
  migrateDesk(currentDesk());
  const articles = SIZES.map((size) => ({ ...size, id: storeArticle(size.words, size.marks) }));
  closeDesk(currentDesk());
  const { url, stop } = await serve();
  const browser = await chromium.launch({
    executablePath: process.env['STET_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  for (const { words, marks, id } of articles) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    let scripts = 0;
    page.on('response', (response) => {
      if (!/\.js(\?|$)/.test(response.url())) return;
      void response.body().then((body) => (scripts += gzipSync(body, { level: 9 }).length));
    });
    const start = performance.now();
    await page.goto(`${url}/articles/${id}`);
    await page.locator('[data-reader] mark').first().waitFor();
    const ms = performance.now() - start;
    await page.waitForLoadState('networkidle').catch(() => undefined);
    const name = `${words.toLocaleString('en')} words, ${marks.toLocaleString('en')} marks`;
    report({ bench: 'page', case: `${name}: whole page until marked`, ms });
    if (words === 1_000) {
      const kilobytes = scripts / 1000;
      const line = {
        bench: 'page',
        case: 'article page, JavaScript, gzip',
        kilobytes,
        limitKb: LIMIT_KB,
      };
      console.log(JSON.stringify({ ...line, ok: kilobytes <= LIMIT_KB }));
    }
    await context.close();
  }
  await browser.close();
  await stop();
  rmSync(folder, { recursive: true });
}

await main();
