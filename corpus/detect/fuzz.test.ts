import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findShapeProblem } from '../annotation/model';
import { BLOCK_ROLES } from '../document/block';
import { AWKWARD } from '../document/awkward.testing';
import { isGraphemeBoundary } from '../document/graphemes';
import { layOut } from '../document/text';
import type { Span } from '../spans/span';
import { ATTRIBUTION_CASES, paragraph } from './cases/attributions.testing';
import { detect } from './detect';
import type { DetectableText } from './model';

/** Marks and words that the rules look for, and characters that turn, join or hide others. */
const TELLING =
  `“ ” " ' ‘ ’ « » „ \`\` '' ( ) : ; , . ? ! — -- … said told Orm saying according\u00a0to that who 20
  percent 1,000 Tuesday as\u00a0of May \u202e \u2066 \u2069 \u200f \u200d \u0301 \ufe0f`.split(
    /\s+/,
  );

const anyText = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom(...TELLING), weight: 5 },
      { arbitrary: fc.constant(' '), weight: 5 },
      { arbitrary: fc.constantFrom(...AWKWARD), weight: 3 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 6 }), weight: 2 },
      {
        arbitrary: fc.integer({ min: 0, max: 0xffff }).map((u) => String.fromCharCode(u)),
        weight: 2,
      },
      { arbitrary: fc.constantFrom(...ATTRIBUTION_CASES.map(({ text }) => text)), weight: 1 },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const anyArticle = fc
  .array(fc.record({ text: anyText, role: fc.constantFrom(...BLOCK_ROLES) }), { maxLength: 5 })
  .map((blocks): DetectableText => ({
    ...layOut(blocks.map(({ text, role }) => ({ ...paragraph(text), role }))),
    date: '2026-03-04',
  }));

function expectWhole(text: string, { start, end }: Span): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(start).toBeLessThan(end);
  expect(end).toBeLessThanOrEqual(text.length);
  expect(isGraphemeBoundary(text, start) && isGraphemeBoundary(text, end)).toBe(true);
}

function expectWellFormed({ text, blocks, date }: DetectableText): void {
  let last = 0;
  for (const found of detect({ text, blocks, date })) {
    expect(findShapeProblem(found.kind, found.spans)).toBeNull();
    expect(found.confidence).toBeGreaterThanOrEqual(0);
    expect(found.confidence).toBeLessThanOrEqual(1);
    const first = found.spans[0]!.start;
    expect(first).toBeGreaterThanOrEqual(last);
    last = first;
    for (const span of found.spans) {
      expectWhole(text, span);
      const home = blocks.find(({ start, end }) => start <= span.start && span.end <= end);
      expect(home).toBeDefined();
    }
    for (const part of ['content', 'source', 'cue', 'addressee'] as const) {
      const pieces = found.spans.filter((span) => span.part === part);
      pieces.slice(1).forEach((piece, at) => {
        expect(piece.start).toBeGreaterThanOrEqual(pieces[at]!.end);
        expect(piece.piece).toBe(pieces[at]!.piece + 1);
      });
    }
    for (const { span } of [...found.figures, ...found.dates]) expectWhole(text, span);
    for (const span of found.evidence) expectWhole(text, span);
    for (const { value, upTo } of found.figures)
      expect(Number.isFinite(value + (upTo ?? 0))).toBe(true);
  }
}

describe('whatever the text', () => {
  it('spans are in bounds and whole, pieces in order, and nothing is thrown', () => {
    fc.assert(fc.property(anyArticle, expectWellFormed), { numRuns: 1500 });
  });

  it('what is proposed for a paragraph does not depend on what follows', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, behind) => {
        fc.pre(!/["“”„«»‘’'`:]/u.test(before + behind));
        const read = (texts: readonly string[]) =>
          detect({ ...layOut(texts.map(paragraph)), date: '2026-03-04' }).filter(
            ({ spans }) => spans[0]!.start < before.length,
          );
        expect(read([before, behind])).toEqual(read([before]));
      }),
      { numRuns: 300 },
    );
  });
});

/** Each is repeated until the text is long; whoever looks at all of it for each of them never ends. */
const REPEATED = `" “ ” ' ‘ ’ '' \`\` « » ( . , — a 1 $ % : ; ? ! \u0301 \u200d \u202e \ud83d 😀`
  .split(' ')
  .concat(
    [
      '“a” ',
      '"a',
      " 'a",
      '“a.” said Orm. ',
      'Orm said that ',
      'Orm, ',
      'who said ',
      'the claim that ',
    ],
    [
      '1 ',
      '$1 million to ',
      'in May ',
      'half of ',
      'will ',
      'U.S. ',
      'is worried about ',
      'Orm: “',
    ],
  );

describe('a hundred thousand characters', () => {
  it.each(REPEATED)(
    '%j is read to its end',
    (unit) => {
      expectWellFormed({
        ...layOut([paragraph(unit.repeat(100_000 / unit.length))]),
        date: '2026-03-04',
      });
    },
    60_000,
  );
});
