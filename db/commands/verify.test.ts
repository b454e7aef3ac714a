import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandInputs } from '@/corpus/commands/requests';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, addEvidence, mark, refusalOf, rowOf, signOff, spanOf, step, versionOf, type Mark } from '../testing/work'; // prettier-ignore
import { runCommand } from './run';
import { wordsHash } from './words-hash';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
let made: Mark;
beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
  made = mark(test, article, '62 metres', 'claim', { types: ['number'] });
});
afterEach(() => test.close());

const check = () => rowOf(test.desk, 'check', made.checkId);
const setStatus = (status: CommandInputs['setStatus']['status'], reason?: string, who = test.actor) => {
  const version = versionOf(test.desk, 'check', made.checkId);
  const input = { checkId: made.checkId, version, status, ...(reason === undefined ? {} : { reason }) };
  return runCommand(test.desk, who, { id: newId(), steps: [step('setStatus', input)] });
}; // prettier-ignore
const record = (input: Partial<CommandInputs['recordFinding']>) => {
  const version = versionOf(test.desk, 'check', made.checkId);
  return test.run(step('recordFinding', { checkId: made.checkId, version, ...input }));
};
const cite = (change: Partial<CommandInputs['addEvidence']> = {}, use: Partial<CommandInputs['citeEvidence']> = {}) => {
  const evidenceItemId = addEvidence(test, change);
  const input = { id: newId(), checkId: made.checkId, evidenceItemId, stance: 'supports', primary: true, ...use } as const;
  test.run(step('citeEvidence', input));
}; // prettier-ignore

describe('setStatus', () => {
  it('takes the allowed steps, with a reason where one goes back or aside', () => {
    expect(refusalOf(test, () => setStatus('checked')).message).toBe('From “Unchecked” there is no step to “Checked”.'); // prettier-ignore
    setStatus('checking');
    expect(refusalOf(test, () => setStatus('waiting')).message).toBe('“Waiting” needs a reason.');
    expect(refusalOf(test, () => setStatus('waiting', '   ')).message).toMatch(/needs a reason/);
    setStatus('waiting', 'The press office calls back.');
    expect(check()).toMatchObject({ status: 'waiting', reason: 'The press office calls back.' });
    setStatus('checking');
    expect(check()).toMatchObject({ status: 'checking', reason: null });
    expect(refusalOf(test, () => setStatus('cut')).message).toMatch(/no step/);
  });

  it('of a settled check lets nobody change what was found', () => {
    setStatus('not_for_check', 'An opinion.');
    expect(refusalOf(test, () => record({ finding: 'supported' })).message).toMatch(/reopen it/);
    const version = versionOf(test.desk, 'check', made.checkId);
    const decide = () => test.run(step('setDisposition', { checkId: made.checkId, version, disposition: 'cut' })); // prettier-ignore
    expect(refusalOf(test, decide).message).toMatch(/reopen it/);
  });
});

describe('findings and dispositions', () => {
  it('write the check and the person’s own assessment', () => {
    record({ finding: 'supported', rationale: 'Measured.' });
    const bo = test.person('Bo', 'checker');
    const version = versionOf(test.desk, 'check', made.checkId);
    const steps = [step('recordFinding', { checkId: made.checkId, version, finding: 'conflicting' })]; // prettier-ignore
    runCommand(test.desk, bo, { id: newId(), steps });
    expect(check()).toMatchObject({ finding: 'conflicting', rationale: 'Measured.', checked_by: bo.id }); // prettier-ignore
    const all = test.desk.sqlite.prepare('SELECT finding, rationale FROM assessment ORDER BY id').all(); // prettier-ignore
    expect(all).toEqual([
      { finding: 'supported', rationale: 'Measured.' },
      { finding: 'conflicting', rationale: null },
    ]);
  });

  it('keep a replacement for a fix alone', () => {
    const decide = (input: Partial<CommandInputs['setDisposition']>) => {
      const version = versionOf(test.desk, 'check', made.checkId);
      test.run(step('setDisposition', { checkId: made.checkId, version, disposition: 'fix', ...input })); // prettier-ignore
    };
    decide({ replacement: '63 metres' });
    expect(check()).toMatchObject({ disposition: 'fix', replacement: '63 metres' });
    decide({ disposition: 'soften', replacement: 'about 60' });
    expect(check()).toMatchObject({ disposition: 'soften', replacement: null });
    decide({ disposition: 'legal' });
    expect(check()).toMatchObject({ risk: 1010 });
    decide({ disposition: null });
    expect(check()).toMatchObject({ risk: 10 });
  });

  it('are refused for people, dates, collections and evidence that are not there', () => {
    const { checkId } = made;
    const who = () => test.run(step('assignCheck', { checkId, version: 1, assigneeId: newId() }));
    expect(refusalOf(test, who).message).toBe('This person is not on the desk.');
    const when = () => test.run(step('setDue', { checkId, version: 1, dueAt: '2026-02-31' }));
    expect(refusalOf(test, when).message).toMatch(/must be a date like/);
    const where = () => addEvidence(test, { collectionId: newId() });
    expect(refusalOf(test, where)).toMatchObject({ refused: 'missing' });
    const added = test.run(step('addEvidence', { id: newId(), collectionId: test.collectionId, kind: 'page', title: 'T', place: '', origin: 'O', terms: 'on_record' })); // prettier-ignore
    test.run(step('undoCommand', { commandId: added.id }));
    const evidenceItemId = added.written[0]!.id;
    const what = () => test.run(step('citeEvidence', { id: newId(), checkId, evidenceItemId, stance: 'context', primary: false })); // prettier-ignore
    expect(refusalOf(test, what)).toMatchObject({ refused: 'missing' });
  });
});

describe('sign-off', () => {
  it('keeps who signed, when and which words', () => {
    signOff(test, made);
    expect(check()).toMatchObject({ status: 'signed_off', signed_by: test.actor.id });
    expect(check()['signed_hash']).toBe(wordsHash(test.desk, made.id));
    setStatus('reopened', 'New figures.');
    expect(check()).toMatchObject({ signed_by: null, signed_at: null, signed_hash: null });
  });

  it('is refused, one sentence at a time, until nothing stands against it', () => {
    setStatus('checking');
    setStatus('checked');
    const refused = () => refusalOf(test, () => setStatus('signed_off')).message;
    expect(refused()).toBe('There is no finding yet.');
    record({ finding: 'supported' });
    expect(refused()).toMatch(/^Needs one primary source/);
    cite({ terms: 'off_record' });
    cite({}, { stance: 'context' });
    expect(refused()).toMatch(/0 so far/);
    for (const origin of ['A', 'B', 'B']) cite({ origin }, { primary: false });
    expect(refused()).toMatch(/2 so far/);
    cite({ origin: 'C' }, { primary: false });
    setStatus('signed_off');
    expect(check()).toMatchObject({ status: 'signed_off' });
  });

  it('needs a second person where the collection says so', () => {
    test.desk.sqlite.prepare(`UPDATE collection SET mode = 'four_eyes'`).run();
    const author = test.person('Author').id;
    test.desk.sqlite.prepare('UPDATE annotation SET created_by = ?').run(author);
    cite();
    setStatus('checking');
    record({ finding: 'supported' });
    setStatus('checked');
    expect(refusalOf(test, () => setStatus('signed_off')).message).toMatch(/^A second person must sign/);
    const editor = test.person('Bo', 'editor');
    setStatus('signed_off', undefined, editor);
    expect(check()).toMatchObject({ status: 'signed_off', signed_by: editor.id });
  }); // prettier-ignore

  it('of a quote asks for its fidelity', () => {
    made = mark(test, article, '“We had no choice,”', 'quote');
    cite({ kind: 'recording' });
    setStatus('checking');
    record({ finding: 'supported' });
    setStatus('checked');
    expect(refusalOf(test, () => setStatus('signed_off')).message).toMatch(/^A quote needs its fidelity/); // prettier-ignore
    record({ fidelity: 'verbatim' });
    setStatus('signed_off');
    expect(spanOf(article.text, 'We').start).toBeGreaterThan(0);
  });
});
