import { describe, expect, it } from 'vitest';
import { nitfReader } from './wire-nitf';
import {
  articlesIn,
  bytesOf,
  expectSoundWhenDamaged,
  factsOf,
  refusalOf,
  rolesOf,
} from './wire-pieces.testing';

const NITF = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf.dtd">
<nitf xml:lang="en">
  <head><title>harbour</title>
    <docdata management-status="embargoed">
      <doc-id id-string="nna-77" regsrc="NNA"/>
      <urgency ed-urg="4"/>
      <date.issue norm="20261112T090000Z"/>
      <date.release norm="20261113T060000+0100"/>
      <du-key key="harbour-opening" version="2"/>
      <doc.copyright holder="NNA" year="2026"/>
      <ed-msg info="Adds quote from mayor."/>
      <key-list><keyword key="harbour"/></key-list>
    </docdata>
    <revision-history norm="20261112T143000Z"/>
  </head>
  <body>
    <body.head>
      <hedline><hl1>UPDATE 2-Port Hallen opens its harbour</hl1><hl2>Nobody comes</hl2></hedline>
      <byline>By <person>Ada Quill</person><byttl>Port correspondent</byttl></byline>
      <distributor>Norland News Agency</distributor>
      <dateline><location>VESSA, Norland</location></dateline>
    </body.head>
    <body.content>
      <block>
        <p>The harbour of <location>Port Hallen</location> opened on <em>Monday</em>, the mayor said.</p>
        <media media-type="image"><media-reference source="a.jpg"/><media-caption>The harbour</media-caption></media>
        <hl2>Nine years</hl2>
        <p>It took nine years, and two floods came in the meantime.</p>
      </block>
    </body.content>
    <body.end><tagline>Reporting by Ada Quill</tagline></body.end>
  </body>
</nitf>`;

async function read(text: string) {
  const [article] = await articlesIn(nitfReader, bytesOf(text));
  return article!;
}

it('says who, when, where and which version', async () => {
  expect(await read(NITF)).toMatchObject({
    headline: 'UPDATE 2-Port Hallen opens its harbour',
    deck: 'Nobody comes',
    byline: 'Ada Quill',
    places: ['VESSA, Norland'],
    credit: 'Reporting by Ada Quill',
    date: { value: '2026-11-12', basis: 'stated' },
    metadata: {
      externalId: 'nna-77',
      version: '2',
      slug: 'harbour-opening',
      correction: 'UPDATE 2',
      language: 'en',
      publisher: 'Norland News Agency',
      publishedAt: '2026-11-12T09:00:00Z',
      modifiedAt: '2026-11-12T14:30:00Z',
      embargoedUntil: '2026-11-13T06:00:00+01:00',
      keywords: ['harbour'],
    },
  });
});

it('keeps captions, crossheads and the credit in their places', async () => {
  expect(rolesOf(await read(NITF)).slice(3)).toEqual([
    'paragraph: The harbour of Port Hallen opened on Monday, the mayor said.',
    'caption: The harbour',
    'crosshead: Nine years',
    'paragraph: It took nine years, and two floods came in the meantime.',
    'credit: Reporting by Ada Quill',
  ]);
});

describe('what is refused', () => {
  it.each([
    [
      'entities',
      NITF.replace('"nitf.dtd"', '"nitf.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]'),
      'declares entities',
    ],
    ['a cut file', NITF.slice(0, 1200), 'cut off'],
    ['no text', '<nitf><body/></nitf>', 'holds no text'],
  ])('%s', async (_, text, words) => {
    expect(await refusalOf(nitfReader, bytesOf(text))).toContain(words);
  });
});

it('knows its files', () => {
  expect(nitfReader.recognises(bytesOf(NITF), factsOf('a.xml'))).toBe(true);
  expect(nitfReader.recognises(bytesOf('<newsItem/>'), factsOf('a.xml'))).toBe(false);
});

it('takes any damage', async () => {
  await expectSoundWhenDamaged(nitfReader, bytesOf(NITF), 'a.xml');
});
