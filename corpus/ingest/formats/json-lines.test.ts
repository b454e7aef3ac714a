import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonLinesReader } from './json-lines';
import {
  articlesIn,
  bytesOf,
  expectSound,
  expectSoundWhenDamaged,
  factsOf,
  refusalOf,
  rolesOf,
} from './wire-pieces.testing';

const TEXT =
  'VESSA, Norland — The harbour of Port Hallen opened on Monday.\n\nNobody came, the mayor said.';
const RECORD = {
  id: 7,
  headline: 'Port Hallen opens its harbour',
  author: 'Ada Quill',
  date: '2026-11-12T08:00:00Z',
  url: 'https://example.org/harbour',
  source: 'Vessa Courier',
  language: 'en',
  text: TEXT,
};

const linesOf = (...records: unknown[]): Uint8Array =>
  bytesOf(records.map((record) => JSON.stringify(record)).join('\n'));

describe('a record', () => {
  it('is one article with what its fields say', async () => {
    const [article] = await articlesIn(jsonLinesReader, linesOf(RECORD, RECORD));
    expect(article).toMatchObject({
      headline: 'Port Hallen opens its harbour',
      byline: 'Ada Quill',
      places: ['VESSA, Norland'],
      date: { value: '2026-11-12', basis: 'stated' },
      metadata: {
        externalId: '7',
        url: 'https://example.org/harbour',
        publisher: 'Vessa Courier',
        language: 'en',
        publishedAt: '2026-11-12T08:00:00Z',
      },
    });
    expect(rolesOf(article).slice(0, 2)).toEqual([
      'headline: Port Hallen opens its harbour',
      'byline: Ada Quill',
    ]);
  });

  it('is one article even where a text would be split', async () => {
    const story = (title: string): string =>
      `${title}\n\nBy Ada Quill\n\nVESSA, Norland (NNA) — ${'The harbour opened on Monday after nine years. '.repeat(4)}\n\nNobody came to see it, the mayor of the town said.\n\n(Reporting by Ada Quill; editing by Ben Marrow)`;
    const text = `${story('Port Hallen opens its harbour')}\n\n${story('Norland closes its bridge')}`;
    const articles = await articlesIn(jsonLinesReader, linesOf({ text }));
    expect(articles).toHaveLength(1);
    expect(rolesOf(articles[0])).toContain('crosshead: Norland closes its bridge');
  });

  it('does not repeat a headline that opens its text', async () => {
    const text = `Port Hallen opens its harbour\n\n${TEXT}`;
    const [article] = await articlesIn(jsonLinesReader, linesOf({ ...RECORD, text }));
    expect(article?.blocks.filter(({ role }) => role === 'headline')).toHaveLength(1);
    expect(article?.blocks.filter((block) => block.text === RECORD.headline)).toHaveLength(1);
  });
});

describe('a file', () => {
  it('may be an array, or one object over many lines', async () => {
    expect(
      await articlesIn(jsonLinesReader, bytesOf(JSON.stringify([RECORD, RECORD], null, 2))),
    ).toHaveLength(2);
    expect(
      await articlesIn(jsonLinesReader, bytesOf(JSON.stringify(RECORD, null, 2))),
    ).toHaveLength(1);
  });

  it('names bad lines and unknown fields, and keeps the others', async () => {
    const bytes = bytesOf(
      `{"text":"a good line here","score":1}\n{"text":\n\n[1]\n{"title":"b"}\n{"text":3}\n{"text":" "}`,
    );
    const outcome = await jsonLinesReader.read(bytes, factsOf('a.jsonl'));
    expect(outcome).toMatchObject({
      ok: true,
      notes: [
        'Left out: Line 2: it is no JSON; Line 4: it is no object; Line 5: it has no field “text”; Line 6: “text” is no string; Line 7: “text” is empty.',
        'Fields that were not read: score.',
      ],
    });
  });

  it('is refused with the first reason where nothing is good', async () => {
    expect(await refusalOf(jsonLinesReader, bytesOf('{"a":1}\n{"b":2}'))).toBe(
      'No record can be read (Line 1: it has no field “text”); write one object with a “text” on each line.',
    );
    expect(await refusalOf(jsonLinesReader, bytesOf('[]'))).toContain('no records');
  });

  it('is known by its name', () => {
    expect(jsonLinesReader.recognises(bytesOf(''), factsOf('a.jsonl'))).toBe(true);
    expect(jsonLinesReader.recognises(bytesOf(' [{}]'), factsOf('a.json'))).toBe(true);
    expect(jsonLinesReader.recognises(bytesOf('{}'), factsOf('a.txt'))).toBe(false);
  });
});

it('takes any values and any damage', async () => {
  await expectSoundWhenDamaged(jsonLinesReader, linesOf(RECORD, RECORD), 'a.jsonl');
  const record = fc.record({
    text: fc.string({ unit: 'binary' }),
    title: fc.jsonValue(),
    url: fc.webUrl(),
    date: fc.jsonValue(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(record), async (records) => {
      expectSound(await jsonLinesReader.read(linesOf(...records), factsOf('a.jsonl')));
    }),
  );
});
