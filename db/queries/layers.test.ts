import { afterEach, beforeEach, expect, it } from 'vitest';
import { agreementReport } from '@/corpus/agreement/report';
import { AWKWARD, markInLayer } from '../testing/dataset-marks';
import { makeDesk, type TestDesk } from '../testing/desk';
import { findLayered, headlinesOf, iterateLayered, listLayers, wordsAt } from './layers';

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

const collectionId = () =>
  test.desk.sqlite.prepare<[], string>('SELECT id FROM collection').pluck().get()!;

it('lists the layers of a collection, and reads its articles by layers', () => {
  const articles = AWKWARD.map((text) => test.article(text));
  for (const article of articles) markInLayer(test, article, 'Ana');
  markInLayer(test, articles[0]!, 'Ben');
  expect(listLayers(test.desk, collectionId())).toEqual([
    { layer: 'Ana', articles: 5, annotations: 15 },
    { layer: 'Ben', articles: 1, annotations: 3 },
  ]);
  const layered = [...iterateLayered(test.desk, collectionId())];
  expect(layered.map(({ layers }) => [...layers.keys()].join())).toEqual(['Ana,Ben', 'Ana', 'Ana', 'Ana', 'Ana']); // prettier-ignore
  expect([...iterateLayered(test.desk, collectionId(), ['Ben'])]).toHaveLength(1);
  expect(findLayered(test.desk, 'elsewhere', articles[0]!.articleId)).toBeNull();
});

it('gives the words of cases and blocks in the unit of the text, also after an emoji', () => {
  const article = test.article(AWKWARD[0]!);
  markInLayer(test, article, 'Ana');
  const { layered, blocks } = findLayered(test.desk, collectionId(), article.articleId)!;
  expect(blocks.map(({ start, end }) => layered.text.slice(start, end)).join('\n\n')).toBe(layered.text); // prettier-ignore
  const { cases } = agreementReport([layered], { resamples: 0 });
  const claim = cases.filter(({ kind }) => kind === 'claim');
  expect(wordsAt(test.desk, claim, 160)).toEqual(['Ridership fell 12% in 2025']);
  expect(wordsAt(test.desk, claim, 12)).toEqual(['Ridership…']);
  expect(headlinesOf(test.desk, [article.articleId]).size).toBe(1);
});
