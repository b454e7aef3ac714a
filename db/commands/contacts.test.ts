import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../ids';
import { findCheckDetail } from '../queries/check-detail';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, mark, step } from '../testing/work';

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

const CALL = { name: 'The clerk', way: 'phone', askedAt: '2026-11-20T09:30Z', question: 'Is it 41,000?', answer: null, terms: 'on_record' } as const; // prettier-ignore

function log() {
  const { checkId } = mark(test, test.article(STORY), '41,000 people');
  const id = newId();
  test.run(step('logContact', { id, checkId, ...CALL }));
  return { id, checkId, read: () => findCheckDetail(test.desk, checkId, test.actor.id)! };
}

it('tells with the check who was asked what, when and how, and the answer when it comes', () => {
  const { id, read } = log();
  expect(read().contacts).toMatchObject([{ ...CALL, by: 'Ada' }]);
  test.run(step('editContact', { id, version: 1, answer: '43,000 since May.' }));
  expect(read().contacts).toMatchObject([{ answer: '43,000 since May.' }]);
  expect(read().history.slice(0, 2).map(({ sentence }) => sentence)).toEqual(['logged what was answered', 'logged that The clerk was asked']); // prettier-ignore
});

it('takes what turns out to be off the record out of the history, and undo gives it back', () => {
  const { id, read } = log();
  const secret = { answer: 'SECRET ANSWER', terms: 'off_record' } as const;
  const edit = test.run(step('editContact', { id, version: 1, ...secret }));
  const events = () => JSON.stringify(test.desk.sqlite.prepare('SELECT changes FROM event').all());
  expect(events()).not.toContain('SECRET');
  expect(events()).not.toContain('The clerk');
  expect(read().history[0]!.sentence).toBe('changed a confidential line of the contact log');
  expect(read().contacts).toMatchObject([secret]);
  test.run(step('undoCommand', { commandId: edit.id }));
  expect(read().contacts).toMatchObject([{ answer: null, terms: 'on_record' }]);
});
