import { describe, expect, it } from 'vitest';
import { newsmlReader } from './wire-newsml';
import {
  articlesIn,
  bytesOf,
  expectSoundWhenDamaged,
  factsOf,
  refusalOf,
  rolesOf,
} from './wire-pieces.testing';

const XHTML =
  '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head><body>' +
  '<p>VESSA, Norland (NNA) &#8212; The <b>harbour</b> opened on <a href="https://example.org/a">Monday</a> &amp; nobody came.</p>' +
  '<h2>Nine years</h2><ul><li>One<ul><li>Two</li></ul></li></ul><blockquote><p>It was worth it.</p></blockquote>' +
  '<table><tr><td>Vessa</td><td>312</td></tr></table></body></html></inlineXML>';

function item(
  body = XHTML,
  more = '',
  headline = 'CORRECTED-Port Hallen opens its harbour',
): string {
  return (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:nna.example:20261112:harbour:3" version="3" xml:lang="en">' +
    '<rightsInfo><copyrightHolder literal="NNA"/><usageTerms>Not for resale.</usageTerms></rightsInfo>' +
    '<itemMeta><provider qcode="nna:main"><name>Norland News Agency</name></provider>' +
    '<versionCreated>2026-11-12T14:30:00Z</versionCreated><firstCreated>2026-11-12T09:00:00Z</firstCreated>' +
    `<pubStatus qcode="stat:usable"/>${more}</itemMeta>` +
    '<contentMeta><urgency>3</urgency><by>By Ada Quill</by><slugline>HARBOUR-OPENING</slugline>' +
    `<headline>${headline}</headline><keyword>harbour</keyword><language tag="en-GB"/></contentMeta>` +
    `<contentSet>${body}</contentSet></newsItem>`
  );
}

const file = (text: string): Uint8Array =>
  bytesOf(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);

async function read(text: string) {
  const [article] = await articlesIn(newsmlReader, file(text));
  return article!;
}

describe('a newsItem', () => {
  it('says who, when, and which version', async () => {
    expect(await read(item())).toMatchObject({
      headline: 'CORRECTED-Port Hallen opens its harbour',
      byline: 'Ada Quill',
      places: ['VESSA, Norland'],
      agency: 'NNA',
      metadata: {
        externalId: 'urn:newsml:nna.example:20261112:harbour',
        version: '3',
        slug: 'HARBOUR-OPENING',
        correction: 'CORRECTED',
        language: 'en-GB',
        publisher: 'Norland News Agency',
        rights: 'Not for resale.',
        publishedAt: '2026-11-12T09:00:00Z',
        modifiedAt: '2026-11-12T14:30:00Z',
        keywords: ['harbour'],
      },
    });
  });

  it('has its body as XHTML', async () => {
    const article = await read(item());
    expect(rolesOf(article)).toEqual([
      'headline: CORRECTED-Port Hallen opens its harbour',
      'byline: By Ada Quill',
      'paragraph: VESSA, Norland (NNA) — The harbour opened on Monday & nobody came.',
      'crosshead: Nine years',
      'list_item: One',
      'list_item: Two',
      'block_quote: It was worth it.',
      'table_row: Vessa\t312',
    ]);
    expect(article.blocks[2]?.formatting?.map(({ kind }) => kind)).toEqual(['strong', 'link']);
    expect(article.blocks[5]?.depth).toBe(1);
  });

  it.each([
    [
      'CDATA',
      '<inlineData contenttype="text/html"><![CDATA[<p>One &amp; all.</p><p>Two of them.</p>]]></inlineData>',
    ],
    [
      'escaped',
      '<inlineData contenttype="text/html">&lt;p&gt;One &amp;amp; all.&lt;/p&gt;&lt;p&gt;Two of them.&lt;/p&gt;</inlineData>',
    ],
    [
      'NITF',
      '<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>One &amp; all.</p><p>Two of them.</p></body.content></body></nitf></inlineXML>',
    ],
    [
      'NITF in CDATA',
      '<inlineData><![CDATA[<nitf><body><body.content><p>One &amp; all.</p><p>Two of them.</p></body.content></body></nitf>]]></inlineData>',
    ],
    ['plain', '<inlineData contenttype="text/plain">One &amp; all.\n\nTwo of them.</inlineData>'],
  ])('or %s', async (_, body) => {
    expect(rolesOf(await read(item(body))).slice(2)).toEqual([
      'paragraph: One & all.',
      'paragraph: Two of them.',
    ]);
  });

  it('may be held back, cancelled or withheld', async () => {
    const held = await read(item(XHTML, '<embargoed>2026-11-13T06:00:00+01:00</embargoed>'));
    expect(held.metadata?.embargoedUntil).toBe('2026-11-13T06:00:00+01:00');
    expect(held.warnings[0]).toContain('2026-11-13T06:00');
    const cancelled = await read(item().replace('stat:usable', 'stat:canceled'));
    expect(cancelled.warnings[0]).toContain('cancelled');
    const withheld = await read(item().replace('stat:usable', 'stat:withheld'));
    expect(withheld.warnings[0]).toContain('withholds');
  });

  it('may be a correction by its note or its signal', async () => {
    const plain = 'Port Hallen opens its harbour';
    const noted = await read(item(XHTML, '<edNote>Corrects spelling of name.</edNote>', plain));
    expect(noted.metadata?.correction).toBe('correction');
    expect(noted.warnings[0]).toContain('Corrects spelling of name.');
    const signalled = await read(item(XHTML, '<signal qcode="sig:update"/>', plain));
    expect(signalled.metadata?.correction).toBe('update');
    const other = await read(item(XHTML, '<edNote>Photos to follow.</edNote>', plain));
    expect(other.metadata?.correction).toBeUndefined();
  });
});

it('reads all items of a newsMessage and leaves out those without text', async () => {
  const picture = item('<remoteContent href="a.jpg"/>');
  const bytes = file(
    `<newsMessage><header/><itemSet>${item()}${picture}${item()}</itemSet></newsMessage>`,
  );
  const outcome = await newsmlReader.read(bytes, factsOf('a.xml'));
  expect(outcome).toMatchObject({ ok: true, notes: ['1 item(s) without text were left out.'] });
  expect(await articlesIn(newsmlReader, bytes)).toHaveLength(2);
});

describe('what is refused', () => {
  it.each([
    [
      'entities',
      `<!DOCTYPE a [<!ENTITY b "c">]>${item()}`,
      'It declares entities, which Stet does not expand',
    ],
    [
      'deep nesting',
      `<newsItem>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</newsItem>`,
      'nested more than 100 deep',
    ],
    ['a cut file', item().slice(0, 700), 'damaged or cut off (line 2)'],
    ['no text', item('<remoteContent href="a.jpg"/>'), 'holds no text'],
  ])('%s', async (_, text, words) => {
    expect(await refusalOf(newsmlReader, file(text))).toContain(words);
  });
});

it('knows its files', () => {
  expect(newsmlReader.recognises(file(item()), factsOf('a.xml'))).toBe(true);
  expect(newsmlReader.recognises(bytesOf('<nitf/>'), factsOf('a.xml'))).toBe(false);
});

it('takes any damage', async () => {
  await expectSoundWhenDamaged(newsmlReader, file(item()), 'a.xml');
});
