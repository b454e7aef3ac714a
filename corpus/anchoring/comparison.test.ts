import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardText } from '../document/awkward.testing';
import { compareTexts, type ComparedBlock, type Run, type WholeText } from './comparison';

const ONE = 'The ferry was late on Monday, the harbour master said.';
const TWO = 'Mayor Anna Holt spoke of 12 delays in the month of June, and of the fog.';
const THREE = 'Nobody in Vessa asked for the old timetable, which had 40 sailings a week.';

function textOf(...paragraphs: readonly string[]): WholeText {
  let start = 0;
  const blocks = paragraphs.map((paragraph) => {
    const block = { start, end: start + paragraph.length };
    start = block.end + 2;
    return block;
  });
  return { text: paragraphs.join('\n\n'), blocks };
}

const SIGNS: Readonly<Record<Run['kind'], string>> = { same: '', removed: '-', added: '+' };

/** The rows, short: what happened to each, and its changed words in brackets. */
function told(before: WholeText, after: WholeText): string[] {
  return compareTexts(before, after).map(({ change, moved, together }) => {
    const words = together.map(({ kind, text }) =>
      kind === 'same' ? text : `[${SIGNS[kind]}${text}]`,
    );
    return `${moved ? 'moved, ' : ''}${change}: ${words.join('')}`;
  });
}

const wordsOf = (runs: readonly Run[]) => runs.map(({ text }) => text).join('');

function sideTexts(rows: readonly ComparedBlock[], side: 'before' | 'after'): string[] {
  const texts: string[] = [];
  for (const row of rows) if (row[side] !== null) texts[row[side].index] = wordsOf(row[side].runs);
  return texts;
}

describe('two texts compared', () => {
  it('show the changed words of a block, and leave the rest', () => {
    expect(told(textOf(ONE, TWO), textOf(ONE, TWO.replace('12', '14')))).toEqual([
      `same: ${ONE}`,
      'changed: Mayor Anna Holt spoke of [-12 ][+14 ]delays in the month of June, and of the fog.',
    ]);
    expect(told(textOf('He said “no” to the plan.'), textOf('He said "no" to the plan.'))).toEqual([
      'changed: He said [-“][+"]no[-” ][+" ]to the plan.',
    ]);
  });

  it('show blocks that came and went where they stand', () => {
    expect(told(textOf(ONE, TWO), textOf(ONE, THREE, TWO))).toEqual([
      `same: ${ONE}`,
      `added: [+${THREE}]`,
      `same: ${TWO}`,
    ]);
    expect(told(textOf(ONE, THREE, TWO), textOf(ONE, TWO))).toEqual([
      `same: ${ONE}`,
      `removed: [-${THREE}]`,
      `same: ${TWO}`,
    ]);
  });

  it('tell the one block that moved, also when its words changed', () => {
    const after = textOf(ONE.replace('late', 'early'), TWO, THREE);
    expect(told(textOf(TWO, THREE, ONE), after)).toEqual([
      'moved, changed: The ferry was [-late ][+early ]on Monday, the harbour master said.',
      `same: ${TWO}`,
      `same: ${THREE}`,
    ]);
  });

  it('do not take two sentences for one because of their full stops', () => {
    expect(told(textOf('Rain fell.'), textOf('Cats slept.'))).toEqual([
      'removed: [-Rain fell.]',
      'added: [+Cats slept.]',
    ]);
    expect(told(textOf(''), textOf('', ''))).toEqual(['same: ', 'added: ']);
  });
});

const paragraph = fc.oneof(
  fc.constantFrom('', '  ', ONE, TWO, THREE, `${ONE} ${TWO}`),
  fc
    .array(
      fc.constantFrom('fog', 'the', 'ferry', 'late ', '12', '“no”', '\u00a0', '港口', 'e\u0301'),
    )
    .map((words) => words.join(' ')),
  awkwardText.map((text) => text.replaceAll('\n', ' ')),
);

/** A text and an edited one: words replaced, blocks put elsewhere, taken out and put in. */
const edited = fc
  .record({
    before: fc.array(paragraph, { minLength: 1, maxLength: 8 }),
    edits: fc.array(fc.record({ at: fc.nat(7), to: fc.nat(7), new: paragraph, how: fc.nat(3) })),
  })
  .map(({ before, edits }) => {
    const after = [...before];
    for (const { at, to, new: fresh, how } of edits) {
      if (how === 0) after.splice(at, 1);
      else if (how === 1) after.splice(to, 0, fresh);
      else if (how === 2) after.splice(to, 0, ...after.splice(at, 1));
      else if (at < after.length) after[at] = after[at]!.replace(/\p{L}+/u, 'storm');
    }
    return { before, after };
  });

describe('a comparison of any two texts', () => {
  it('holds each block once, and gives back both texts block by block', () => {
    fc.assert(
      fc.property(edited, ({ before, after }) => {
        const rows = compareTexts(textOf(...before), textOf(...after));
        expect(sideTexts(rows, 'before')).toEqual(before);
        expect(sideTexts(rows, 'after')).toEqual(after);
        expect(rows.filter((row) => row.before !== null)).toHaveLength(before.length);
        expect(rows.filter((row) => row.after !== null)).toHaveLength(after.length);
      }),
    );
  });

  it('has in its joint runs all the new words, all that went, and their places', () => {
    fc.assert(
      fc.property(edited, (texts) => {
        const [before, after] = [textOf(...texts.before), textOf(...texts.after)];
        for (const row of compareTexts(before, after)) {
          const of = (runs: readonly Run[] | undefined, ...kinds: Run['kind'][]) =>
            wordsOf((runs ?? []).filter(({ kind }) => kinds.includes(kind)));
          expect(of(row.together, 'same', 'added')).toBe(wordsOf(row.after?.runs ?? []));
          expect(of(row.together, 'removed')).toBe(of(row.before?.runs, 'removed'));
          for (const { kind, text, start } of row.together) {
            const { text: whole } = kind === 'removed' ? before : after;
            expect(whole.slice(start, start + text.length)).toBe(text);
          }
        }
      }),
    );
  });

  it('finds nothing between a text and itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(paragraph), (paragraphs) => {
        const rows = compareTexts(textOf(...paragraphs), textOf(...paragraphs));
        expect(rows.every(({ change, moved }) => change === 'same' && !moved)).toBe(true);
      }),
    );
  });
});
