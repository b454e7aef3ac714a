import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../ids';
import { findReview } from '../queries/revisions';
import { makeDesk, type TestDesk } from '../testing/desk';
import { countRows, mark, rowOf, signOff, standing, step, versionOf } from '../testing/work';
import { importFile, type ImportedArticle } from './import';
import { latestRevisionId } from './stores';

const HARBOR = `Harbor reopens after storm

QUELL, Norland (AP) — The harbor of Quell opened again on Monday after nine days, port master Ines Roth said.

Forty ships had waited in the bay, and two of them had lost their anchors in the night of the storm.
`;
const FERRY = `Ferry strike enters second week

PORT ARLEN, Norland (AFP) — The ferry crews of Port Arlen stayed ashore on Tuesday, as 1,200 people waited on the quay.

The company owes them wages of 84,000 crowns, said their speaker, Mara Quist.
`;
const LATER = `${HARBOR}\n${FERRY}`.replace('nine days', 'ten days');

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

type Brought = Pick<ImportedArticle, 'id' | 'isNew' | 'revision'>;

function bring(text: string): [Brought, ...Brought[]] {
  const bytes = new TextEncoder().encode(text);
  const done = importFile(test.desk, test.actor, test.collectionId, { file: 'page.txt', bytes });
  if ('refused' in done) throw new Error(done.refused);
  const brought = done.articles.map(({ id, isNew, revision }) => ({ id, isNew, revision }));
  return brought as [Brought, ...Brought[]];
}

const placeOf = (articleId: string) => {
  const revisionId = latestRevisionId(test.desk, articleId);
  return { articleId, revisionId, text: String(rowOf(test.desk, 'revision', revisionId)['text']) };
};
const version = (id: string) => versionOf(test.desk, 'article', id);

it('of a file whose articles were joined, a changed version is cut by the rules, and each has its marks', () => {
  const [first, second] = bring(`${HARBOR}\n${FERRY}`) as [Brought, Brought];
  const ships = mark(test, placeOf(first.id), 'Forty ships');
  const days = mark(test, placeOf(first.id), 'nine days');
  const wages = mark(test, placeOf(second.id), '84,000 crowns');
  for (const made of [ships, days, wages]) signOff(test, made);
  const input = { id: first.id, version: version(first.id), withId: second.id, withVersion: version(second.id) }; // prettier-ignore
  test.run(step('joinArticles', input));
  const [one, two] = bring(LATER);
  expect(one).toEqual({ id: first.id, isNew: false, revision: 3 });
  expect(two).toEqual({ id: second.id, isNew: false, revision: null });
  expect(standing(test.desk).map(({ headline }) => headline)).toHaveLength(2);
  const status = ({ checkId }: typeof ships) => rowOf(test.desk, 'check', checkId)['status'];
  expect([ships, days, wages].map(status)).toEqual(['signed_off', 'reopened', 'signed_off']);
  expect(rowOf(test.desk, 'annotation', wages.id)['article_id']).toBe(second.id);
  expect(findReview(test.desk, first.id)?.items).toMatchObject([
    { annotationId: days.id, outcome: 'changed' },
  ]);
  const known = countRows(test.desk, 'revision');
  expect(bring(LATER).map(({ isNew, revision }) => ({ isNew, revision }))).toEqual([
    { isNew: false, revision: null },
    { isNew: false, revision: null },
  ]);
  expect(countRows(test.desk, 'revision')).toBe(known);
});

it('of a file whose article was split, a changed version revises the first part; the other keeps all that it has', () => {
  const [only] = bring(HARBOR);
  const part = newId();
  const split = { id: only.id, version: version(only.id), revisionId: latestRevisionId(test.desk, only.id) }; // prettier-ignore
  const ships = mark(test, placeOf(only.id), 'Forty ships');
  signOff(test, ships);
  test.run(step('splitArticle', { ...split, blockOrdinal: 2, newId: part }));
  const before = standing(test.desk).find(({ id }) => id === part);
  expect(before!.marks).toHaveLength(1);
  const [later] = bring(HARBOR.replace('nine days', 'ten days'));
  expect(later).toEqual({ id: only.id, isNew: false, revision: 3 });
  expect(placeOf(only.id).text).toContain('ten days');
  expect(standing(test.desk).find(({ id }) => id === part)).toEqual(before);
  expect(rowOf(test.desk, 'check', ships.checkId)['status']).toBe('signed_off');
});
