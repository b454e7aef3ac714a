import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest, ingestText } from './ingest';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What may stand between blocks: white space and the marks that are no part of the words. */
const BETWEEN = /^(?:\s|\u0085|[-*•‣◦●▪∙·>#]|\(?\d{1,3}[.)])*$/;

function withoutSpace(text: string): string {
  return text.replace(/[\s\u0085]+/g, '');
}

/** The slice of a block may hold the ">" signs of its later lines besides its words. */
function wordsOf(slice: string): string {
  return withoutSpace(slice.replace(/([\n\r\f\v\u0085\u2028\u2029])[^\S\n\r]*>(?=\s)/g, '$1'));
}

function expectNothingLost(text: string): void {
  let at = 0;
  for (const { role, text: own, original } of ingestText(text).articles.flatMap(
    ({ blocks }) => blocks,
  )) {
    if (original === null) throw new Error('A block does not know its place.');
    expect(original.start).toBeGreaterThanOrEqual(at);
    expect(original.end).toBeGreaterThan(original.start);
    expect(text.slice(at, original.start)).toMatch(BETWEEN);
    const slice = text.slice(original.start, original.end);
    const kept = role === 'block_quote' ? wordsOf(slice) : withoutSpace(slice);
    expect(withoutSpace(own)).toBe(kept);
    at = original.end;
  }
  expect(text.slice(at)).toMatch(BETWEEN);
}

const LINES = [
  '',
  '',
  ' ',
  'The wall failed on Monday, the mayor of Ostrel said.',
  'Wall fails',
  'OLD WOUNDS',
  'By Mira Tolland',
  'VESSA (AP) — The wall failed.',
  '(Reporting by Bo Lind',
  'in Vessa)',
  '  1. I saw you.',
  '    • Not me.',
  '- one',
  '- two',
  '> said',
  '>',
  '# Title',
  '3 comments',
  'Related Posts',
  'Leave a Comment',
  'https://example.org/x',
  'He said:',
  'May 3, 2021',
  'a\tb',
  '***',
  '“',
  '大桥关闭。',
  'إغلاق',
  '\ufeff',
  '\u200b',
];
const ENDS = ['\n', '\r\n', '\r', '\f', '\u2028', '\n\n', '\n\n\n'];

const pages = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom(...ENDS)), { maxLength: 60 })
  .map((lines) => lines.flat().join(''));

describe('ingest', () => {
  it('loses nothing of a page made of awkward lines', () => {
    fc.assert(fc.property(pages, expectNothingLost), { numRuns: 1500 });
  });

  it('loses nothing of any text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(...Array.from(' \n\t.,:;-*#>1.)("“”aAbB')),
        maxLength: 200,
      }),
    );
    fc.assert(fc.property(texts, expectNothingLost), { numRuns: 1500 });
  });

  it('gives every text that is not blank an article with a headline', () => {
    fc.assert(
      fc.property(pages, (text) => {
        const outcome = ingest(bytesOf(text), 'page.txt');
        if (!outcome.ok) return;
        expect(outcome.articles.length).toBeGreaterThan(0);
        for (const { headline, blocks } of outcome.articles) {
          expect(headline.trim()).not.toBe('');
          expect(blocks.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void ingest(bytes, 'x')));
  });

  it('finds nothing in white space', () => {
    expect(ingestText(' \n\t\n').articles).toEqual([]);
    expect(ingest(bytesOf(' \n'), 'x.txt').ok).toBe(false);
  });

  it('gives ranges of the text without its mark, and mentions a telling name', () => {
    const outcome = ingest(bytesOf('\ufeffWall fails\n\nThe wall failed on Monday.'), 'page.html');
    if (!outcome.ok) throw new Error(outcome.refused);
    expect(outcome.articles[0]?.blocks[0]?.original).toEqual({ start: 0, end: 10 });
    expect(outcome.notes[0]).toContain('.html');
  });

  it('takes long pages in one go', () => {
    const story =
      'Wall fails\n\nVESSA (AP) — The wall failed on Monday, the mayor said to the press.\n\nIt rained.\n\n';
    const started = performance.now();
    const outcome = ingest(bytesOf(story.repeat(10_000)), 'long.txt');
    expect(outcome.ok && outcome.articles.length).toBe(10_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
