import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IngestedArticle } from '../model';
import { htmlReader } from './html';
import { isNestedDeeper } from './html-nesting';
import {
  articlesOf,
  DAMAGES,
  damaged,
  DAYS,
  expectSound,
  page,
  prose,
  story,
  textsOf,
} from './html-pages.testing';

const FACTS = { name: 'page.html', url: 'https://post.example/harbour/1', contentType: null };

async function only(html: string): Promise<IngestedArticle> {
  const articles = articlesOf(await htmlReader.read(new TextEncoder().encode(html), FACTS));
  expect(articles).toHaveLength(1);
  return articles[0]!;
}

function allText(article: IngestedArticle): string {
  return article.blocks.map(({ text }) => text).join('\n');
}

describe('an article page', () => {
  it('has headline and paragraphs, and the frame as furniture', async () => {
    const article = await only(page(story()));
    expect(article.headline).toBe('Harbour cranes stay closed');
    expect(textsOf(article, 'headline')).toEqual(['Harbour cranes stay closed']);
    expect(textsOf(article, 'paragraph')).toEqual(DAYS.map(prose));
    expect(textsOf(article, 'furniture')).toEqual([
      'Front page',
      'Sport',
      'Port Hallen Post, Quay Street',
    ]);
    expect(article.metadata?.language).toBe('en-GB');
  });

  it('reads the head: kicker, deck, byline, date and caption', async () => {
    const html = page(
      '<article><p class="kicker">Harbour</p><h1>Harbour cranes stay closed</h1>' +
        '<p class="standfirst">Ships are sent on to Vessa</p>' +
        '<div class="byline">By <a rel="author" href="/ida">Ida Rosk</a></div>' +
        '<time datetime="2026-02-03T08:00:00+01:00">3 February 2026</time>' +
        '<figure><img src="a.jpg"><figcaption>A bent crane in Port Hallen</figcaption></figure>' +
        `${DAYS.map((day) => `<p>${prose(day)}</p>`).join('')}</article>`,
    );
    const article = await only(html);
    expect(textsOf(article, 'kicker')).toEqual(['Harbour']);
    expect(article.deck).toBe('Ships are sent on to Vessa');
    expect(article.byline).toBe('Ida Rosk');
    expect(article.date?.value).toBe('2026-02-03');
    expect(article.metadata?.publishedAt).toBe('2026-02-03T08:00:00+01:00');
    expect(textsOf(article, 'caption')).toEqual(['A bent crane in Port Hallen']);
    expect(textsOf(article, 'paragraph')).toEqual(DAYS.map(prose));
  });

  it('takes metadata from a subtype of NewsArticle in an @graph', async () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'Site' },
        { '@id': '#ida', '@type': 'Person', name: 'Ida Rosk' },
        {
          '@type': ['ReportageNewsArticle'],
          headline: 'Harbour cranes stay closed',
          datePublished: '2026-02-03T08:00:00Z',
          author: [{ '@id': '#ida' }, { name: 'Olan Vey' }],
          publisher: { name: 'Port Hallen Post' },
          articleSection: 'Harbour',
        },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(graph)}</script>`;
    const article = await only(page(story(), head));
    expect(article.byline).toBe('Ida Rosk, Olan Vey');
    expect(article.metadata).toMatchObject({
      publisher: 'Port Hallen Post',
      section: 'Harbour',
      publishedAt: '2026-02-03T08:00:00Z',
      url: 'https://post.example/harbour/1',
    });
  });

  it('takes the headline of the metadata where the page shows another, and warns', async () => {
    const head = '<meta property="og:title" content="Vessa takes the ships of Port Hallen">';
    const article = await only(page(story(), head));
    expect(article.headline).toBe('Vessa takes the ships of Port Hallen');
    expect(article.warnings.join()).toContain('taken from the metadata');
  });

  it('reads a dateline', async () => {
    const html = page(story()).replace('<p>The', '<p>PORT HALLEN, Norland (NNA) — The');
    const article = await only(html);
    expect(article.places).toEqual(['PORT HALLEN, Norland']);
    expect(article.agency).toBe('NNA');
  });
});

describe('the body', () => {
  it('knows crossheads, nested lists, quotations and pull quotes', async () => {
    const article = await only(
      page(
        story(
          '<h2>Rails bent</h2><ul><li>First crane<ul><li>Its rail</li></ul></li><li>Second</li></ul>' +
            '<blockquote><p>We shall not open before spring, and nobody should wait.</p></blockquote>' +
            '<aside class="pullquote">Nobody should wait</aside>',
        ),
      ),
    );
    expect(textsOf(article, 'crosshead')).toEqual(['Rails bent']);
    const items = article.blocks.filter(({ role }) => role === 'list_item');
    expect(items.map(({ text, depth }) => [text, depth])).toEqual([
      ['First crane', 0],
      ['Its rail', 1],
      ['Second', 0],
    ]);
    expect(textsOf(article, 'block_quote')).toHaveLength(1);
    expect(textsOf(article, 'pullquote')).toEqual(['Nobody should wait']);
  });

  it('joins the cells of a table', async () => {
    const rows = '<tr><th>Quay</th><th>Depth</th></tr><tr><td>North</td><td>9 metres</td></tr>';
    const article = await only(page(story(`<table>${rows}</table>`)));
    expect(textsOf(article, 'table_row')).toEqual(['Quay | Depth', 'North | 9 metres']);
  });

  it('breaks lines at <br>, paragraphs at two, and keeps <pre>', async () => {
    const extra =
      '<p>Quay  Street\n 4<br>Port Hallen</p><p>One half.<br><br>Other half.</p>' +
      '<pre>North   9\nSouth  11</pre>';
    const text = allText(await only(page(story(extra))));
    expect(text).toContain('Quay Street 4\nPort Hallen');
    expect(text).toContain('One half.\nOther half.');
    expect(text).toContain('North   9\nSouth  11');
  });

  it('keeps formatting, and drops links that are scripts', async () => {
    const extra =
      '<p>See <a href="/vessa?utm_source=x">Vessa</a>, <em>now</em> or <b>later</b>, ' +
      '<a href="javascript:alert(1)">not this</a> <img src=x onerror="alert(1)"> today.</p>';
    const article = await only(page(story(extra)));
    const block = article.blocks.find(({ text }) => text.startsWith('See Vessa'))!;
    expect(block.text).toBe('See Vessa, now or later, not this today.');
    expect(block.formatting).toEqual([
      { kind: 'link', start: 4, end: 9, href: 'https://post.example/vessa?utm_source=x' },
      { kind: 'emphasis', start: 11, end: 14 },
      { kind: 'strong', start: 18, end: 23 },
    ]);
  });

  it('leaves out what a browser does not show', async () => {
    const hidden =
      '<script>secret()</script><style>.secret{}</style><template>secret</template>' +
      '<noscript><img src="secret.gif">secret</noscript><!-- secret --><svg><text>secret</text></svg>' +
      '<p style="display: none">secret</p><p hidden>secret</p><p aria-hidden="true">secret</p>' +
      '<iframe src="https://x.example">secret</iframe>';
    expect(allText(await only(page(story(hidden), '', hidden)))).not.toContain('secret');
  });

  it('takes readers’ comments apart from the article', async () => {
    const comments =
      '<section id="comments"><h2>2 comments</h2><ol><li class="comment" id="comment-1">' +
      '<p>My uncle built that crane.</p><ol><li class="comment"><p>He built it badly.</p></li></ol>' +
      '</li></ol></section>';
    const article = await only(page(story(), '', comments));
    const blocks = article.blocks.filter(({ role }) => role === 'reader_comment');
    expect(blocks.map(({ text, depth }) => [text, depth])).toEqual([
      ['My uncle built that crane.', 0],
      ['He built it badly.', 1],
    ]);
    expect(new Set(blocks.map(({ group }) => group)).size).toBe(2);
    expect(textsOf(article, 'paragraph')).toEqual(DAYS.map(prose));
  });

  it('keeps every visible word once, in order', async () => {
    const html = page(story('<div class="share"><a href="/s">Share this</a></div>'));
    const article = await only(html);
    const visible = html.replace(/<head>[^]*<\/head>/, '').replace(/<[^>]*>/g, ' ');
    expect(allText(article).split(/\s+/)).toEqual(visible.trim().split(/\s+/));
  });
});

describe('several articles', () => {
  const one = (title: string): string =>
    `<article><h2>${title}</h2><p>${prose('Monday')}</p><p>${prose('Friday')}</p></article>`;

  it('come out of an archive page, in order', async () => {
    const html = page(['Cranes close', 'Ferry stops', 'Fish is dear'].map(one).join(''));
    const articles = articlesOf(await htmlReader.read(new TextEncoder().encode(html), FACTS));
    expect(articles.map(({ headline }) => headline)).toEqual([
      'Cranes close',
      'Ferry stops',
      'Fish is dear',
    ]);
    expect(textsOf(articles[0], 'furniture')).toContain('Front page');
    expect(textsOf(articles[2], 'furniture')).toContain('Port Hallen Post, Quay Street');
    for (const article of articles) expect(textsOf(article, 'paragraph')).toHaveLength(2);
  });

  it('come out of headings with datelines', async () => {
    const item = (title: string): string =>
      `<h2>${title}</h2><p>VESSA (NNA) — ${prose('Monday')}</p><p>${prose('Friday')}</p>`;
    const html = page(item('Cranes close') + item('Ferry stops'));
    const articles = articlesOf(await htmlReader.read(new TextEncoder().encode(html), FACTS));
    expect(articles.map(({ headline }) => headline)).toEqual(['Cranes close', 'Ferry stops']);
  });

  it('are not made of teaser cards', async () => {
    const card =
      '<article class="card"><h3><a href="/x">Ferry stops</a></h3><p>No boats.</p></article>';
    const article = await only(page(story(), '', card.repeat(6)));
    expect(textsOf(article, 'paragraph')).toEqual(DAYS.map(prose));
  });
});

describe('charsets', () => {
  const accented = page(story('<p>Café Société in Vessa was full of people who waited.</p>'));
  const read = async (bytes: Uint8Array, contentType: string | null) => {
    const outcome = await htmlReader.read(bytes, { ...FACTS, contentType });
    if (!outcome.ok) throw new Error(outcome.refused);
    return { notes: outcome.notes, text: allText(outcome.articles[0]!) };
  };

  it('overrules a declared Latin-1 that is UTF-8', async () => {
    const { notes, text } = await read(Buffer.from(accented), 'text/html; charset=iso-8859-1');
    expect(text).toContain('Café Société');
    expect(notes.join()).toContain('but is UTF-8');
  });

  it('overrules a declared UTF-8 that is not', async () => {
    const { notes, text } = await read(Buffer.from(accented, 'latin1'), null);
    expect(text).toContain('Café Société');
    expect(notes.join()).toContain('Windows-1252');
  });

  it.each([
    ['a server’s header', 'text/html; charset=utf-16', ''],
    ['a header against the page’s own meta', 'text/html; charset=iso-8859-1', '<meta charset="utf-8">'],
    ['a meta', null, '<meta charset="iso-8859-2">'],
    ['a meta of old', null, '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'],
    ['a charset that nobody knows', null, '<meta charset="nonsense-8">'],
    ['an XML declaration', null, '<?xml version="1.0" encoding="ISO-8859-1"?>'],
    ['an XML declaration of UTF-16', null, '<?xml version="1.0" encoding="UTF-16"?>'],
  ] as const)('is not misled by %s', async (_, contentType, declaration) => {
    const html = declaration.startsWith('<?') ? declaration + accented : accented.replace('<head>', `<head>${declaration}`);
    expect(html).toContain(declaration);
    expect((await read(Buffer.from(html), contentType)).text).toContain('Café Société');
  }); // prettier-ignore

  it('follows a byte order mark', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(accented, 'utf16le')]);
    expect((await read(bytes, null)).text).toContain('Café Société');
  });
});

describe('what is no article', () => {
  const refusal = async (html: string) => {
    const outcome = await htmlReader.read(new TextEncoder().encode(html), FACTS);
    return outcome.ok ? '' : outcome.refused;
  };

  it('is refused with a sentence', async () => {
    expect(await refusal('')).toContain('empty');
    expect(await refusal('<html><body><script>1</script></body></html>')).toContain('no text');
    expect(await refusal('<div>'.repeat(100_000) + 'x')).toContain('1000 deep');
    expect(await refusal('<b><i>'.repeat(100_000) + 'x')).toContain('1000 deep');
  });

  it('is not refused for tags that end by themselves or stand in values', () => {
    expect(isNestedDeeper('<p>a<br>'.repeat(5000))).toBe(false);
    expect(isNestedDeeper('<ul>' + '<li>a'.repeat(5000))).toBe(false);
    expect(isNestedDeeper('<p title="<div>">a</p>'.repeat(5000))).toBe(false);
    expect(isNestedDeeper(`<script>${'"<div>"'.repeat(5000)}</script>`)).toBe(false);
  });
});

it('recognises pages by name, type and first tag', () => {
  const none = { name: 'x', url: null, contentType: null };
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  expect(htmlReader.recognises(bytes('\n<!-- a --><!DOCTYPE HTML><p>'), none)).toBe(true);
  expect(htmlReader.recognises(bytes('x'), { ...none, name: 'a.HTM' })).toBe(true);
  expect(htmlReader.recognises(bytes('x'), { ...none, contentType: 'text/html' })).toBe(true);
  expect(htmlReader.recognises(bytes('<rss><html>'), none)).toBe(false);
});

it('never throws for damaged pages', async () => {
  const bytes = new TextEncoder().encode(
    page(story('<ul><li><a href="/a">x</a></li></ul><table><tr><td>a</td><td>b</td></tr></table>')),
  );
  await fc.assert(
    fc.asyncProperty(DAMAGES, async (damages) => {
      expectSound(await htmlReader.read(damages.reduce(damaged, bytes), FACTS));
    }),
    { numRuns: 150 },
  );
});
