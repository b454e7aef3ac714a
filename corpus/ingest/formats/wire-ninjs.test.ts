import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ninjsReader } from './wire-ninjs';
import {
  articlesIn,
  bytesOf,
  expectSound,
  expectSoundWhenDamaged,
  factsOf,
  refusalOf,
  rolesOf,
} from './wire-pieces.testing';

const FIRST = {
  uri: 'urn:nna:harbour',
  version: '4',
  pubstatus: 'usable',
  firstcreated: '2026-11-12T09:00:00Z',
  versioncreated: '2026-11-12T14:30:00Z',
  embargoed: '2026-11-13T06:00:00Z',
  headline: 'Port Hallen opens its harbour',
  slugline: 'harbour-opening',
  byline: 'Ada Quill',
  language: 'en',
  located: 'Vessa',
  copyrightholder: 'Norland News Agency',
  ednote: '',
  body_html:
    '<p>(Corrects spelling of name in paragraph 3)</p><p>The <strong>harbour</strong> opened on Monday, <a href="javascript:x()">she</a> said.</p><script>alert(1)</script>',
};

const SECOND = {
  uri: 'urn:nna:bridge',
  standard: { name: 'ninjs', version: '2.1' },
  headlines: [
    { role: 'short', value: 'Bridge shut' },
    { role: 'main', value: 'WRAPUP 1-Norland closes its bridge' },
  ],
  by: 'Ben Marrow',
  infosources: [{ name: 'NNA' }],
  rightsinfo: { copyrightnotice: '© NNA' },
  bodies: [
    { role: 'main', contenttype: 'text/plain', value: 'One of them came.\n\nTwo of them left.' },
  ],
};

const bytes = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));

describe('an item', () => {
  it('of ninjs 1', async () => {
    const [article] = await articlesIn(ninjsReader, bytes(FIRST));
    expect(article).toMatchObject({
      headline: 'Port Hallen opens its harbour',
      byline: 'Ada Quill',
      places: ['Vessa'],
      date: { value: '2026-11-12' },
      metadata: {
        externalId: 'urn:nna:harbour',
        version: '4',
        slug: 'harbour-opening',
        correction: 'correction',
        language: 'en',
        publisher: 'Norland News Agency',
        publishedAt: '2026-11-12T09:00:00Z',
        modifiedAt: '2026-11-12T14:30:00Z',
        embargoedUntil: '2026-11-13T06:00:00Z',
        rights: '© Norland News Agency',
      },
    });
    expect(article?.blocks.at(-1)).toMatchObject({
      text: 'The harbour opened on Monday, she said.',
      formatting: [{ kind: 'strong', start: 4, end: 11 }],
    });
  });

  it('of ninjs 2', async () => {
    const [article] = await articlesIn(ninjsReader, bytes(SECOND));
    expect(article).toMatchObject({
      headline: 'WRAPUP 1-Norland closes its bridge',
      metadata: { correction: 'WRAPUP 1', publisher: 'NNA', rights: '© NNA' },
    });
    expect(rolesOf(article).slice(2)).toEqual([
      'paragraph: One of them came.',
      'paragraph: Two of them left.',
    ]);
  });

  it('that is cancelled says so', async () => {
    const [article] = await articlesIn(ninjsReader, bytes({ ...FIRST, pubstatus: 'canceled' }));
    expect(article?.warnings[0]).toContain('cancelled');
  });
});

it('reads a body nested beyond reason as words', async () => {
  const body_html = `${'<div>'.repeat(50_000)}The harbour opened on Monday, the mayor said.`;
  const [article] = await articlesIn(ninjsReader, bytes({ ...FIRST, body_html }));
  expect(rolesOf(article).at(-1)).toContain('The harbour opened on Monday, the mayor said.');
});

it('reads lists of items', async () => {
  expect(await articlesIn(ninjsReader, bytes([FIRST, SECOND]))).toHaveLength(2);
  expect(await articlesIn(ninjsReader, bytes({ _items: [FIRST, SECOND] }))).toHaveLength(2);
});

describe('what is refused', () => {
  it.each([
    ['a cut file', JSON.stringify(FIRST).slice(0, 200), 'cut off'],
    ['other JSON', '{"a":1}', 'no ninjs'],
    ['no text', JSON.stringify({ ...FIRST, body_html: '' }), 'holds no text'],
  ])('%s', async (_, text, words) => {
    expect(await refusalOf(ninjsReader, bytesOf(text))).toContain(words);
  });
});

it('knows its files', () => {
  expect(ninjsReader.recognises(bytes(FIRST), factsOf('a.json'))).toBe(true);
  expect(ninjsReader.recognises(bytes(SECOND), factsOf('a.json'))).toBe(true);
  expect(ninjsReader.recognises(bytes({ text: 'a' }), factsOf('a.json'))).toBe(false);
});

it('takes any values and any damage', async () => {
  await expectSoundWhenDamaged(ninjsReader, bytes([FIRST, SECOND]), 'a.json');
  const values = fc.record({
    uri: fc.jsonValue(),
    headline: fc.jsonValue(),
    body_text: fc.string({ unit: 'binary' }),
    body_html: fc.jsonValue(),
    ednote: fc.string(),
    byline: fc.string({ unit: 'binary' }),
  });
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      expectSound(await ninjsReader.read(bytes(value), factsOf('a.json')));
    }),
  );
});
