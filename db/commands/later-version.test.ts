import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingestText } from '@/corpus/ingest/ingest';
import type { ArticleMetadata } from '@/corpus/ingest/model';
import { findReview } from '../queries/revisions';
import { makeDesk, type TestDesk } from '../testing/desk';
import { mark, refusalOf, rowOf, signOff, step } from '../testing/work';
import { importFile, reviseFromFile } from './import';
import { goBackTo, reviseFromText } from './revise';

const TEXT =
  'Ferry to sail in March\n\nPORT HALLEN (Courier) – The ferry will sail in March with 14 crew aboard, the county said on Monday.\n\nThe repair cost 2.1 million crowns, according to the harbour trust, which paid for it.\n';

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

function bring(text: string, file: string, metadata?: ArticleMetadata, url: string | null = null) {
  const bytes = new TextEncoder().encode(text);
  const articles = ingestText(text).articles.map((a) => (metadata ? { ...a, metadata } : a));
  const outcome = { ok: true, text, encoding: 'UTF-8', notes: [], articles } as const;
  const done = importFile(test.desk, test.actor, test.collectionId, { file, bytes, outcome, url });
  if ('refused' in done) throw new Error(done.refused);
  const [{ id, isNew, revision }] = done.articles as [(typeof done.articles)[number]];
  return { id, isNew, revision };
}

it('tells which article a text became a revision of', () => {
  bring(TEXT, 'a');
  const text = `CORRECTED-${TEXT.replace('14 crew', '16 crew')}`;
  const bytes = new TextEncoder().encode(text);
  const done = importFile(test.desk, test.actor, test.collectionId, { file: 'b', bytes });
  expect(done).toHaveProperty('articles.0.revisionOf', 'Ferry to sail in March');
});

it('keeps the articles of one fetched page apart', () => {
  const two = [
    TEXT,
    TEXT.replace('Ferry to sail in March', 'Wall to be built').replace('The ferry', 'The wall'),
  ];
  const articles = two.flatMap((text) => ingestText(text).articles);
  const outcome = { ok: true, text: '', encoding: 'HTML', notes: [], articles } as const;
  const file = { file: 'page', bytes: new Uint8Array([1]), outcome, url: 'https://x.example/all' };
  const done = importFile(test.desk, test.actor, test.collectionId, file);
  expect(done).toMatchObject({ articles: [{ isNew: true }, { isNew: true }] });
});

describe('a later version', () => {
  const later = TEXT.replace('14 crew', '16 crew');

  it.each([
    ['the address', () => [bring(TEXT, 'a', undefined, 'https://x.example/1'), bring(later, 'b', undefined, 'https://x.example/1')]],
    ['the sender’s id', () => [bring(TEXT, 'a', { externalId: 'urn:1' }), bring(later, 'b', { externalId: 'urn:1' })]],
    ['the file’s name and its words', () => [bring(TEXT, 'ferry.txt'), bring(later, 'ferry.txt')]],
    ['a headline that says so', () => [bring(TEXT, 'a'), bring(`CORRECTED-${later}`, 'b')]],
  ] as const)('is known by %s', (_by, act) => {
    const [first, second] = act();
    expect(first).toMatchObject({ isNew: true, revision: null });
    expect(second).toEqual({ id: first!.id, isNew: false, revision: 2 });
  }); // prettier-ignore

  it('is none where the name is the same and the words are others, or the text is on the desk', () => {
    const first = bring(TEXT, 'story.txt');
    const other = 'Museum buys a lamp\n\nVARNHOLT (Mercury) – The museum has bought a lamp that lit the coast for a century.\n'; // prettier-ignore
    expect(bring(other, 'story.txt')).toMatchObject({ isNew: true, revision: null });
    expect(bring(TEXT, 'elsewhere.txt')).toEqual({ id: first.id, isNew: false, revision: null });
    bring(later, 'story-2.txt', { externalId: 'x' });
    expect(bring(later, 'again.txt').revision).toBeNull();
  });
});

describe('a revision made by hand', () => {
  const newest = (articleId: string) =>
    test.desk.sqlite
      .prepare<[string], { id: string; text: string; number: number }>(
        'SELECT id, text, number FROM revision WHERE article_id = ? ORDER BY number DESC',
      )
      .get(articleId)!;
  const revise = (articleId: string, text: string, revisionId = newest(articleId).id) =>
    reviseFromText(test.desk, test.actor, { articleId, revisionId, text, note: null });

  it('is refused where it is empty, the same, of an older text, or of no article', () => {
    const article = test.article(TEXT);
    const { articleId, revisionId } = article;
    const told = (act: () => unknown) => refusalOf(test, act).message;
    expect(told(() => revise(articleId, ' \n\n'))).toMatch(/empty/);
    expect(told(() => revise(articleId, article.text))).toMatch(/Nothing is changed/);
    revise(articleId, article.text.replace('14', '15'));
    expect(told(() => revise(articleId, 'Other', revisionId))).toMatch(/newer revision/);
    expect(told(() => goBackTo(test.desk, test.actor, articleId, 7))).toMatch(/no revision 7/);
    expect(newest(articleId).number).toBe(2);
  });

  it('of another article altogether is made with a warning', () => {
    const { articleId } = test.article(TEXT);
    const { warning } = revise(articleId, 'Quite different\n\nNothing of it was there before, not one sentence or name.'); // prettier-ignore
    expect(warning).toMatch(/another article/);
    const bytes = new TextEncoder().encode(TEXT);
    const made = reviseFromFile(test.desk, test.actor, articleId, { file: 'a.txt', bytes }, null);
    expect(made).toMatchObject({ number: 3, warning: expect.stringMatching(/another/) as string });
  });

  it('is reviewed: a cut mark that is drawn again goes on where it was', () => {
    const article = test.article(TEXT);
    const cut = mark(test, article, 'The repair cost 2.1 million crowns');
    signOff(test, cut);
    revise(
      article.articleId,
      article.text.replace('The repair cost 2.1 million crowns, acc', 'Acc'),
    );
    const review = findReview(test.desk, article.articleId)!;
    expect(review.counts).toMatchObject({ lost: 1, changed: 0 });
    const [item] = review.items;
    expect(item).toMatchObject({ outcome: 'lost', after: null, decision: null, status: 'cut' });
    const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    const { annotationId, annotationVersion: version } = item!;
    const spans = [{ part: 'content', ordinal: 0, piece: 0, start: 0, end: 5 }] as const;
    const { revisionId } = review;
    test.run(
      step('respanAnnotation', { id: annotationId, version, spans: [...spans] }),
      step('reviewCarried', { id, annotationId, revisionId, decision: 'remarked' }),
    );
    expect(rowOf(test.desk, 'check', cut.checkId)).toMatchObject({ status: 'reopened' });
    expect(findReview(test.desk, article.articleId)!.items[0]!.decision).toBe('remarked');
  });
});
