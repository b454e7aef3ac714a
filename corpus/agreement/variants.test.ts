import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawnBlocks } from './drawn-blocks';
import { annotationOf } from './invented.testing';
import type { LayeredAnnotation } from './layers';
import { agreementReport } from './report';
import { variantsOf } from './variants';

const TEXT = 'The ferry 🚢 was late said Ana Ruiz of Marvão on Monday';

function caseOf(layers: Readonly<Record<string, LayeredAnnotation>>) {
  const article = {
    id: 'a',
    text: TEXT,
    layers: new Map(Object.entries(layers).map(([name, one]) => [name, [one]])),
  };
  const { cases } = agreementReport([article], { resamples: 0 });
  const words = (span: { start: number; end: number }) => TEXT.slice(span.start, span.end);
  return variantsOf(article, cases[0]!).map(({ layers: names, parts, values }) => ({
    names,
    parts: parts.map(({ part, pieces }) => [
      part,
      pieces.flatMap(({ runs }) =>
        runs.map((run) => (run.shared ? words(run) : `[${words(run)}]`)),
      ),
    ]),
    values,
  }));
}

it('tells what each layer made of a case, those that made the same of it together', () => {
  const long = { content: [0, 5], source: [6, 8] } as const;
  const short = { content: [1, 5], source: [6, 8] } as const;
  const variants = caseOf({
    Ana: annotationOf(TEXT, '1', 'attribution', short, { speech: 'direct' }),
    Ben: annotationOf(TEXT, '2', 'attribution', long, { speech: 'direct' }),
    Cem: annotationOf(TEXT, '3', 'attribution', short, { speech: 'direct' }),
  });
  expect(variants).toEqual([
    { names: ['Ana', 'Cem'], parts: [['content', ['ferry 🚢 was late']], ['source', ['Ana Ruiz']]], values: [] }, // prettier-ignore
    { names: ['Ben'], parts: [['content', ['[The ]', 'ferry 🚢 was late']], ['source', ['Ana Ruiz']]], values: [] }, // prettier-ignore
  ]);
});

it('tells the attributes in which they differ, also where one says nothing', () => {
  const variants = caseOf({
    Ana: annotationOf(TEXT, '1', 'claim', { content: [1, 4] }, { type: 'name' }),
    Ben: annotationOf(TEXT, '2', 'claim', { content: [1, 4] }, { type: 'date' }),
    Cem: annotationOf(TEXT, '3', 'claim', { content: [1, 4] }, {}),
  });
  expect(variants.map(({ names, values }) => [names, values])).toEqual([
    [['Ana'], [['type', 'name']]],
    [['Ben'], [['type', 'date']]],
    [['Cem'], [['type', null]]],
  ]);
});

it('blocks are drawn whole and in order, whatever was marked', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 });
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 140 }), { maxLength: 12 });
  fc.assert(
    fc.property(lengths, cuts, (sizes, edges) => {
      let start = 0;
      const blocks = sizes.map((size) => {
        const block = { role: 'paragraph' as const, start, end: start + size };
        start = block.end + 2;
        return block;
      });
      const sorted = [...edges].sort((a, b) => a - b);
      const marked = sorted
        .slice(0, -1)
        .flatMap((from, place) =>
          place % 2 === 0 ? [{ start: from, end: sorted[place + 1]!, by: [0] }] : [],
        );
      for (const { block, runs } of drawnBlocks(blocks, marked)) {
        const ends = runs.map((run) => run.end);
        expect(runs.map((run) => run.start)).toEqual(runs.length === 0 ? [] : [block.start, ...ends.slice(0, -1)]); // prettier-ignore
        expect(ends.at(-1) ?? block.start).toBe(block.end);
        for (const run of runs) {
          const inMark = marked.some((one) => one.start <= run.start && one.end >= run.end);
          expect(run.by.length === 1).toBe(inMark);
        }
      }
    }),
  );
});
