import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inventedArticle } from '../invented.testing';
import { alignmentDisorder } from './alignment';
import { bestAssignment } from './assignment';
import { dissimilarity, type Unit } from './dissimilarity';
import { continuaOf, gamma } from './gamma';

const units = (...places: readonly (readonly [string, number, number])[]): readonly Unit[] =>
  places.map(([category, start, end]) => ({ category, start, end }));

/** The example of three people that pygamma-agreement tests with (after a figure of Mathet 2015). */
const ALEX_PAUL_SUZAN = [
  units(['1', 2, 9], ['2', 11, 17], ['5', 24, 30], ['6', 32, 36], ['6', 36, 44], ['7', 44, 60]),
  units(['1', 2, 9], ['3', 11, 17], ['5', 19, 25], ['6', 32, 44]),
  units(['1', 2, 9], ['4', 11, 17], ['5', 21, 27], ['6', 32, 36], ['6', 36, 40], ['6', 40, 44]),
];
const PUBLISHED = { place: 3, category: 1 };

/** The least disorder of any alignment, by trying all. */
function leastDisorder(people: readonly (readonly Unit[])[]): number {
  const count = people.length;
  const pairs = (count * (count - 1)) / 2;
  const all = people.flatMap((list, person) => list.map((unit) => ({ person, unit })));
  const disorderOf = (group: typeof all) => {
    let sum = pairs - (group.length * (group.length - 1)) / 2;
    for (const [index, a] of group.entries()) {
      for (const b of group.slice(index + 1)) sum += dissimilarity(a.unit, b.unit, PUBLISHED);
    }
    return sum / pairs;
  };
  const search = (index: number, groups: readonly (typeof all)[]): number => {
    const next = all[index];
    if (next === undefined) return groups.reduce((sum, group) => sum + disorderOf(group), 0);
    const choices = groups.flatMap((group, at) =>
      group.some(({ person }) => person === next.person)
        ? []
        : [groups.map((other, place) => (place === at ? [...other, next] : other))],
    );
    return Math.min(
      ...[...choices, [...groups, [next]]].map((choice) => search(index + 1, choice)),
    );
  };
  return all.length === 0 ? 0 : search(0, []) / (all.length / count);
}

const unit = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.constantFrom('a', 'b'))
  .map(([start, length, category]) => ({ start, end: start + length, category }));

describe('the best alignment', () => {
  test('of the published example has the published disorder', () => {
    expect(alignmentDisorder(ALEX_PAUL_SUZAN, PUBLISHED)).toBeCloseTo(0.960625, 6);
  });

  test('is the best of all for two people', () => {
    const person = fc.array(unit, { maxLength: 4 });
    fc.assert(
      fc.property(person, person, (first, second) => {
        const found = alignmentDisorder([first, second], PUBLISHED);
        expect(found).toBeCloseTo(leastDisorder([first, second]), 9);
      }),
    );
  });

  test('is never better than the best for more, and hardly ever worse', () => {
    const person = fc.array(unit, { maxLength: 2 });
    let worse = 0;
    fc.assert(
      fc.property(fc.array(person, { minLength: 3, maxLength: 4 }), (people) => {
        const found = alignmentDisorder(people, PUBLISHED);
        const least = leastDisorder(people);
        expect(found).toBeGreaterThanOrEqual(least - 1e-9);
        if (found > least + 1e-9) worse += 1;
      }),
      { numRuns: 150, seed: 7 },
    );
    expect(worse).toBeLessThanOrEqual(3);
  });

  test('of identical people has no disorder; without units none either', () => {
    const [alex] = ALEX_PAUL_SUZAN;
    expect(alignmentDisorder([alex!, alex!, alex!], PUBLISHED)).toBeCloseTo(0, 9);
    expect(alignmentDisorder([[], []], PUBLISHED)).toBe(0);
    expect(alignmentDisorder([alex!, [], []], PUBLISHED)).toBe(3);
  });
});

test('the best assignment has the largest gain of all', () => {
  const gain = fc.integer({ min: -9, max: 9 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }).chain((columns) =>
        fc.array(fc.array(gain, { minLength: columns, maxLength: columns }), {
          minLength: 1,
          maxLength: 4,
        }),
      ),
      (rows) => {
        const columns = rows[0]!.length;
        const found = bestAssignment(
          rows.map((row) => Float64Array.from(row)),
          columns,
        );
        const chosen = [...found].filter((column) => column >= 0);
        expect(new Set(chosen).size).toBe(chosen.length);
        const best = (row: number, taken: number): number => {
          if (row === rows.length) return 0;
          const options = rows[row]!.map((value, column) =>
            (taken >> column) & 1 ? 0 : value + best(row + 1, taken | (1 << column)),
          );
          return Math.max(best(row + 1, taken), ...options);
        };
        const sum = [...found].reduce(
          (total, column, row) => total + (column < 0 ? 0 : rows[row]![column]!),
          0,
        );
        expect(sum).toBe(best(0, 0));
      },
    ),
  );
});

describe('γ', () => {
  const continuum = { length: 61, people: ALEX_PAUL_SUZAN };

  test('of the published example is where pygamma-agreement finds it', async () => {
    const {
      value,
      units: count,
      samples,
    } = await gamma([continuum], { weights: PUBLISHED, seed: 4772 });
    expect(value).toBeGreaterThan(0.42);
    expect(value).toBeLessThan(0.49);
    expect(count).toBe(16);
    expect(samples).toBeGreaterThanOrEqual(30);
  });

  test('is the same for the same seed, and about the same for another', async () => {
    const run = (seed: number) => gamma([continuum], { weights: PUBLISHED, seed });
    const [one, again, other] = await Promise.all([run(1), run(1), run(2)]);
    expect(again).toEqual(one);
    expect(Math.abs(other.value! - one.value!)).toBeLessThan(0.04);
  });

  test('is 1 where all mark the same, less where they do not, with an interval over articles', async () => {
    const people = ['Ana', 'Ben', 'Cem'];
    const articles = [1, 2, 3, 4].map((number) => inventedArticle(number, people));
    const found = await gamma(continuaOf(articles), { precision: 0.2 });
    expect(found.value).toBeLessThan(1);
    expect(found.interval![0]).toBeLessThanOrEqual(found.value!);
    expect(found.interval![1]).toBeGreaterThanOrEqual(found.value!);
    const same = articles.map((article) => ({
      ...article,
      layers: new Map(people.map((name) => [name, article.layers.get('Ana')!])),
    }));
    expect((await gamma(continuaOf(same), { precision: 0.2 })).value).toBeCloseTo(1, 9);
  });

  test('says why it is undefined', async () => {
    expect(await gamma([])).toMatchObject({ value: null, units: 0, samples: 0 });
    const alone = await gamma([{ length: 9, people: [units(['1', 2, 4])] }]);
    expect(alone.why).toBe('No two layers on the same article marked anything.');
  });

  test('tells how far it is and stops when it is told to', async () => {
    const people = ['Ana', 'Ben', 'Cem', 'Dora', 'Edo', 'Fay'];
    const articles = Array.from({ length: 40 }, (_value, number) =>
      inventedArticle(number, people),
    );
    const controller = new AbortController();
    const told: number[] = [];
    const running = gamma(continuaOf(articles), {
      signal: controller.signal,
      onProgress: (done) => {
        told.push(done);
        if (told.length === 2) controller.abort(new Error('enough'));
      },
    });
    await expect(running).rejects.toThrow('enough');
    expect(told[0]).toBeGreaterThan(0);
    expect(told[1]).toBeLessThanOrEqual(1);
  });
});
