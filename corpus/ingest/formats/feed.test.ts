import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feedReader } from './feed';
import { articlesOf, damaged, DAMAGES, expectSound, prose, textsOf } from './html-pages.testing';

const FACTS = { name: 'feed.xml', url: 'https://post.example/feed', contentType: null };

const RSS = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Port Hallen Post</title><link>https://post.example/</link>
<language>en-gb</language><atom:link rel="self" href="https://post.example/feed"/>
<item><title>Cranes &amp; quays close</title><link>https://post.example/1</link>
<guid isPermaLink="false">post-1</guid><dc:creator>Ida Rosk</dc:creator>
<pubDate>Tue, 03 Mar 2026 10:00:00 +0200</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>${prose('Monday')}</p><ul><li>North quay</li></ul>
<p><a href="javascript:x()">bad</a> <a href="/2">good</a></p>]]></content:encoded></item>
<item><title>Ferry stops</title><link>https://post.example/feed</link>
<description>No boats go to Vessa &lt;b&gt;today&lt;/b&gt;.</description></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Vessa Times</title>
<id>urn:vessa</id><link rel="self" href="https://post.example/feed"/>
<entry><title>Fish is dear</title><id>urn:vessa:1</id><updated>2026-03-03T10:00:00Z</updated>
<link href="/fish"/><author><name>Olan Vey</name></author>
<content type="html">&lt;p&gt;${prose('Friday')}&lt;/p&gt;</content></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Norland News',
  items: [
    { id: 'n1', title: 'Snow', content_text: 'Snow fell & <stayed>.', url: 'https://n.example/1' },
  ],
});

async function read(text: string) {
  return feedReader.read(new TextEncoder().encode(text), FACTS);
}

it('reads RSS entries as articles', async () => {
  const [first, second] = articlesOf(await read(RSS));
  expect(first).toMatchObject({
    headline: 'Cranes & quays close',
    byline: 'Ida Rosk',
    date: { value: '2026-03-03' },
    metadata: {
      externalId: 'post-1',
      url: 'https://post.example/1',
      publisher: 'Port Hallen Post',
      language: 'en-gb',
      publishedAt: '2026-03-03T10:00:00+02:00',
    },
  });
  expect(textsOf(first, 'paragraph')).toEqual([prose('Monday'), 'bad good']);
  expect(textsOf(first, 'list_item')).toEqual(['North quay']);
  expect(first?.blocks.at(-1)?.formatting).toEqual([
    { kind: 'link', start: 4, end: 8, href: 'https://post.example/2' },
  ]);
  expect(textsOf(second, 'paragraph')).toEqual(['No boats go to Vessa today.']);
  expect(second?.warnings.join()).toContain('only a summary');
});

it.each([
  ['fetched from there', FACTS.url, ''],
  ['from a file that says where it stands', null, '<atom:link rel="self" href="https://post.example/feed"/>'],
])('says once that entries point at the feed itself, and takes it for no page of theirs: %s', async (_, url, self) => {
  const item = (title: string, link: string) =>
    `<item><title>${title}</title><link>${link}</link><description>${prose(title)}</description></item>`;
  const feed = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Loop</title>${self}
    ${item('Fog', 'https://post.example/feed')}${item('Snow', 'https://post.example/feed#2')}${item('Ice', 'https://post.example/ice')}</channel></rss>`;
  const outcome = await feedReader.read(new TextEncoder().encode(feed), { ...FACTS, url });
  const articles = articlesOf(outcome);
  expect(articles.map(({ metadata }) => metadata?.url)).toEqual([undefined, undefined, 'https://post.example/ice']);
  expect(outcome).toMatchObject({ notes: ['2 entries point at the feed itself instead of a page; the address was left out.'] });
}); // prettier-ignore

it('reads Atom and JSON Feed', async () => {
  const [atom] = articlesOf(await read(ATOM));
  expect(atom).toMatchObject({
    headline: 'Fish is dear',
    byline: 'Olan Vey',
    metadata: { url: 'https://post.example/fish', externalId: 'urn:vessa:1', language: 'en' },
  });
  expect(textsOf(atom, 'paragraph')).toEqual([prose('Friday')]);
  const [json] = articlesOf(await read(JSON_FEED));
  expect(textsOf(json, 'paragraph')).toEqual(['Snow fell & <stayed>.']);
});

it('reads RDF', async () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://v.example"><title>V</title></channel>
    <item rdf:about="https://v.example/1"><title>Fog</title><link>https://v.example/1</link>
    <description>Fog lay on Vessa.</description></item></rdf:RDF>`;
  const [article] = articlesOf(await read(rdf));
  expect(article).toMatchObject({ headline: 'Fog', metadata: { url: 'https://v.example/1' } });
});

it('refuses entities and what is no feed', async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${RSS.replace(/^<\?.*\n/, '')}`;
  const refused = await read(bomb);
  expect(!refused.ok && refused.refused).toContain('entities');
  expect((await read('<rss><channel>')).ok).toBe(false);
  expect((await read('')).ok).toBe(false);
});

it('recognises feeds by their first element', () => {
  const sees = (text: string): boolean =>
    feedReader.recognises(new TextEncoder().encode(text), { ...FACTS, name: 'x' });
  expect([RSS, ATOM, JSON_FEED].map(sees)).toEqual([true, true, true]);
  expect(sees('<html><rss>')).toBe(false);
});

it.each([RSS, ATOM, JSON_FEED])('never throws for damaged feeds', async (feed) => {
  const bytes = new TextEncoder().encode(feed);
  await fc.assert(
    fc.asyncProperty(DAMAGES, async (damages) => {
      expectSound(await feedReader.read(damages.reduce(damaged, bytes), FACTS));
    }),
    { numRuns: 80 },
  );
});
