import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { blindProject, type BlindProject } from '../testing/projects';
import { STORY, step } from '../testing/work';
import { visibleDesk } from '../visible';
import { findArticleProject } from './article-project';
import { findReading } from './reading';

let test: TestDesk;
let blind: BlindProject;

beforeEach(() => {
  test = makeDesk();
  blind = blindProject(test);
});
afterEach(() => test.close());

const ofAnn = () =>
  findArticleProject(visibleDesk(test.desk, blind.ann), blind.articles[0]!.articleId, blind.ann)!;

it('holds a submitted training layer against the adjudicated one, case by case', () => {
  const { articleId } = blind.articles[0]!;
  test.run(step('setUse', { articleId, use: 'training' }));
  const expert = blind.hand(0, blind.ben);
  for (const words of ['harbour', 'two cranes', 'the clerk']) blind.mark(blind.ben, 0, words);
  blind.as(blind.ben, step('submitLayer', { id: expert, version: 1 }));
  test.desk.sqlite.prepare("UPDATE annotation SET layer = 'adjudicated' WHERE layer = ?").run(blind.ben.id); // prettier-ignore
  const id = blind.hand(0, blind.ann);
  for (const words of ['harbour', 'two', 'enough']) blind.mark(blind.ann, 0, words);
  expect(ofAnn()).toMatchObject({ use: 'training', feedback: null, standing: null });
  blind.as(blind.ann, step('submitLayer', { id, version: 1 }));
  const told = ofAnn().feedback!.map(({ outcome, words }) => [outcome, words]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['same', 'harbour'],
      ['differs', 'two cranes'],
      ['extra', 'enough'],
      ['missed', 'the clerk'],
    ]),
  );
  expect(told).toHaveLength(4);
  const all = findArticleProject(test.desk, articleId, test.actor)!;
  expect(all).toMatchObject({ assignment: null, feedback: null, standing: { handedOut: 2, submitted: 2 } }); // prettier-ignore
});

it('says nothing of a collection that is no project, and shows the newest guide of one that is', () => {
  const { articleId } = test.article(STORY);
  expect(findArticleProject(test.desk, articleId, test.actor)).toBeNull();
  expect(findReading(test.desk, articleId)!.isShared).toBe(false);
  const write = (after: number, body: string) => test.run(step('writeGuide', { id: newId(), collectionId: test.collectionId, after, body })); // prettier-ignore
  write(1, '# One');
  write(2, '# Two');
  expect(findReading(test.desk, articleId)!.isShared).toBe(true);
  expect(findArticleProject(test.desk, articleId, test.actor)).toMatchObject({
    labelling: 'shared',
    guide: { number: 3, blocks: [{ kind: 'heading', words: [{ kind: 'text', text: 'Two' }] }] },
  });
});
