import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventNotice } from '@/components/desk/desk-context';
import { ArticleStore } from '@/components/workbench/article-store';
import { MarkFollower } from '@/components/workbench/mark-follower';
import type { ReadingAnnotation, ReadingArticle } from '@/corpus/annotation/reading';
import { randomOf } from '@/corpus/evaluate/random';
import { closeDesk, currentDesk, migrateDesk } from '@/db/client';
import { ensureCollection, importFile } from '@/db/commands/import';
import { ensureFirstPerson, insertPerson } from '@/db/commands/people';
import { newId } from '@/db/ids';
import { makeArticle } from './reader/article';
import { report } from './report';
import { serve } from './serve';

/** Ten windows on one article of a running desk, which mark it all at once: until all show all. */
const WINDOWS = 10;
const MARKS = 1000;
const LIMIT_MS = 1000;
const PATIENCE_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
process.env['STET_DATABASE'] = join(folder, 'stet.db');

/** A window without a browser: the event stream, the store and the readings of the real one. */
class Window {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    readonly store: ArticleStore,
  ) {}

  static async open(url: string, articleId: string, personId: string): Promise<Window> {
    const cookie = `stet-person=${personId}`;
    const response = await fetch(`${url}/api/articles/${articleId}`, { headers: { cookie } });
    const window = new Window(
      url,
      cookie,
      new ArticleStore((await response.json()) as ReadingArticle),
    );
    void window.follow();
    return window;
  }

  async mark(seed: number, count: number): Promise<void> {
    const random = randomOf(seed);
    const { article, revision, blocks } = this.store.reading;
    for (let made = 0; made < count; made++) {
      const block = random.pick(blocks.filter(({ start, end }) => end - start > 60));
      const start = block.start + random.below(block.end - block.start - 50);
      const spans = [{ part: 'content', ordinal: 0, piece: 0, start, end: start + 30 }];
      const input = { id: newId(), articleId: article.id, revisionId: revision.id, kind: 'claim', spans }; // prettier-ignore
      const steps = [{ name: 'createAnnotation', input }];
      const response = await fetch(`${this.url}/api/commands`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: this.url, cookie: this.cookie },
        body: JSON.stringify({ id: newId(), steps }),
      });
      if (!response.ok) throw new Error(await response.text());
    }
  }

  private async follow(): Promise<void> {
    const { url, cookie, store } = this;
    const { article, eventSeq } = store.reading;
    const follower = new MarkFollower(store, async (ids) => {
      const path = `/api/articles/${article.id}/annotations?ids=${ids.join()}`;
      const response = await fetch(`${url}${path}`, { headers: { cookie } });
      return response.ok ? ((await response.json()) as ReadingAnnotation[]) : null;
    });
    const stream = await fetch(`${url}/api/events?after=${eventSeq}`, { headers: { cookie } });
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        const messages = text.split('\n\n');
        text = messages.pop()!;
        for (const message of messages) {
          const data = /^data: (.*)$/m.exec(message)?.[1];
          if (data !== undefined) follower.hear(JSON.parse(data) as EventNotice[]);
        }
      }
    } catch {
      // The server has been stopped.
    }
    follower.stop();
  }
}

/** Resolves when the window shows so many marks. */
function shows({ store }: Window, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`only ${store.list().length} marks came`)), PATIENCE_MS); // prettier-ignore
    const look = () => {
      if (store.list().length < count) return;
      clearTimeout(late);
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}

async function main(): Promise<void> {
  const desk = currentDesk();
  migrateDesk(desk);
  const actor = ensureFirstPerson(desk);
  const { text } = makeArticle(2_000, 0);
  const bytes = new TextEncoder().encode(`Headline\n\n${text}\n`);
  const collection = ensureCollection(desk, actor, 'Bench');
  const outcome = importFile(desk, actor, collection.id, { file: 'live.txt', bytes });
  if ('refused' in outcome) throw new Error(outcome.refused);
  const people = Array.from({ length: WINDOWS }, (_, at) => insertPerson(desk, `Person ${at}`));
  closeDesk(desk);
  const { url, stop } = await serve();
  const articleId = outcome.articles[0]!.id;
  const windows = await Promise.all(people.map(({ id }) => Window.open(url, articleId, id)));
  const start = performance.now();
  await Promise.all(windows.map((window, at) => window.mark(at + 1, MARKS / WINDOWS)));
  const acknowledged = performance.now();
  await Promise.all(windows.map((window) => shows(window, MARKS)));
  const name = `${WINDOWS} windows, ${MARKS.toLocaleString('en')} marks`;
  report({ bench: 'live', case: `${name}: all made`, ms: acknowledged - start });
  report({ bench: 'live', case: `${name}: the last one reaches all`, ms: performance.now() - acknowledged, limitMs: LIMIT_MS }); // prettier-ignore
  await stop();
  rmSync(folder, { recursive: true });
}

await main();
