import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure } from './bootstrap';
import { annotationOf, inventedArticle } from './invented.testing';
import { valuesOf, type LayeredArticle } from './layers';
import { agreementReport, type AgreementReport } from './report';

const PEOPLE = ['Ana', 'Ben', 'Cem'];
const invented = (count: number, layers = PEOPLE) =>
  Array.from({ length: count }, (_value, number) => inventedArticle(number, layers));

/** Every figure of the rows and attributes, by its path. */
function figuresIn(report: AgreementReport): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>();
  const walk = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return;
    if ('interval' in value) found.set(path, value as Figure);
    else for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
  };
  walk(report.rows, 'rows');
  walk(report.attributes, 'attributes');
  return found;
}

function expectSameValues(one: AgreementReport, other: AgreementReport): void {
  const others = figuresIn(other);
  for (const [path, { value }] of figuresIn(one)) {
    const wanted = others.get(path)?.value ?? null;
    if (wanted === null) expect(value, path).toBeNull();
    else expect(value, path).toBeCloseTo(wanted, 9);
  }
}

const articleNumbers = fc.uniqueArray(fc.nat(5000), { minLength: 2, maxLength: 5 });

describe('any layers', () => {
  test('that are identical agree wholly, and no case is left', () => {
    fc.assert(
      fc.property(articleNumbers, (numbers) => {
        const articles = numbers.map((number) => {
          const article = inventedArticle(number, ['Ana']);
          const same = article.layers.get('Ana')!;
          return { ...article, layers: new Map(PEOPLE.map((name) => [name, same])) };
        });
        const report = agreementReport(articles, { resamples: 20 });
        for (const [path, { value, why }] of figuresIn(report)) {
          if (value === null) expect(why, path).toMatch(/^[A-Z].*\.$/);
          else expect(value, path).toBeCloseTo(1, 9);
        }
        expect(report.rows.flatMap((row) => row.cases)).toEqual([]);
        expect(report.confusions).toEqual([]);
        for (const { cases, agreed } of report.articles) expect(agreed).toBe(cases);
      }),
      { numRuns: 30 },
    );
  });

  test('give the same values in whatever order articles come and layers stand', () => {
    fc.assert(
      fc.property(articleNumbers, (numbers) => {
        const articles = numbers.map((number) => inventedArticle(number, PEOPLE));
        const turned = [...articles].reverse().map((article) => ({
          ...article,
          layers: new Map([...article.layers].reverse()),
        }));
        const options = { resamples: 0 };
        expectSameValues(agreementReport(turned, options), agreementReport(articles, options));
      }),
      { numRuns: 30 },
    );
  });

  test('give the same values whatever the values of an attribute are called', () => {
    const articles = invented(6);
    const renamed = articles.map((article) => ({
      ...article,
      layers: new Map(
        [...article.layers].map(([layer, annotations]) => [
          layer,
          annotations.map((annotation) => ({
            ...annotation,
            values: Object.fromEntries(
              Object.entries(annotation.values).map(([name, value]) => [name, `x${value}`]),
            ),
          })),
        ]),
      ),
    }));
    const options = { resamples: 0 };
    expectSameValues(agreementReport(renamed, options), agreementReport(articles, options));
  });

  test('swap precision and recall when the first is the other', () => {
    const articles = invented(6, ['Ana', 'Ben']);
    const swapped = articles.map((article) => ({
      ...article,
      layers: new Map([
        ['Ana', article.layers.get('Ben')!],
        ['Ben', article.layers.get('Ana')!],
      ]),
    }));
    const [one, other] = [articles, swapped].map((list) => agreementReport(list, { resamples: 0 }));
    for (const [index, row] of one!.rows.entries()) {
      const [a, b] = [row.pairs[0]!, other!.rows[index]!.pairs[0]!];
      for (const score of ['exact', 'overlap', 'words'] as const) {
        expect(a[score].precision.value).toBe(b[score].recall.value);
        expect(a[score].f1.value).toBe(b[score].f1.value);
      }
      expect(a.kappa.value).toBeCloseTo(b.kappa.value!, 9);
    }
  });

  test('have intervals that hold the value, and are the same for the same seed', () => {
    fc.assert(
      fc.property(articleNumbers, fc.nat(100), (numbers, seed) => {
        const articles = numbers.map((number) => inventedArticle(number, PEOPLE));
        const report = agreementReport(articles, { seed, resamples: 50 });
        for (const [path, { value, interval, why }] of figuresIn(report)) {
          if (interval === null) expect(why, path).toMatch(/^[A-Z].*\.$/);
          else {
            expect(interval[0], path).toBeLessThanOrEqual(value!);
            expect(interval[1], path).toBeGreaterThanOrEqual(value!);
          }
        }
        expect(agreementReport(articles, { seed, resamples: 50 })).toEqual(report);
      }),
      { numRuns: 15 },
    );
  });

  test('have narrower intervals with more articles', () => {
    const widthOf = (count: number) => {
      const { rows } = agreementReport(invented(count), { resamples: 200 });
      const [low, high] = rows[0]!.overlap.interval!;
      return high - low;
    };
    expect(widthOf(80)).toBeLessThan(widthOf(5));
  });
});

const TEXT = 'The ferry was late said Ana Ruiz and the budget rose';
const one = (layers: LayeredArticle['layers']): LayeredArticle => ({ id: 'A', text: TEXT, layers });

describe('what is told', () => {
  const mark = annotationOf.bind(null, TEXT);
  const article = one(
    new Map([
      ['Ana', [mark('a1', 'attribution', { content: [0, 4], cue: [4, 5], source: [5, 7] }, { speech: 'indirect' })]],
      ['Ben', [mark('b1', 'attribution', { content: [0, 3], cue: [4, 5], source: [5, 7] }, { speech: 'mixed' }),
        mark('b2', 'claim', { content: [8, 11] })]],
      ['Cem', [mark('c1', 'attribution', { content: [0, 4], cue: [4, 5], source: [5, 7] }), mark('c2', 'quote', { content: [8, 11] })]],
    ]),
  ); // prettier-ignore
  const report = agreementReport([article]);

  test('each thing is a case: who marked it, who did not, and in what they differ', () => {
    expect(report.cases).toEqual([
      expect.objectContaining({
        kind: 'claim',
        missing: ['Ana', 'Cem'],
        parts: [],
        start: TEXT.indexOf('the budget'),
        end: TEXT.length,
      }),
      expect.objectContaining({ kind: 'quote', missing: ['Ana', 'Ben'] }),
      expect.objectContaining({
        kind: 'attribution',
        members: [
          { layer: 'Ana', annotation: 'a1' },
          { layer: 'Ben', annotation: 'b1' },
          { layer: 'Cem', annotation: 'c1' },
        ],
        missing: [],
        parts: ['content'],
        attributes: ['speech'],
        start: 0,
        end: 18,
      }),
    ]);
  });

  test('labels that are confused are counted, with their cases', () => {
    const ids = report.cases.map(({ id }) => id);
    expect(report.confusions).toEqual([
      { of: 'kind', labels: ['claim', 'quote'], count: 1, cases: [ids[0], ids[1]] },
      { of: 'speech', labels: ['indirect', 'mixed'], count: 1, cases: [ids[2]] },
    ]);
  });

  test('every word says who marked it', () => {
    const { marked, layers } = report.articles[0]!;
    expect(layers).toEqual(PEOPLE);
    expect(marked.attribution).toEqual([
      { start: 0, end: 13, by: [0, 1, 2] },
      { start: 14, end: 18, by: [0, 2] },
    ]);
    expect(marked.claim).toEqual([
      { start: TEXT.indexOf('the budget'), end: TEXT.length, by: [1] },
    ]);
  });

  test('a figure names the cases in which its layers differ', () => {
    const row = report.rows.find(({ kind, part }) => kind === 'attribution' && part === null)!;
    const between = Object.fromEntries(row.pairs.map((pair) => [pair.layers.join(), pair.cases]));
    const id = report.cases[2]!.id;
    expect(between).toEqual({ 'Ana,Ben': [id], 'Ana,Cem': [], 'Ben,Cem': [id] });
    const [speech] = report.attributes;
    expect(speech).toMatchObject({ attribute: 'speech', cases: [id] });
    expect(speech!.pairs.map(({ layers, judged }) => [...layers, judged])).toEqual([
      ['Ana', 'Ben', 1],
    ]);
  });

  test('overlap, exact words and whole relations are three figures', () => {
    const row = report.rows.find(({ kind, part }) => kind === 'attribution' && part === null)!;
    const pair = row.pairs.find(({ layers }) => layers.join() === 'Ana,Ben')!;
    expect(pair.overlap.f1.value).toBe(1);
    expect(pair.exact.f1.value).toBe(0);
    expect(pair.relation!.f1.value).toBe(0);
    expect(pair.words.recall.value).toBe(3 / 4);
    expect(row.pairs.find(({ layers }) => layers.join() === 'Ana,Cem')!.relation!.f1.value).toBe(1);
  });

  test('one article alone has values and says why it has no interval', () => {
    expect(report.rows[0]!.overlap).toEqual({
      value: expect.any(Number) as number,
      interval: null,
      why: 'One article alone gives no interval.',
    });
  });

  test('nothing at all gives an empty report', () => {
    expect(agreementReport([])).toMatchObject({ layers: [], articles: [], rows: [], cases: [] });
    const alone = agreementReport([
      one(new Map([['Ana', [mark('a', 'claim', { content: [0, 4] })]]])),
    ]);
    expect(alone.rows[0]!.overlap.why).toBe('There are no two layers on the same article.');
  });

  test('a layer that did not work on an article is not compared on it', () => {
    const rest = one(new Map([['Ana', [mark('x', 'claim', { content: [0, 4] })]]]));
    const both = agreementReport([article, { ...rest, id: 'B' }], { resamples: 0 });
    const claims = both.rows.find(({ kind }) => kind === 'claim')!;
    const pair = claims.pairs.find(({ layers }) => layers.join() === 'Ana,Ben')!;
    expect(pair).toMatchObject({
      articles: 1,
      exact: { recall: { why: 'The first layer has none.' } },
    });
    expect(both.cases.at(-1)).toMatchObject({ articleId: 'B', missing: [] });
  });
});

describe('attributes', () => {
  const judged = (
    scale: 'ordinal' | 'ratio',
    pairs: readonly (readonly [string | number, string | number])[],
  ) => {
    const articles = pairs.map(([a, b], number) => ({
      ...one(
        new Map([
          ['Ana', [annotationOf(TEXT, `a${number}`, 'claim', { content: [0, 4] }, { weight: a })]],
          ['Ben', [annotationOf(TEXT, `b${number}`, 'claim', { content: [0, 4] }, { weight: b })]],
        ]),
      ),
      id: `A${number}`,
    }));
    const order = scale === 'ordinal' ? { order: ['low', 'middle', 'high'] } : {};
    const options = { resamples: 0, attributes: [{ name: 'weight', scale, ...order }] };
    return agreementReport(articles, options).attributes[0]!;
  };

  test('ranks are weighted in the order that is given, not by the alphabet', () => {
    const near = judged('ordinal', [['low', 'middle'], ['middle', 'middle'], ['high', 'high'], ['low', 'low']]); // prettier-ignore
    const far = judged('ordinal', [['low', 'high'], ['middle', 'middle'], ['high', 'high'], ['low', 'low']]); // prettier-ignore
    expect(near.weighting).toBe('linear');
    expect(near.same.value).toBe(far.same.value);
    expect(near.kappa.value).toBeGreaterThan(far.kappa.value!);
    expect(near.alpha.value).toBeGreaterThan(far.alpha.value!);
  });

  test('a value that is no number has no α on a scale of numbers', () => {
    expect(judged('ratio', [[1, 2], [3, 'many']]).alpha.why).toBe('Not every value of “weight” is a number.'); // prettier-ignore
    expect(judged('ratio', [[1, 2], [3, 3]]).alpha.value).toBeGreaterThan(0); // prettier-ignore
  });

  test('come from an annotation’s own: the main type, the set of flags, what was said', () => {
    const said = { speech: null, sourceType: null, terms: 'background' } as const;
    expect(
      valuesOf('claim', { types: ['number', 'date'], flags: ['sensitive', 'harm'], ...said }),
    ).toEqual({
      type: 'number',
      flags: 'harm + sensitive',
      terms: 'background',
    });
    expect(valuesOf('quote', { types: [], flags: [], ...said })).toEqual({ terms: 'background' });
    expect(valuesOf('claim', { types: [], flags: [], ...said })).toMatchObject({ flags: 'none' });
  });
});
