import { describe, expect, it } from 'vitest';
import { pdfReader } from './pdf';
import { linesAt, pdfOf, type TestWords } from './pdf.testing';
import {
  articlesIn,
  bytesOf,
  expectSoundWhenDamaged,
  factsOf,
  refusalOf,
  rolesOf,
} from './wire-pieces.testing';

const HEADLINE: TestWords = { x: 72, y: 700, text: 'Port Hallen opens its harbour', size: 20 };

const FIRST = [
  'The harbour of Port Hallen opened on Monday after nine years of work',
  'and two floods, and the first ship that came in was a coal barge that',
  'nobody had asked for, the mayor said.',
];
const SECOND = [
  'Its captain told the council of Vessa that he had lost his way in the',
  'fog and would be gone by the evening tide.',
];

async function blocksIn(pages: readonly (readonly TestWords[])[]): Promise<string[]> {
  const [article] = await articlesIn(pdfReader, pdfOf({ pages }));
  return rolesOf(article);
}

function numbered(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${from} line ${at + 1} goes on here`);
}

describe('paragraphs', () => {
  it('are parted by a gap, and larger type at the start is the headline', async () => {
    const page = [HEADLINE, ...linesAt(72, 660, FIRST), ...linesAt(72, 612, SECOND)];
    expect(await blocksIn([page])).toEqual([
      'headline: Port Hallen opens its harbour',
      `paragraph: ${FIRST.join(' ')}`,
      `paragraph: ${SECOND.join(' ')}`,
    ]);
  });

  it('are parted by an indented first line', async () => {
    const [first = '', ...rest] = SECOND;
    const full = [
      FIRST[0] ?? '',
      'and two floods, and the first ship that came in was a coal barge too.',
    ];
    const page = [
      ...linesAt(72, 660, full),
      { x: 90, y: 636, text: first },
      ...linesAt(72, 624, rest),
      { x: 90, y: 612, text: 'The barge left at six, with the tide and with the town band.' },
    ];
    expect(await blocksIn([page])).toEqual([
      `paragraph: ${full.join(' ')}`,
      `paragraph: ${SECOND.join(' ')}`,
      'paragraph: The barge left at six, with the tide and with the town band.',
    ]);
  });

  it('are parted by a short last line that ends a sentence', async () => {
    const page = linesAt(72, 660, [...FIRST, ...SECOND]);
    expect(await blocksIn([page])).toHaveLength(2);
  });

  it('run on over the end of a page', async () => {
    const pages = [linesAt(72, 660, FIRST.slice(0, 2)), linesAt(72, 660, FIRST.slice(2))];
    expect(await blocksIn(pages)).toEqual([`paragraph: ${FIRST.join(' ')}`]);
  });

  it('are the items of a list, whose lines hang', async () => {
    const page = [
      ...linesAt(72, 660, FIRST),
      { x: 90, y: 600, text: '\x95' },
      ...linesAt(110, 600, [
        'The barge came in on Monday with the tide and with the',
        'fog, and left.',
      ]),
      { x: 90, y: 576, text: '\x95' },
      { x: 110, y: 576, text: 'The band played.' },
    ];
    expect((await blocksIn([page])).slice(1)).toEqual([
      'list_item: The barge came in on Monday with the tide and with the fog, and left.',
      'list_item: The band played.',
    ]);
  });

  it('join a headline of two lines', async () => {
    const head = linesAt(
      72,
      720,
      ['Port Hallen opens its harbour', 'after nine years of work'],
      20,
      24,
    );
    const blocks = await blocksIn([[...head, ...linesAt(72, 660, FIRST)]]);
    expect(blocks[0]).toBe('headline: Port Hallen opens its harbour after nine years of work');
  });
});

describe('hyphens at the ends of lines', () => {
  it('go where the word goes on in small letters', async () => {
    const page = linesAt(72, 660, [
      'The council of Norland met on Mon-',
      'day to vote on the new har-',
      'bour.',
    ]);
    expect(await blocksIn([page])).toEqual([
      'paragraph: The council of Norland met on Monday to vote on the new harbour.',
    ]);
  });

  it('stay before capitals and figures', async () => {
    const page = linesAt(72, 660, [
      'The road from Vessa to the Port-',
      'Hallen bridge is the old B-',
      '52 and nothing else.',
    ]);
    expect(await blocksIn([page])).toEqual([
      'paragraph: The road from Vessa to the Port-Hallen bridge is the old B-52 and nothing else.',
    ]);
  });
});

describe('columns', () => {
  it('are read one after the other, below what runs across', async () => {
    const left = numbered('left', 8);
    const right = numbered('right', 8);
    const page = [HEADLINE, ...linesAt(310, 660, right), ...linesAt(72, 660, left)];
    expect(await blocksIn([page])).toEqual([
      'headline: Port Hallen opens its harbour',
      `paragraph: ${[...left, ...right].join(' ')}`,
    ]);
  });

  it('may be three', async () => {
    const columns = ['one', 'two', 'three'].map((name) => numbered(name, 8));
    const page = columns.flatMap((lines, at) => linesAt(40 + at * 180, 660, lines, 8));
    expect(await blocksIn([page])).toEqual([`paragraph: ${columns.flat().join(' ')}`]);
  });

  it('are none where lines are only ragged', async () => {
    const lines = FIRST.map((line, at) => line.slice(0, 68 - at * 7));
    const blocks = await blocksIn([linesAt(72, 660, [...lines, ...lines])]);
    expect(blocks.join(' ')).toContain(lines.join(' '));
  });

  it('are none in a table, whose rows stay together', async () => {
    const rows = ['Vessa', 'Ostrel', 'Norland', 'Hallen', 'Arlen'];
    const page = [
      ...linesAt(72, 700, FIRST),
      ...rows.flatMap((town, at) => [
        { x: 72, y: 640 - at * 12, text: town },
        { x: 300, y: 640 - at * 12, text: String(at * 100) },
      ]),
    ];
    expect((await blocksIn([page])).slice(1)).toEqual(
      rows.map((town, at) => `table_row: ${town}\t${at * 100}`),
    );
  });
});

describe('what repeats on every page', () => {
  it('is furniture: running heads, and page numbers', async () => {
    const pages = [1, 2, 3].map((number) => [
      { x: 72, y: 760, text: `The Vessa Courier, page ${number}` },
      ...linesAt(72, 660, numbered(`page ${number}`, 4)),
      { x: 300, y: 30, text: String(number) },
    ]);
    const blocks = await blocksIn(pages);
    expect(blocks.at(-1)).toBe('furniture: The Vessa Courier, page 1');
    expect(blocks.filter((block) => block.includes('Courier'))).toHaveLength(1);
    expect(blocks).toHaveLength(2);
  });

  it('is text where it stands in the middle', async () => {
    const pages = [1, 2, 3].map(() => [{ x: 72, y: 400, text: 'The same words on each page.' }]);
    expect(await blocksIn(pages)).toHaveLength(3);
  });
});

it('takes title and author from the file where the pages have none', async () => {
  const bytes = pdfOf({
    pages: [linesAt(72, 660, FIRST)],
    title: 'A harbour and its barge',
    author: 'Ada Quill',
  });
  const [article] = await articlesIn(pdfReader, bytes);
  expect(article).toMatchObject({ headline: 'A harbour and its barge', byline: 'Ada Quill' });
});

it('names the pages that hold no text', async () => {
  const [article] = await articlesIn(
    pdfReader,
    pdfOf({ pages: [linesAt(72, 660, FIRST), [], []] }),
  );
  expect(article?.warnings[0]).toMatch(/^Pages 2, 3 hold no text/);
});

describe('what is refused', () => {
  const good = pdfOf({ pages: [linesAt(72, 660, FIRST)] });

  it.each([
    [
      'pictures of pages',
      pdfOf({ pages: [[], []] }),
      'This PDF holds pictures of pages and no text; run text recognition on it and import the result.',
    ],
    ['a cut file', good.subarray(0, 500), 'cut off'],
    ['no PDF at all', bytesOf('%PDF-1.4\nnothing\n%%EOF'), 'damaged'],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), '20 MB'],
    [
      'a password',
      pdfOf({
        pages: [linesAt(72, 660, FIRST)],
        trailer: `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      }),
      'password',
    ],
    ['too many pages', pdfOf({ pages: Array.from({ length: 2001 }, () => []) }), '2,000 pages'],
  ])('%s', async (_, bytes, words) => {
    expect(await refusalOf(pdfReader, bytes)).toContain(words);
  });
});

it('knows its files', () => {
  expect(pdfReader.recognises(pdfOf({ pages: [[]] }), factsOf('a'))).toBe(true);
  expect(pdfReader.recognises(bytesOf('text'), factsOf('a.pdf'))).toBe(false);
});

it('takes any damage', async () => {
  const bytes = pdfOf({
    pages: [[HEADLINE, ...linesAt(72, 660, FIRST)], linesAt(72, 660, SECOND)],
  });
  await expectSoundWhenDamaged(pdfReader, bytes, 'a.pdf', 40);
});

it('is read beside others, whatever they are', async () => {
  const good = pdfOf({ pages: [[HEADLINE, ...linesAt(72, 660, FIRST)]] });
  const text = new TextDecoder('latin1').decode(good);
  const broken = bytesOf(text.replaceAll(' 0 obj', ' 0 xbj'));
  const files = [good, broken, good, broken, good];
  const read = await Promise.all(files.map((file) => pdfReader.read(file, factsOf('a.pdf'))));
  expect(read.map(({ ok }) => ok)).toEqual([true, false, true, false, true]);
});
