import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../ids';
import { findReview } from '../queries/revisions';
import { makeDesk, type TestDesk } from '../testing/desk';
import { countRows, mark, rowOf, signOff, standing, step, versionOf } from '../testing/work';
import { listBlocks } from '../queries/reading';
import { readCutBase } from './cut-base';
import { addRevision, importFile, type ImportedArticle } from './import';
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

const status = ({ checkId }: { readonly checkId: string }) => rowOf(test.desk, 'check', checkId)['status']; // prettier-ignore

function join(id: string, withId: string): void {
  test.run(
    step('joinArticles', { id, version: version(id), withId, withVersion: version(withId) }),
  );
}

/** Splits off what begins with the block of these words; returns the id of the article made. */
function splitAt(id: string, words: string): string {
  const revisionId = latestRevisionId(test.desk, id);
  const at = readCutBase(test.desk, id).blocks.findIndex(({ text }) => text.includes(words));
  const partId = newId();
  test.run(step('splitArticle', { id, version: version(id), revisionId, blockOrdinal: at, newId: partId })); // prettier-ignore
  return partId;
}

it('of a file whose articles were joined, a changed version stays joined, and only what changed is reopened', () => {
  const [first, second] = bring(`${HARBOR}\n${FERRY}`) as [Brought, Brought];
  const ships = mark(test, placeOf(first.id), 'Forty ships');
  const days = mark(test, placeOf(first.id), 'nine days');
  const wages = mark(test, placeOf(second.id), '84,000 crowns');
  for (const made of [ships, days, wages]) signOff(test, made);
  join(first.id, second.id);
  expect(bring(LATER)).toEqual([{ id: first.id, isNew: false, revision: 3 }]);
  expect(standing(test.desk).map(({ headline }) => headline)).toHaveLength(1);
  expect(placeOf(first.id).text).toMatch(/ten days[^]*84,000 crowns/);
  expect([ships, days, wages].map(status)).toEqual(['signed_off', 'reopened', 'signed_off']);
  expect(rowOf(test.desk, 'annotation', wages.id)['article_id']).toBe(first.id);
  expect(findReview(test.desk, first.id)?.items).toMatchObject([
    { annotationId: days.id, outcome: 'changed' },
  ]);
  const known = countRows(test.desk, 'revision');
  expect(bring(LATER)).toEqual([{ id: first.id, isNew: false, revision: null }]);
  expect(countRows(test.desk, 'revision')).toBe(known);
  expect(bring(LATER.replace('84,000', '85,000'))).toEqual([{ id: first.id, isNew: false, revision: 4 }]); // prettier-ignore
});

it('of a file whose articles were joined and taken apart again, a changed version is cut by the rules', () => {
  const [first, second] = bring(`${HARBOR}\n${FERRY}`) as [Brought, Brought];
  join(first.id, second.id);
  splitAt(first.id, 'Ferry strike');
  expect(bring(LATER)).toEqual([
    { id: first.id, isNew: false, revision: 4 },
    { id: second.id, isNew: false, revision: null },
  ]);
});

it('of a file with a new article among those that were joined, only these stay joined', () => {
  const [first, second] = bring(`${HARBOR}\n${FERRY}`) as [Brought, Brought];
  join(first.id, second.id);
  const museum = FERRY.replaceAll('PORT ARLEN', 'VESSA').replace('Ferry strike enters second week', 'Museum buys a lamp').replace(/The ferry crews[^]*/, 'The museum bought a lamp that lit the coast for a century, and paid for it with coins from a jar.\n'); // prettier-ignore
  const brought = bring(`${LATER}\n${museum}`);
  expect(brought).toMatchObject([{ id: first.id, revision: 3 }, { isNew: true }]);
  expect(placeOf(brought[1]!.id).text).toContain('Museum buys a lamp');
});

it('of a file whose article was split, a changed version is split there, and each part has its own changes', () => {
  const [only] = bring(HARBOR);
  const ships = mark(test, placeOf(only.id), 'Forty ships');
  const days = mark(test, placeOf(only.id), 'nine days');
  for (const made of [ships, days]) signOff(test, made);
  const part = splitAt(only.id, 'Forty ships');
  const before = standing(test.desk).find(({ id }) => id === part);
  expect(bring(HARBOR.replace('nine days', 'ten days'))).toEqual([
    { id: only.id, isNew: false, revision: 3 },
    { id: part, isNew: false, revision: null },
  ]);
  expect(placeOf(only.id).text).toContain('ten days');
  expect(placeOf(only.id).text).not.toContain('Forty ships');
  expect(standing(test.desk).find(({ id }) => id === part)).toEqual(before);
  expect([days, ships].map(status)).toEqual(['reopened', 'signed_off']);

  const both = HARBOR.replace('nine days', 'ten days').replace('two of them', 'three of them');
  expect(bring(both)).toEqual([
    { id: only.id, isNew: false, revision: null },
    { id: part, isNew: false, revision: 2 },
  ]);
  expect([days, ships].map(status)).toEqual(['reopened', 'signed_off']);
});

it('of a file whose split-off words are gone, a changed version is one article again', () => {
  const [only] = bring(HARBOR);
  const part = splitAt(only.id, 'Forty ships');
  const later = `${HARBOR.split('\n\n').slice(0, 2).join('\n\n')}\n\nThe mayor spoke of luck, and thanked the pilots of Quell.\n`; // prettier-ignore
  expect(bring(later)).toEqual([{ id: only.id, isNew: false, revision: 3 }]);
  expect(placeOf(only.id).text).toContain('thanked the pilots');
  expect(placeOf(part).text).toContain('Forty ships');
});

it('keeps the roles that people chose, in a block or in an edit, where its words stand again', () => {
  const roleOf = (articleId: string, words: string) =>
    readCutBase(test.desk, articleId).blocks.find(({ text }) => text.includes(words))?.role;
  const text = `${HARBOR}\nThe gauge at the lighthouse fell to 2 metres in the night, the port said in the morning.\n`;
  const [only] = bring(text);
  const { revisionId } = placeOf(only.id);
  const block = listBlocks(test.desk, revisionId).find(({ ordinal }) => ordinal === 2)!;
  test.run(step('setBlockRole', { id: block.id, version: 1, role: 'caption' }));
  const edited = readCutBase(test.desk, only.id).drafts.map((draft) =>
    draft.text.startsWith('The gauge') ? { ...draft, role: 'pullquote' as const } : draft,
  );
  addRevision(test.desk, test.actor, only.id, edited, null);
  for (const [was, is] of [
    ['nine days', 'ten days'],
    ['Ines Roth', 'Ada Roth'],
  ] as const) {
    expect(bring(text.replace(was, is))).toMatchObject([{ id: only.id, isNew: false }]);
    expect(placeOf(only.id).text).toContain(is);
    expect(roleOf(only.id, 'Forty ships')).toBe('caption');
    expect(roleOf(only.id, 'The gauge')).toBe('pullquote');
    expect(roleOf(only.id, is)).toBe('paragraph');
  }
  bring(text.replace('Forty ships', 'Fifty ships'));
  expect(roleOf(only.id, 'Fifty ships')).toBe('paragraph');
});

it('is cut as a person has just arranged it, whatever was decided earlier', () => {
  const [first, second] = bring(`${HARBOR}\n${FERRY}`) as [Brought, Brought];
  join(first.id, second.id);
  const bytes = new TextEncoder().encode(LATER);
  const file = { file: 'page.txt', bytes, isArranged: true };
  const done = importFile(test.desk, test.actor, test.collectionId, file);
  expect(done).toMatchObject({ articles: [{ id: first.id }, { id: second.id }] });
});
