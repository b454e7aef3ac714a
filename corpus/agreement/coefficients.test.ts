import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { krippendorffAlpha, type Scale } from './alpha';
import { unitizingAlpha, unitizingSums } from './alpha-unitizing';
import { cohenKappa, fleissKappa, scottPi } from './kappa';
import type { Measured } from './measured';
import { spanScores } from './span-scores';

const _ = null;

/** Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”, example C: four coders, twelve units. */
const EXAMPLE_C = columns([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]);

/** Wikipedia, “Krippendorff's alpha”, the computational example: three coders, fifteen units. */
const WIKIPEDIA_ALPHA = columns([
  [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
  [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
  [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
]);

/** Wikipedia, “Fleiss' kappa”: ten items, five categories, fourteen raters. */
const WIKIPEDIA_FLEISS = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
];

function columns(rows: readonly (readonly (number | null)[])[]) {
  return rows[0]!.map((_value, unit) => rows.map((row) => row[unit]!));
}

describe('published values', () => {
  test.each([
    ['Wikipedia, “Cohen’s kappa”, grant proposals', [20, 5, 10, 15], 0.4],
    ['Wikipedia, “Cohen’s kappa”, same agreement', [45, 15, 25, 15], 0.1304],
    ['Wikipedia, “Cohen’s kappa”, other marginals', [25, 35, 5, 35], 0.2593],
    ['statsmodels, table 10 checked with SAS', [0, 4, 1, 0, 8, 0, 0, 1, 5], 0.4842],
    ['Artstein and Poesio 2008', [20, 20, 10, 50], 0.348],
  ])('Cohen’s κ: %s', (_source, table, value) => {
    expect(cohenKappa(table).value).toBeCloseTo(value, value === 0.348 ? 3 : 4);
  });

  test('Cohen’s κ with linear weights: statsmodels, table 10 checked with SAS', () => {
    expect(cohenKappa([0, 4, 1, 0, 8, 0, 0, 1, 5], 'linear').value).toBeCloseTo(0.4701, 4);
  });

  test('Scott’s π: Artstein and Poesio 2008', () => {
    expect(scottPi([20, 20, 10, 50]).value).toBeCloseTo(0.341, 3);
  });

  test('Fleiss’ κ: Wikipedia’s table of fourteen raters', () => {
    expect(fleissKappa(WIKIPEDIA_FLEISS).value).toBeCloseTo(0.20993, 5);
  });

  test.each([
    ['nominal', WIKIPEDIA_ALPHA, 0.691358],
    ['interval', WIKIPEDIA_ALPHA, 0.810845],
    ['nominal', EXAMPLE_C, 0.743421],
    ['ordinal', EXAMPLE_C, 0.815388],
    ['interval', EXAMPLE_C, 0.849107],
    ['ratio', EXAMPLE_C, 0.797403],
  ] as const)('Krippendorff’s α, %s', (scale, units, value) => {
    expect(krippendorffAlpha(units, scale).value).toBeCloseTo(value, 4);
  });

  test('precision, recall and F1: conlleval’s sample output (CoNLL 2000)', () => {
    const { precision, recall, f1 } = spanScores({ correct: 371, found: 539, gold: 459 });
    const percent = [precision, recall, f1].map(({ value }) => (100 * value!).toFixed(2));
    expect(percent).toEqual(['68.83', '80.83', '74.35']);
  });
});

/** The same value but for rounding, or none in both. */
function expectSame(one: Measured, other: Measured): void {
  if (other.value === null) expect(one.value).toBeNull();
  else expect(one.value).toBeCloseTo(other.value, 9);
}

/** A table of two judges' choices among three categories. */
const tables = fc
  .array(fc.nat(20), { minLength: 9, maxLength: 9 })
  .filter((table) => table.filter((count) => count > 0).length > 1);
const transposed = (table: readonly number[]) =>
  [0, 3, 6, 1, 4, 7, 2, 5, 8].map((at) => table[at]!);
const renamed = (table: readonly number[]) => [4, 5, 3, 7, 8, 6, 1, 2, 0].map((at) => table[at]!);

describe('κ and π', () => {
  test('do not depend on who is first, nor on the names of the categories', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const measure of [cohenKappa, scottPi]) {
          expectSame(measure(transposed(table)), measure(table));
          expectSame(measure(renamed(table)), measure(table));
        }
        for (const weighting of ['linear', 'quadratic'] as const) {
          expectSame(cohenKappa(transposed(table), weighting), cohenKappa(table, weighting));
        }
      }),
    );
  });

  test('are 1 where both always choose the same of several categories', () => {
    for (const weighting of ['none', 'linear', 'quadratic'] as const) {
      expect(cohenKappa([3, 0, 0, 0, 4, 0, 0, 0, 1], weighting).value).toBe(1);
    }
    expect(scottPi([3, 0, 0, 4]).value).toBe(1);
    expect(fleissKappa([[3, 0], [0, 3]]).value).toBe(1); // prettier-ignore
  });

  test('quadratic weights forgive a near miss more than linear ones, and far ones less', () => {
    const near = [5, 3, 0, 0, 5, 3, 0, 0, 5];
    const [none, linear, quadratic] = (['none', 'linear', 'quadratic'] as const).map(
      (weighting) => cohenKappa(near, weighting).value!,
    );
    expect(none).toBeLessThan(linear!);
    expect(linear).toBeLessThan(quadratic!);
  });

  test.each([
    ['nothing judged', () => cohenKappa([0, 0, 0, 0]), /nothing that both judged/],
    ['one category', () => cohenKappa([7, 0, 0, 0]), /one and the same category/],
    ['π of one category', () => scottPi([0, 0, 0, 5]), /one and the same category/],
    ['Fleiss of nothing', () => fleissKappa([]), /nothing that all judged/],
    ['Fleiss of one category', () => fleissKappa([[3, 0]]), /one and the same category/],
    ['Fleiss of one judge', () => fleissKappa([[1, 0]]), /Only one person/],
    ['Fleiss of unequal numbers', () => fleissKappa([[3, 0], [2, 0]]), /Krippendorff’s α does not/], // prettier-ignore
  ])('undefined: %s', (_case, measure, why) => {
    expect(measure()).toEqual({ value: null, why: expect.stringMatching(why) });
  });
});

const codings = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), {
    minLength: 3,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 12 },
);

/** α from its definition: the mean difference of pairs within units against that of all pairs. */
function alphaByPairs(units: readonly (readonly (number | null)[])[]): number | null {
  const said = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter((u) => u.length > 1);
  const all = said.flat();
  let observed = 0;
  for (const unit of said) {
    for (const [i, a] of unit.entries()) {
      for (const [j, b] of unit.entries())
        if (i !== j && a !== b) observed += 1 / (unit.length - 1);
    }
  }
  let expected = 0;
  for (const a of all) for (const b of all) if (a !== b) expected += 1 / (all.length - 1);
  return expected === 0 ? null : 1 - observed / expected;
}

describe('Krippendorff’s α', () => {
  test('is what its definition over pairs gives, with gaps', () => {
    fc.assert(
      fc.property(codings, (units) => {
        const value = krippendorffAlpha(units).value;
        const wanted = alphaByPairs(units);
        if (wanted === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(wanted, 9);
      }),
    );
  });

  test('does not depend on the order of judges and units; on a nominal scale not on the names', () => {
    fc.assert(
      fc.property(codings, (units) => {
        const turned = [...units].reverse().map((unit) => [...unit].reverse());
        const renamedUnits = turned.map((unit) => unit.map((v) => (v === null ? null : 9 - v)));
        expectSame(krippendorffAlpha(renamedUnits), krippendorffAlpha(units));
      }),
    );
  });

  test.each(['nominal', 'ordinal', 'interval', 'ratio'] as Scale[])(
    'is 1 where all say the same (%s)',
    (scale) => {
      const units = [[1, 1, null], [2, 2, 2], [null, 4, 4]]; // prettier-ignore
      expect(krippendorffAlpha(units, scale).value).toBe(1);
    },
  );

  test.each([
    ['no two values', [[1, null], [null, 2]], 'nominal', /two people/], // prettier-ignore
    ['one value', [[1, 1], [1, 1]], 'nominal', /Only one value/], // prettier-ignore
    ['values below zero', [[-1, 1], [1, 1]], 'ratio', /interval scale/], // prettier-ignore
  ] as const)('undefined: %s', (_case, units, scale, why) => {
    const told = krippendorffAlpha(units, scale);
    expect(told).toEqual({ value: null, why: expect.stringMatching(why) });
  });
});

/** Units of one person on 30 words, from the lengths of gaps and units in turn. */
const unitsOfPerson = fc
  .array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 6 })), { maxLength: 4 })
  .map((steps) => {
    let at = 0;
    return steps
      .map(([gap, length]) => {
        const start = at + gap;
        at = start + length;
        return { start, end: at };
      })
      .filter(({ end }) => end <= 30);
  });

/** The coefficient from the definition: every two words of different units or people are compared. */
function unitizingByWords(people: readonly (readonly { start: number; end: number }[])[]) {
  const labels = people.map((units) => {
    const words = Array.from({ length: 30 }, (_value, word) => `gap ${word}`);
    for (const [unit, { start, end }] of units.entries()) words.fill(`unit ${unit}`, start, end);
    return words;
  });
  const isUnit = (label: string) => label.startsWith('unit');
  let observed = 0;
  let pairs = 0;
  let expected = 0;
  for (const [a, first] of labels.entries()) {
    for (const [b, second] of labels.entries()) {
      for (let i = 0; i < 30; i++) {
        if (a !== b && isUnit(first[i]!) !== isUnit(second[i]!))
          observed += 1 / (people.length - 1);
        for (let j = 0; j < 30; j++) {
          if (a === b && first[i] === second[j]) continue;
          pairs += 1;
          if (isUnit(first[i]!) !== isUnit(second[j]!)) expected += 1;
        }
      }
    }
  }
  return expected === 0 ? null : 1 - observed / ((expected / pairs) * people.length * 30);
}

describe('α for unitizing', () => {
  test('is what its definition over words gives', () => {
    fc.assert(
      fc.property(fc.array(unitsOfPerson, { minLength: 2, maxLength: 4 }), (people) => {
        const value = unitizingAlpha(unitizingSums(people, 30)).value;
        const wanted = unitizingByWords(people);
        if (wanted === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(wanted, 9);
      }),
      { numRuns: 40 },
    );
  });

  test('is 1 for identical units, and says why it is undefined', () => {
    const units = [{ start: 2, end: 5 }];
    expect(unitizingAlpha(unitizingSums([units, units, units], 30)).value).toBe(1);
    expect(unitizingAlpha(unitizingSums([[], []], 30)).why).toMatch(/Nobody marked anything/);
    const all = [{ start: 0, end: 30 }];
    expect(unitizingAlpha(unitizingSums([all, all], 30)).why).toMatch(/Everything is marked/);
  });
});
