import fc from 'fast-check';
import { expect, it } from 'vitest';
import { annotationOf } from '../agreement/invented.testing';
import { ADJUDICATED_LAYER, findShapeProblem, KINDS, NO_ATTRIBUTES, SHARED_LAYER, type Attributes, type Kind, type Part } from '../annotation/model'; // prettier-ignore
import { anchorSpan } from '../spans/span';
import { cardsOf } from './cards';
import { edgesOf, mergeBetween, mergeMarks } from './merge';
import type { Adjudicable, Adjudication, LayerMark } from './model';

const TEXT = 'The ferry 🚢 was late said Ana Ruiz of Marvão on Monday and Tuesday — again';
const WORDS = TEXT.split(' ').length;

function mark(
  layer: string,
  id: string,
  kind: Kind,
  parts: Partial<Record<Part, readonly [number, number]>>,
  attributes: Partial<Attributes> = {},
): LayerMark {
  const { spans } = annotationOf(TEXT, id, kind, parts);
  return { id, layer, kind, spans, attributes: { ...NO_ATTRIBUTES, ...attributes } };
}

function articleOf(
  marks: readonly LayerMark[],
  decisions: readonly Adjudication[] = [],
): Adjudicable {
  // prettier-ignore
  const layers = new Map<string, LayerMark[]>();
  for (const one of marks) layers.set(one.layer, [...(layers.get(one.layer) ?? []), one]);
  return { id: 'a', text: TEXT, layers, decisions };
}

function decisionOf(members: readonly LayerMark[], more: Partial<Adjudication> = {}): Adjudication {
  return {
    ...{ id: 'D1', version: 1, outcome: 'rejected', annotationId: null, reason: 'No.' },
    ...{ person: 'Ada', at: '2026-11-21T10:00:00.000Z', changed: [] },
    members: members.map(({ id, layer }) => ({ annotation: id, layer, isTaken: false })),
    ...more,
  };
}

const tell = (marks: readonly LayerMark[], decisions: readonly Adjudication[] = []) =>
  cardsOf(articleOf(marks, decisions)).map(({ state, sorts, members, missing }) => [
    state,
    sorts.join(),
    members.map(({ id }) => id).join(),
    missing.join(),
  ]);

it('deals marks out to cards that say in what the layers differ', () => {
  const speech = { source: [6, 8], cue: [5, 6] } as const;
  const marks = [
    mark('Ana', 'A1', 'claim', { content: [0, 5] }),
    mark('Ben', 'B1', 'claim', { content: [0, 5] }),
    mark('Ana', 'A2', 'attribution', { content: [0, 5], ...speech }),
    mark('Ben', 'B2', 'attribution', { content: [0, 5], ...speech, source: [6, 10] }),
    mark('Ana', 'A3', 'quote', { content: [10, 12] }),
    mark('Ben', 'B3', 'claim', { content: [10, 12] }),
    mark('Ben', 'B4', 'quote', { content: [13, 15] }, { speech: 'direct' }),
  ];
  expect(tell(marks)).toEqual([
    ['agreed', '', 'A1,B1', ''],
    ['open', 'link', 'A2,B2', ''],
    ['open', 'label', 'A3,B3', ''],
    ['open', 'missing', 'B4', 'Ana'],
  ]);
});

it('takes a comma at an edge, a second type and a reason for anonymity for differences', () => {
  const claim = (layer: string, attributes: Partial<Attributes>) =>
    mark(layer, layer, 'claim', { content: [1, 5] }, attributes);
  const sorts = (a: Partial<Attributes>, b: Partial<Attributes>) =>
    tell([claim('Ana', a), claim('Ben', b)])[0]![1];
  expect(sorts({ types: ['name'] }, { types: ['name', 'date'] })).toBe('attribute');
  expect(sorts({ anonymityReason: 'fear' }, {})).toBe('attribute');
  expect(sorts({ flags: ['harm', 'sensitive'] }, { flags: ['sensitive', 'harm'] })).toBe('');
  const [whole] = claim('Ben', {}).spans;
  const cut = { ...claim('Ben', {}), spans: [{ ...whole!, end: whole!.end + 1 }] };
  expect(tell([claim('Ana', {}), cut])[0]![1]).toBe('boundary');
});

it('leaves the desk’s layer out beside others, and takes it where it is the only one', () => {
  const shared = mark(SHARED_LAYER, 'S', 'claim', { content: [0, 5] });
  const ana = mark('Ana', 'A', 'claim', { content: [6, 9] });
  expect(tell([shared, ana]).map(([, , ids]) => ids)).toEqual(['A']);
  expect(tell([shared]).map(([, , ids]) => ids)).toEqual(['S']);
});

it('raises a decided case again when a mark joins it or is changed, and keeps its marks together', () => {
  const [a, b] = [mark('Ana', 'A', 'claim', { content: [0, 5] }), mark('Ben', 'B', 'claim', { content: [2, 6] })]; // prettier-ignore
  const decision = decisionOf([a, b]);
  expect(tell([a, b], [decision]).map(([state]) => state)).toEqual(['decided']);
  const c = mark('Cem', 'C', 'claim', { content: [2, 7] });
  const [card] = cardsOf(articleOf([a, b, c], [decision]));
  expect(card).toMatchObject({ id: 'D1', state: 'raised', added: ['Cem'] });
  expect(card!.members.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
  const changed = decisionOf([a, b], { changed: [{ annotation: 'A', isRemoved: false }] });
  expect(tell([a, b], [changed]).map(([state]) => state)).toEqual(['raised']);
  const result = mark(ADJUDICATED_LAYER, 'R', 'claim', { content: [0, 5] });
  const written = decisionOf([], { outcome: 'written', annotationId: 'R' });
  expect(tell([result], [written])).toEqual([['decided', '', '', '']]);
  expect(tell([result, a], [written]).map(([state]) => state)).toEqual(['raised']);
  expect(tell([result, a])).toEqual([['decided', '', 'A', '']]);
});

it('merges edges by part, and says why it cannot', () => {
  const a = mark('Ana', 'A', 'attribution', { content: [0, 4], source: [6, 8] }, { speech: 'direct' }); // prettier-ignore
  const b = mark('Ben', 'B', 'attribution', { content: [2, 6], source: [6, 10], cue: [5, 6] });
  const words = (merged: ReturnType<typeof mergeMarks>) =>
    merged.mark?.spans.map(({ part, start, end }) => `${part}: ${TEXT.slice(start, end)}`);
  expect(words(mergeMarks([a, b], 'union'))).toEqual(['content: The ferry 🚢 was late said', 'source: Ana Ruiz of Marvão', 'cue: said']); // prettier-ignore
  expect(words(mergeMarks([a, b], 'intersection'))).toEqual([
    'content: 🚢 was',
    'source: Ana Ruiz',
  ]);
  const { starts, ends } = edgesOf([a, b]);
  expect([starts.length, ends.length]).toEqual([2, 2]);
  expect(words(mergeBetween([a, b], { start: starts[1]!, end: ends[1]! }))![0]).toBe('content: 🚢 was late said'); // prettier-ignore
  const far = mark('Ben', 'F', 'attribution', { content: [9, 12] });
  expect(mergeMarks([a, far], 'intersection').why).toContain('no word that all of them have');
  expect(mergeMarks([a, mark('Ben', 'Q', 'quote', { content: [0, 4] })], 'union').why).toContain('different kinds'); // prettier-ignore
});

/** Marks of up to four layers, of a dash and an emoji too, each with a place in the text. */
const marksOfLayers = fc
  .array(
    fc.record({
      layer: fc.constantFrom('Ana', 'Ben', 'Cem', ADJUDICATED_LAYER),
      kind: fc.constantFrom(...KINDS),
      from: fc.nat({ max: WORDS - 1 }),
      length: fc.integer({ min: 1, max: 6 }),
      source: fc.boolean(),
      types: fc.subarray(['name', 'date'] as const),
    }),
    { maxLength: 14 },
  )
  .map((drawn) =>
    drawn.map(({ layer, kind, from, length, source, types }, number) => {
      const content = [from, Math.min(WORDS, from + length)] as const;
      const parts = kind === 'attribution' && source ? { content, source: [6, 8] as const } : { content }; // prettier-ignore
      return mark(layer, `M${String(number).padStart(2, '0')}`, kind, parts, { types });
    }),
  );

/** Decisions over disjoint sets of the marks. */
const decided = marksOfLayers.chain((marks) =>
  fc
    .array(fc.integer({ min: -2, max: 3 }), { minLength: marks.length, maxLength: marks.length })
    .map((sheets) => ({
      // prettier-ignore
      marks,
      decisions: [0, 1, 2, 3].flatMap((sheet) => {
        const own = marks.filter(({ layer }, place) => sheets[place] === sheet && layer !== ADJUDICATED_LAYER); // prettier-ignore
        return own.length === 0 ? [] : [decisionOf(own, { id: `D${sheet}` })];
      }),
    })),
);

it('every mark of every layer stands on exactly one card, and the order of layers and marks changes nothing', () => {
  fc.assert(
    fc.property(decided, fc.integer(), ({ marks, decisions }, turn) => {
      const cards = cardsOf(articleOf(marks, decisions));
      const own = marks.filter(({ layer }) => layer !== ADJUDICATED_LAYER).map(({ id }) => id);
      expect(cards.flatMap(({ members }) => members.map(({ id }) => id)).sort()).toEqual(own);
      for (const { decision, members } of cards) {
        const ids = members.map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(decision?.members.map(({ annotation }) => annotation) ?? [])); // prettier-ignore
        if (decision === null) expect(new Set(members.map(({ layer }) => layer)).size).toBe(ids.length); // prettier-ignore
      }
      const at = marks.length === 0 ? 0 : Math.abs(turn) % marks.length;
      const turned = [...marks.slice(at), ...marks.slice(0, at)].reverse();
      expect(cardsOf(articleOf(turned, [...decisions].reverse()))).toEqual(cards);
    }),
  );
});

it('whatever is accepted, taken or merged is a mark that can stand', () => {
  fc.assert(
    fc.property(marksOfLayers, (marks) => {
      for (const { members, state } of cardsOf(articleOf(marks))) {
        if (members.length === 0) continue;
        const { starts, ends } = edgesOf(members);
        const merged = [
          mergeMarks(members, 'union'),
          mergeMarks(members, 'intersection'),
          ...starts.flatMap((start) => ends.map((end) => mergeBetween(members, { start, end }))),
        ].flatMap(({ mark: one }) => one ?? []);
        if (state === 'agreed') expect(merged.map(({ spans }) => spans)).toContainEqual(members[0]!.spans); // prettier-ignore
        for (const { kind, spans } of [...members, ...merged]) {
          expect(findShapeProblem(kind, spans)).toBeNull();
          for (const span of spans) expect(() => anchorSpan(TEXT, span)).not.toThrow();
        }
      }
    }),
  );
});

it('a union holds every word of its marks, an intersection is in each of them', () => {
  fc.assert(
    fc.property(marksOfLayers, (marks) => {
      for (const { members } of cardsOf(articleOf(marks))) {
        if (members.length === 0) continue;
        const covers = (outer: LayerMark['spans'], inner: LayerMark['spans']) =>
          inner.every(({ part, start, end }) => outer.some((span) => span.part === part && span.start <= start && end <= span.end)); // prettier-ignore
        const union = mergeMarks(members, 'union').mark;
        const common = mergeMarks(members, 'intersection').mark;
        for (const { spans } of members) {
          if (union !== null) expect(covers(union.spans, spans)).toBe(true);
          if (common !== null) expect(covers(spans, common.spans)).toBe(true);
        }
      }
    }),
  );
});
