import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandStep } from '@/corpus/commands/requests';
import { newId } from '../ids';
import type { Role } from '../policies';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, addEvidence, countRows, dump, mark, refusalOf, rowOf, signOff, spanOf, step, versionOf } from '../testing/work'; // prettier-ignore
import { runCommand } from './run';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
});
afterEach(() => test.close());

const undo = (commandId: string) => test.run(step('undoCommand', { commandId }));
const CHANGED = 'This was changed again since, so it cannot be undone without losing that change.';

describe('undo', () => {
  it('is refused as a whole where a field was changed since, and leaves other fields alone', () => {
    const { checkId } = mark(test, article, '62 metres');
    const due = test.run(step('setDue', { checkId, version: 1, dueAt: '2026-12-01' }));
    test.run(step('assignCheck', { checkId, version: 2, assigneeId: test.actor.id }));
    undo(due.id);
    expect(rowOf(test.desk, 'check', checkId)).toMatchObject({ due_at: null, assignee_id: test.actor.id }); // prettier-ignore
    const both = test.run(
      step('setDue', { checkId, version: 4, dueAt: '2026-12-02' }),
      step('setStatus', { checkId, version: 5, status: 'checking' }),
    );
    test.run(step('setDue', { checkId, version: 6, dueAt: '2026-12-03' }));
    expect(refusalOf(test, () => undo(both.id)).message).toBe(CHANGED);
  });

  it('of a mark is refused once somebody has worked on it', () => {
    const id = newId();
    const { articleId, revisionId, text } = article;
    const spans = [spanOf(text, '1911')];
    const made = test.run(step('createAnnotation', { id, articleId, revisionId, kind: 'claim', spans })); // prettier-ignore
    const { id: checkId } = made.written[1]!;
    const found = test.run(step('recordFinding', { checkId, version: 1, finding: 'refuted' }));
    expect(refusalOf(test, () => undo(made.id)).message).toBe(CHANGED);
    undo(found.id);
    const before = dump(test.desk);
    const gone = undo(made.id);
    expect(rowOf(test.desk, 'annotation', id)).toMatchObject({ removed: 1 });
    expect(refusalOf(test, () => undo(made.id)).message).toBe(CHANGED);
    undo(gone.id);
    expect(dump(test.desk)).toEqual(before);
  });

  it('asks for the role of what it undoes, however often it was undone and redone', () => {
    const { checkId } = mark(test, article, '1911');
    const checking = test.run(step('setStatus', { checkId, version: 1, status: 'checking' }));
    const as = (role: Role, commandId: string) => {
      const steps: CommandStep[] = [step('undoCommand', { commandId })];
      return () => runCommand(test.desk, test.person(`a ${role}`, role), { id: newId(), steps });
    };
    const annotator = as('annotator', checking.id);
    const refusedBefore = (act: () => unknown) => {
      expect(act).toThrow('Your role on this desk does not allow that.');
    };
    refusedBefore(annotator);
    const undone = as('checker', checking.id)();
    refusedBefore(as('annotator', undone.id));
    const redone = as('checker', undone.id)();
    refusedBefore(as('annotator', redone.id));
    expect(rowOf(test.desk, 'check', checkId)).toMatchObject({ status: 'checking' });
  });

  it('of an import, or of nothing, is refused', () => {
    const command = test.desk.sqlite.prepare<[], string>(`SELECT id FROM command WHERE name = 'importFile'`).pluck().get()!; // prettier-ignore
    expect(refusalOf(test, () => undo(command))).toMatchObject({ refused: 'invalid' });
    expect(refusalOf(test, () => undo(newId()))).toMatchObject({ message: 'There is nothing to undo.' }); // prettier-ignore
  });

  it('never brings a signature back to another finding or to other words', () => {
    const made = mark(test, article, '62 metres');
    const { checkId } = made;
    const version = () => versionOf(test.desk, 'check', checkId);
    signOff(test, made);
    const before = dump(test.desk);
    const reopened = test.run(step('setStatus', { checkId, version: version(), status: 'reopened', reason: 'new data' })); // prettier-ignore
    const found = test.run(step('recordFinding', { checkId, version: version(), finding: 'refuted' })); // prettier-ignore
    expect(refusalOf(test, () => undo(reopened.id)).message).toMatch(/has to be signed again/);
    undo(found.id);
    const spans = [spanOf(article.text, '62 metres high')];
    const moved = test.run(step('respanAnnotation', { id: made.id, version: 1, spans }));
    expect(refusalOf(test, () => undo(reopened.id)).message).toMatch(/has to be signed again/);
    undo(moved.id);
    undo(reopened.id);
    expect(dump(test.desk)).toEqual(before);
  });

  it('of a finding, followed by a new one, keeps nothing of the old assessment', () => {
    const { checkId } = mark(test, article, '1911');
    const first = test.run(step('recordFinding', { checkId, version: 1, finding: 'refuted', rationale: 'old' })); // prettier-ignore
    undo(first.id);
    test.run(step('recordFinding', { checkId, version: 3, finding: 'supported' }));
    const assessment = test.desk.sqlite.prepare('SELECT * FROM assessment').get();
    expect(assessment).toMatchObject({ finding: 'supported', rationale: null, removed: 0 });
  });
});

describe('confidential evidence', () => {
  const SECRET = 'the prosecutor’s own notes';
  const history = () => JSON.stringify(test.desk.sqlite.prepare('SELECT changes FROM event').all());

  it.each(['off_record', 'deep_background'] as const)('%s stays out of the history, and is undone', (terms) => {
    const { checkId } = mark(test, article, '1911');
    const item = addEvidence(test, { terms, title: SECRET, place: SECRET, origin: SECRET });
    const before = dump(test.desk);
    const edited = test.run(step('editEvidence', { id: item, version: 1, title: `${SECRET} 2` }));
    const citationId = newId();
    const cited = test.run(step('citeEvidence', { id: citationId, checkId, evidenceItemId: item, excerpt: SECRET, locator: SECRET, stance: 'supports', primary: true })); // prettier-ignore
    const recited = test.run(step('editCitation', { id: citationId, version: 1, excerpt: `${SECRET}!` })); // prettier-ignore
    expect(history()).not.toContain(SECRET);
    expect(history()).toContain('withheld');
    undo(recited.id);
    undo(cited.id);
    undo(edited.id);
    const { citation: _citation, ...rest } = dump(test.desk);
    const { citation: _none, ...expected } = before;
    expect(rest).toEqual(expected);
    expect(countRows(test.desk, 'withheld_change')).toBeGreaterThan(0);
  }); // prettier-ignore

  it('that becomes confidential later leaves the history too', () => {
    const { checkId } = mark(test, article, '1911');
    const item = addEvidence(test, { title: SECRET });
    const id = newId();
    test.run(step('citeEvidence', { id, checkId, evidenceItemId: item, excerpt: SECRET, stance: 'supports', primary: true })); // prettier-ignore
    expect(history()).toContain(SECRET);
    const hidden = test.run(step('editEvidence', { id: item, version: 1, terms: 'off_record' }));
    expect(history()).not.toContain(SECRET);
    undo(hidden.id);
    expect(rowOf(test.desk, 'evidence_item', item)).toMatchObject({ terms: 'on_record' });
    expect(history()).not.toContain(SECRET);
  });

  it('on the record and on background stands in the history', () => {
    addEvidence(test, { title: 'Open minutes' });
    addEvidence(test, { title: 'Press officer', terms: 'background' });
    expect(history()).toContain('Open minutes');
    expect(history()).toContain('Press officer');
  });
});
