import { describe, expect, it } from 'vitest';
import { contentOf, extentOf, findShapeProblem, type Part, type PartSpan } from './model';

function part(name: Part, start: number, end: number, ordinal = 0, piece = 0): PartSpan {
  return { part: name, start, end, ordinal, piece };
}

describe('findShapeProblem', () => {
  it('takes claims and quotes of one or several pieces, and attributions with all their parts', () => {
    expect(findShapeProblem('claim', [part('content', 0, 5)])).toBeNull();
    const pieces = [part('content', 0, 5), part('content', 7, 9, 0, 1)];
    expect(findShapeProblem('quote', pieces)).toBeNull();
    const attribution = [
      part('content', 0, 5),
      part('content', 20, 25, 1),
      part('source', 6, 9),
      part('source', 30, 33, 1),
      part('cue', 10, 14),
      part('addressee', 15, 19),
    ];
    expect(findShapeProblem('attribution', attribution)).toBeNull();
    expect(findShapeProblem('attribution', [part('content', 0, 5)])).toBeNull();
  });

  it('lets different parts overlap: a cue may stand inside its content', () => {
    const spans = [part('content', 0, 20), part('cue', 5, 9)];
    expect(findShapeProblem('attribution', spans)).toBeNull();
    const touching = [part('content', 0, 5), part('content', 5, 9, 0, 1)];
    expect(findShapeProblem('claim', touching)).toBeNull();
  });

  it.each([
    ['claim', [], 'A claim needs its words: select some text first.'],
    ['quote', [part('source', 0, 3)], 'A quote needs its words: select some text first.'],
    ['attribution', [part('cue', 0, 3)], 'An attribution needs its content: select some text first.'],
    ['claim', [part('content', 0, 3), part('cue', 4, 5)], 'A claim has no source, cue or addressee: those belong to an attribution.'],
    ['attribution', [part('content', 0, 3), part('cue', 4, 5), part('cue', 6, 7, 1)], 'An attribution has one cue at most.'],
    ['attribution', [part('content', 0, 3), part('addressee', 4, 5), part('addressee', 6, 7, 1)], 'An attribution has one addressee at most.'],
    ['quote', [part('content', 4, 9), part('content', 0, 5, 0, 1)], 'Two pieces of the content overlap: make them one.'],
    ['attribution', [part('content', 0, 9), part('source', 10, 15), part('source', 14, 19, 1)], 'Two pieces of the source overlap: make them one.'],
    ['claim', [part('content', 0, 3), part('content', 5, 9)], 'Two spans have the same place in the content: number them.'],
  ] as const)('refuses a %s of %j', (kind, spans, sentence) => {
    expect(findShapeProblem(kind, spans)).toBe(sentence);
  }); // prettier-ignore
});

describe('spans', () => {
  it('gives the content in the order of ordinals and pieces', () => {
    const spans = [
      part('content', 50, 60, 1),
      part('source', 0, 1),
      part('content', 20, 30, 0, 1),
      part('content', 10, 15),
    ];
    expect(contentOf(spans).map((span) => span.start)).toEqual([10, 20, 50]);
    expect(extentOf(spans)).toEqual({ start: 0, end: 60 });
  });
});
