import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeDesk, type TestDesk } from '../testing/desk';
import { propose } from '../testing/suggest';
import { STORY } from '../testing/work';
import { listUnread } from './detectable';

const READER = { name: 'test', version: '1' };
let test: TestDesk;

beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

it('what no detector of this version has read waits, the newest first and only so many', () => {
  const ids = ['One', 'Two', 'Three'].map((word) => test.article(`${word}\n\n${STORY}`).articleId);
  const waiting = (limit: number) =>
    listUnread(test.desk, READER, limit).map(({ articleId }) => articleId);
  expect(waiting(2)).toEqual([ids[2], ids[1]]);
  propose(test, ids[1]!, () => []);
  expect(waiting(9)).toEqual([ids[2], ids[0]]);
  expect(listUnread(test.desk, { ...READER, version: '2' }, 9)).toHaveLength(3);
});
