import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandStep } from '@/corpus/commands/requests';
import type { Status } from '@/corpus/verification/model';
import { newId } from '../ids';
import type { Actor } from '../policies';
import { findCheckDetail } from '../queries/check-detail';
import { countUnread, listNotices } from '../queries/notices';
import { listWorkload } from '../queries/workload';
import { fillDesk } from '../testing/fill';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, mark, refusalOf, rowOf, signOff, step, versionOf, type Mark } from '../testing/work'; // prettier-ignore
import { findLock, releaseLock, takeLock } from './locks';
import { reviseFromText } from './revise';
import { runCommand } from './run';
import { markRead } from './notices';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
let made: Mark;
let bo: Actor;
beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
  made = mark(test, article, '41,000 people');
  bo = test.person('Bo Lund', 'checker');
});
afterEach(() => test.close());

const as = (actor: Actor, ...steps: CommandStep[]) =>
  runCommand(test.desk, actor, { id: newId(), steps });
const version = () => versionOf(test.desk, 'check', made.checkId);
const check = () => rowOf(test.desk, 'check', made.checkId);
const status = (actor: Actor, to: Status, reason?: string) =>
  as(actor, step('setStatus', { checkId: made.checkId, version: version(), status: to, ...(reason && { reason }) })); // prettier-ignore
const told = ({ id }: Actor) =>
  listNotices(test.desk, id).notices.map(({ kind, count, isRead }) => `${kind} ${count}${isRead ? ' read' : ''}`); // prettier-ignore

/** As time passes: the lease of every lock has ended. */
const endLeases = () =>
  test.desk.sqlite.prepare(`UPDATE check_lock SET expires_at = '2020-01-01T00:00:00.000Z'`).run();

describe('taking and handing over', () => {
  it('gives a check to the first of two who take it in the same second', () => {
    const { checkId } = made;
    as(bo, step('takeCheck', { checkId }));
    const late = () => test.run(step('takeCheck', { checkId }));
    expect(refusalOf(test, late).message).toMatch(/^Bo Lund has this check/);
    as(bo, step('takeCheck', { checkId }));
    expect(check()['assignee_id']).toBe(bo.id);
  });

  it('hands over with a note that stands in the discussion, tells the receiver, and frees the lock', () => {
    const { checkId } = made;
    as(bo, step('takeCheck', { checkId }));
    takeLock(test.desk, bo.id, checkId);
    as(bo, step('handOverCheck', { id: newId(), checkId, version: version(), toId: test.actor.id, note: 'The clerk calls back at four.' })); // prettier-ignore
    const detail = findCheckDetail(test.desk, checkId, bo.id)!;
    expect(detail.assignee?.name).toBe('Ada');
    expect(detail.messages).toMatchObject([{ body: 'The clerk calls back at four.' }]);
    expect([told(test.actor), told(bo), detail.lock]).toEqual([['handed_over 1'], [], null]);
  });
});

describe('a lock', () => {
  const find = (actor: Actor) => () =>
    as(actor, step('recordFinding', { checkId: made.checkId, version: version(), finding: 'supported' })); // prettier-ignore

  it('keeps others from what is being worked on, and never the holder in another window', () => {
    takeLock(test.desk, bo.id, made.checkId);
    expect(takeLock(test.desk, test.actor.id, made.checkId)!.person.name).toBe('Bo Lund');
    for (const act of [
      find(test.actor),
      () => status(test.actor, 'checking'),
      () => as(test.actor, step('setDisposition', { checkId: made.checkId, version: version(), disposition: 'cut' })), // prettier-ignore
    ])
      expect(refusalOf(test, act).message).toMatch(/^Bo Lund is working on this check/);
    expect(takeLock(test.desk, bo.id, made.checkId)!.person.id).toBe(bo.id);
    find(bo)();
    releaseLock(test.desk, test.actor.id, made.checkId);
    expect(findLock(test.desk, made.checkId)).not.toBeNull();
    releaseLock(test.desk, bo.id, made.checkId);
    find(test.actor)();
  });

  it('is free again when its holder never returns, and a late write of theirs is stale', () => {
    const seen = version();
    takeLock(test.desk, bo.id, made.checkId);
    endLeases();
    expect(findLock(test.desk, made.checkId)).toBeNull();
    expect(takeLock(test.desk, test.actor.id, made.checkId)!.person.name).toBe('Ada');
    find(test.actor)();
    const late = () => as(bo, step('recordFinding', { checkId: made.checkId, version: seen, finding: 'refuted' })); // prettier-ignore
    expect(refusalOf(test, late).message).toMatch(/^Ada is working/);
    endLeases();
    expect(refusalOf(test, late).message).toBe('Ada changed this meanwhile.');
  });

  it('does not hold up a revision, or the removal of its holder', () => {
    signOff(test, made);
    takeLock(test.desk, bo.id, made.checkId);
    reviseFromText(test.desk, test.actor, { ...article, note: null, text: article.text.replace('41,000', '43,000') }); // prettier-ignore
    expect(check()).toMatchObject({ status: 'reopened', signed_by: null });
    test.run(step('removePerson', { id: bo.id }));
    expect(findLock(test.desk, made.checkId)).toBeNull();
  });
});

describe('bad days', () => {
  it('two finish the same check in the same second: one counts, the other is told', () => {
    const { checkId } = made;
    status(test.actor, 'checking');
    const seen = version();
    as(bo, step('recordFinding', { checkId, version: seen, finding: 'refuted' }), step('setStatus', { checkId, version: seen + 1, status: 'checked' })); // prettier-ignore
    const second = () =>
      test.run(step('recordFinding', { checkId, version: seen, finding: 'supported' }), step('setStatus', { checkId, version: seen + 1, status: 'checked' })); // prettier-ignore
    expect(refusalOf(test, second).message).toBe('Bo Lund changed this meanwhile.');
    expect(check()).toMatchObject({ status: 'checked', finding: 'refuted', checked_by: bo.id });
  });

  it('an editor signs while a checker edits: not over what the checker is writing, nor over what they wrote', () => {
    signOff(test, made);
    status(test.actor, 'reopened', 'A reader called.');
    status(test.actor, 'checking');
    status(test.actor, 'checked');
    const seen = version();
    takeLock(test.desk, bo.id, made.checkId);
    const sign = () => as(test.actor, step('setStatus', { checkId: made.checkId, version: seen, status: 'signed_off' })); // prettier-ignore
    expect(refusalOf(test, sign).message).toMatch(/^Bo Lund is working/);
    as(bo, step('recordFinding', { checkId: made.checkId, version: seen, finding: 'refuted' }));
    releaseLock(test.desk, bo.id, made.checkId);
    expect(refusalOf(test, sign).message).toBe('Bo Lund changed this meanwhile.');
  });

  it('a revision arrives during sign-off: the signature is refused, and those who worked on it are told', () => {
    signOff(test, made);
    status(test.actor, 'reopened', 'A reader called.');
    status(test.actor, 'checking');
    status(test.actor, 'checked');
    const seen = version();
    reviseFromText(test.desk, test.person('Editor', 'editor'), { ...article, note: null, text: article.text.replace('41,000', '43,000') }); // prettier-ignore
    const sign = () => test.run(step('setStatus', { checkId: made.checkId, version: seen, status: 'signed_off' })); // prettier-ignore
    expect(refusalOf(test, sign).message).toMatch(/there is no step/);
    expect(check()).toMatchObject({ status: 'reopened', signed_by: null });
    expect(told(test.actor)).toEqual(['reopened 1']);
  });

  it('a person is removed while holding work: it is free, open, and their name stays', () => {
    as(bo, step('takeCheck', { checkId: made.checkId }));
    as(bo, step('setStatus', { checkId: made.checkId, version: version(), status: 'checking' }));
    takeLock(test.desk, bo.id, made.checkId);
    test.run(step('removePerson', { id: bo.id }));
    expect(check()).toMatchObject({ assignee_id: null, status: 'checking' });
    test.run(step('takeCheck', { checkId: made.checkId }));
    test.run(step('recordFinding', { checkId: made.checkId, version: version(), finding: 'supported' })); // prettier-ignore
    const { history } = findCheckDetail(test.desk, made.checkId, test.actor.id)!;
    expect(history.some(({ person }) => person === 'Bo Lund')).toBe(true);
  });

  it('2,000 items are assigned at once, told once, and taken back by one undo', () => {
    fillDesk(test.desk, { articles: 20, annotationsPerArticle: 100, seed: 3 });
    const many = test.desk.sqlite
      .prepare<[], { id: string; version: number; open: number }>(
        'SELECT id, version, open FROM "check" WHERE listed ORDER BY seq DESC LIMIT 2000',
      )
      .all();
    const open = many.filter((one) => one.open === 1).length;
    const held = () => listWorkload(test.desk, new Date()).find(({ id }) => id === bo.id)!.open;
    const { id } = test.run(...many.map(({ id: checkId, version: seen }) => step('assignCheck', { checkId, version: seen, assigneeId: bo.id }))); // prettier-ignore
    expect([held(), told(bo), countUnread(test.desk, bo.id)]).toEqual([open, ['assigned 2000'], 1]);
    const undo = test.run(step('undoCommand', { commandId: id }));
    expect([held(), told(bo)]).toEqual([0, []]);
    test.run(step('undoCommand', { commandId: undo.id }));
    expect([held(), told(bo)]).toEqual([open, ['assigned 2000']]);
  });
});

describe('what a person is told', () => {
  it('is who mentioned them, in a note, a reply or a handing over', () => {
    as(bo, step('postMessage', { id: newId(), annotationId: made.id, body: 'Is this right, @ada? Not @adam, not a@ada.' })); // prettier-ignore
    expect(told(test.actor)).toEqual(['mentioned 1']);
    test.run(step('postMessage', { id: newId(), annotationId: made.id, body: 'Yes, says @Ada.' }));
    expect(told(test.actor)).toEqual(['mentioned 1']);
    test.run(
      step('postMessage', { id: newId(), annotationId: made.id, body: '@Bo Lund, please.' }),
    );
    expect(listNotices(test.desk, bo.id).notices[0]).toMatchObject({ kind: 'mentioned', from: { name: 'Ada' }, annotation: { words: '41,000 people' } }); // prettier-ignore
  });

  it('is a dispute, a return and a reopening of what they worked on, and read when they say so', () => {
    as(bo, step('setStatus', { checkId: made.checkId, version: version(), status: 'checking' }));
    as(bo, step('recordFinding', { checkId: made.checkId, version: version(), finding: 'supported' })); // prettier-ignore
    as(bo, step('setStatus', { checkId: made.checkId, version: version(), status: 'checked' }));
    status(test.actor, 'disputed', 'The census says 39,000.');
    status(test.actor, 'returned', 'Ask the census office.');
    expect(told(bo)).toEqual(['returned 1', 'disputed 1']);
    const { notices } = listNotices(test.desk, bo.id);
    markRead(test.desk, bo.id, { ids: [notices[0]!.id], read: true });
    expect([told(bo), countUnread(test.desk, bo.id)]).toEqual([['returned 1 read', 'disputed 1'], 1]); // prettier-ignore
    markRead(test.desk, bo.id, { ids: null, read: true });
    expect(countUnread(test.desk, bo.id)).toBe(0);
    markRead(test.desk, test.actor.id, { ids: [notices[0]!.id], read: false });
    expect(countUnread(test.desk, bo.id)).toBe(0);
    markRead(test.desk, bo.id, { ids: [notices[0]!.id], read: false });
    expect(countUnread(test.desk, bo.id)).toBe(1);
  });
});
