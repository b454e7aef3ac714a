import { afterEach, beforeEach, expect, it } from 'vitest';
import { reviseFromText } from '../commands/revise';
import { makeDesk, type TestDesk } from '../testing/desk';
import { mark, signOff, spanOf, step, STORY, versionOf } from '../testing/work';
import { listSignatures } from './signatures';

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

function revise(article: ReturnType<TestDesk['article']>, text: string) {
  const { articleId, revisionId } = article;
  const input = { articleId, revisionId, note: null, text };
  return { articleId, revisionId: reviseFromText(test.desk, test.actor, input).id, text };
}

it('answers which words were signed on which revision by whom, and what became of it', () => {
  const first = test.article(STORY);
  const height = mark(test, first, '62 metres');
  const town = mark(test, first, '41,000 people');
  signOff(test, height);
  const second = revise(first, first.text.replace('62 metres', '64 metres'));
  signOff(test, town);
  expect(listSignatures(test.desk, { articleId: first.articleId })).toMatchObject([
    { person: 'Ada', words: '41,000 people', revision: 2, annotationId: town.id, ended: null },
    {
      words: '62 metres',
      revision: 1,
      ended: { reason: 'The words changed: “62 metres” is now “64 metres”.' },
    },
  ]);

  revise(second, `${second.text} More.`);
  expect(listSignatures(test.desk, { annotationId: town.id })).toMatchObject([
    { words: '41,000 people', revision: 2, ended: null },
  ]);
});

it('tells the words that were signed where the mark was drawn anew on the same revision', () => {
  const article = test.article(STORY);
  const town = mark(test, article, '41,000 people');
  signOff(test, town);
  const version = versionOf(test.desk, 'annotation', town.id);
  const spans = [spanOf(article.text, 'town of Port Hallen')];
  test.run(step('respanAnnotation', { id: town.id, version, spans }));
  const [signature] = listSignatures(test.desk, { annotationId: town.id });
  expect(signature).toMatchObject({ words: '41,000 people', revision: 1 });
  expect(signature!.ended).not.toBeNull();
});
