import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids';
import { findCheckDetail } from '../queries/check-detail';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, mark, refusalOf, rowOf, step, versionOf } from '../testing/work';

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

/** Somebody with one check at work, one that is signed, and a message. */
function makeHolder() {
  const article = test.article(STORY);
  const bo = test.person('Bo', 'checker');
  const [held, signed] = ['41,000', 'two harbours'].map((words) => mark(test, article, words));
  for (const { checkId } of [held!, signed!]) {
    test.run(step('assignCheck', { checkId, version: 1, assigneeId: bo.id }));
    const status = (to: 'checking' | 'not_for_check') => {
      const version = versionOf(test.desk, 'check', checkId);
      test.run(step('setStatus', { checkId, version, status: to, reason: 'Style' }));
    };
    status('checking');
    if (checkId === signed!.checkId) status('not_for_check');
  }
  return { bo, held: held!, settled: signed! };
}

describe('a person who is removed while holding work', () => {
  it('frees their open checks with an event each, and keeps what is settled', () => {
    const { bo, held, settled } = makeHolder();
    const { id, written } = test.run(step('removePerson', { id: bo.id }));
    expect(written.map(({ entity }) => entity)).toEqual(['person', 'check']);
    expect(rowOf(test.desk, 'check', held.checkId)).toMatchObject({ assignee_id: null, status: 'checking' }); // prettier-ignore
    expect(rowOf(test.desk, 'check', settled.checkId)).toMatchObject({ assignee_id: bo.id });
    const changes = test.desk.sqlite.prepare<[string, string], string>('SELECT changes FROM event WHERE command_id = ? AND entity_id = ?').pluck().get(id, held.checkId); // prettier-ignore
    expect(JSON.parse(changes!)).toMatchObject({ assigneeId: [bo.id, null] });
  });

  it('stays in the history by name, and their check is told as freed', () => {
    const { bo, held, settled } = makeHolder();
    test.run(step('removePerson', { id: bo.id }));
    const told = findCheckDetail(test.desk, held.checkId, test.actor.id)!;
    expect(told.history.map(({ sentence }) => sentence).join('\n')).toContain('Bo');
    expect(told.assignee).toBeNull();
    const kept = findCheckDetail(test.desk, settled.checkId, test.actor.id)!;
    expect(kept.assignee).toEqual({ id: bo.id, name: 'Bo' });
  });

  it('gets no new work, is not removed twice, and comes back with the work by undo', () => {
    const { bo, held } = makeHolder();
    const removed = test.run(step('removePerson', { id: bo.id }));
    const { checkId } = held;
    const assign = () => test.run(step('assignCheck', { checkId, version: versionOf(test.desk, 'check', checkId), assigneeId: bo.id })); // prettier-ignore
    expect(refusalOf(test, assign)).toMatchObject({ message: 'This person is not on the desk.' });
    for (const again of [
      step('removePerson', { id: bo.id }),
      step('setRole', { id: bo.id, role: 'admin' }),
    ]) {
      // prettier-ignore
      expect(refusalOf(test, () => test.run(again))).toMatchObject({ message: 'This person is no longer on the desk.' }); // prettier-ignore
    }
    test.run(step('undoCommand', { commandId: removed.id }));
    expect(rowOf(test.desk, 'check', checkId)).toMatchObject({ assignee_id: bo.id });
    expect(rowOf(test.desk, 'person', bo.id)).toMatchObject({ removed: 0 });
  });

  it('leaves their name free for somebody else', () => {
    const bo = test.person('Bo');
    const add = () => test.run(step('addPerson', { id: newId(), name: 'Bo' }));
    expect(refusalOf(test, add)).toMatchObject({ message: 'There is already somebody called Bo.' });
    test.run(step('removePerson', { id: bo.id }));
    expect(add().written).toHaveLength(1);
  });
});
