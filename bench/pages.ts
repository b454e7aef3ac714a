import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepMemoryLow } from '@/corpus/ingest/memory';
import { randomOf } from '@/corpus/evaluate/random';
import { readFiles } from '@/corpus/ingest/read-file';
import { closeDesk, migrateDesk, openDesk } from '@/db/client';
import { ensureCollection, importFile } from '@/db/commands/import';
import { ensureFirstPerson } from '@/db/commands/people';

/** Web pages in the shapes that news sites have, read and stored one after the other. */
const PAGES = 1000;
const LIMIT_PER_SECOND = 30;
const LIMIT_MB = 300;

const random = randomOf(11);
const WORDS =
  'the harbour county said on Monday that ferry crews would wait for a new wall while mayor and engineers looked at cracks in two piers which had cost more crowns than anybody in town expected after storm'.split(
    ' ',
  );

function words(count: number): string {
  const drawn = Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
  return drawn[0]!.toUpperCase() + drawn.slice(1);
}

const repeat = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('\n');

/** A page of some 60 kB: head, navigation, article, pull quote, related cards, comments, scripts. */
function pageOf(number: number): string {
  const headline = `${words(8)} ${number}`;
  const data = { '@type': 'NewsArticle', headline, datePublished: '2026-11-20T08:00:00Z', author: { name: 'Nell Odgers' } }; // prettier-ignore
  return `<!doctype html><html lang="en"><head><title>${headline} | Coast Press</title>
<meta property="og:site_name" content="Coast Press"><script type="application/ld+json">${JSON.stringify(data)}</script>
<style>${repeat(120, (at) => `.c${at}{margin:${at}px}`)}</style><script>${repeat(200, (at) => `window.x${at}=${at};`)}</script></head><body>
<header><nav><ul>${repeat(40, (at) => `<li class="nav-item"><a href="/section/${at}">${words(2)}</a></li>`)}</ul></nav></header>
<main><article><h1>${headline}</h1><p class="byline">By <a href="/nell">Nell Odgers</a></p>
<figure><img src="/a.jpg" alt=""><figcaption>${words(12)}.</figcaption></figure>
${repeat(28, (at) => `${at % 7 === 6 ? `<h2>${words(4)}</h2>` : ''}<p>${words(45)}, <em>${words(3)}</em>, <a href="/story/${at}">${words(4)}</a>. “${words(14)},” she said.</p>`)}
<blockquote><p>${words(25)}.</p></blockquote></article>
<aside class="related">${repeat(12, (at) => `<div class="card"><a href="/r/${at}"><img src="/t.jpg" alt=""><h3>${words(9)}</h3></a><span class="time">2 hours ago</span></div>`)}</aside>
<section id="comments">${repeat(20, () => `<div class="comment"><p class="author">${words(1)} says:</p><p>${words(30)}.</p></div>`)}</section></main>
<footer>${repeat(30, (at) => `<a href="/f/${at}">${words(2)}</a>`)}</footer></body></html>`;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'));
  const desk = openDesk(join(folder, 'stet.db'));
  try {
    migrateDesk(desk);
    const actor = ensureFirstPerson(desk);
    const { id } = ensureCollection(desk, actor, 'Pages');
    const encoder = new TextEncoder();
    let articles = 0;
    let kilobytes = 0;
    let peakMb = 0;
    const start = performance.now();
    for (let number = 0; number < PAGES; number++) {
      const bytes = encoder.encode(pageOf(number));
      kilobytes += bytes.length / 1024;
      const facts = { name: `${number}.html`, url: null, contentType: null };
      for await (const read of readFiles(bytes, facts)) {
        if ('note' in read) continue;
        const outcome = importFile(desk, actor, id, read);
        if (!('refused' in outcome)) articles += outcome.articles.length;
      }
      keepMemoryLow();
      peakMb = Math.max(peakMb, process.memoryUsage().rss / (1024 * 1024));
    }
    const perSecond = (PAGES / (performance.now() - start)) * 1000;
    console.log(
      JSON.stringify({
        bench: 'pages',
        case: `${PAGES} web pages of ${Math.round(kilobytes / PAGES)} kB`,
        perSecond: Math.round(perSecond * 10) / 10,
        articles,
        peakMb: Math.round(peakMb),
        limit: { perSecond: LIMIT_PER_SECOND, peakMb: LIMIT_MB },
        ok: perSecond >= LIMIT_PER_SECOND && articles === PAGES && peakMb < LIMIT_MB,
      }),
    );
  } finally {
    closeDesk(desk);
    rmSync(folder, { recursive: true });
  }
}

await main();
