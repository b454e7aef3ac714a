import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids';
import { findCoverage, findCoverageCounts } from '../queries/coverage';
import { findGate } from '../queries/gate';
import { makeDesk, type TestDesk } from '../testing/desk';
import { mark, refusalOf, signOff, step, versionOf } from '../testing/work';
import { reviseFromText } from './revise';
import { runCommand } from './run';

const TEXT = `Ferry late again

The ferry left Vessa at nine. Nobody minded much.
`;

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;

beforeEach(() => {
  test = makeDesk();
  article = test.article(TEXT);
});
afterEach(() => test.close());

const place = () => ({ articleId: article.articleId, revisionId: article.revisionId });
const gate = (person = test.actor) => findGate(test.desk, article.articleId, person.id)!;
const kinds = (person = test.actor) => gate(person).obstacles.map(({ kind }) => kind);

function cover(words: string, at = article): string {
  const id = newId();
  const start = at.text.indexOf(words);
  test.run(step('markNothingToCheck', { id, articleId: at.articleId, revisionId: at.revisionId, start, end: start + words.length })); // prettier-ignore
  return id;
}

/** Brings the article to where it can be signed; returns the claim in it. */
function makeReady() {
  const claim = mark(test, article, 'left Vessa at nine');
  signOff(test, claim);
  cover('Ferry late again');
  cover('Nobody minded much.');
  return claim;
}

function sign(person = test.actor): string {
  const id = newId();
  runCommand(test.desk, person, { id: newId(), steps: [step('signArticle', { id, ...place() })] });
  return id;
}

/** Makes a later version of the article's newest text. */
function revise(text: string) {
  const { articleId } = article;
  const { id: revisionId } = gate().revision;
  return reviseFromText(test.desk, test.actor, { articleId, revisionId, text, note: null });
}

const sinceSigned = () => gate().signatures[0]!.changes.map(({ sentence }) => sentence);
const statesOf = (at = article) =>
  findCoverage(test.desk, at.articleId)!.sentences.map(({ state }) => state);

describe('a nothing-to-check mark', () => {
  it('covers its sentence, follows it to a later text, and is not about other words', () => {
    cover('Ferry late again');
    cover('Nobody minded much.');
    expect(statesOf()).toEqual(['nothing', 'uncovered', 'nothing']);
    const moved = `Ferry late again\n\nRain fell. The ferry left Vessa at nine. Nobody minded much.`;
    revise(moved);
    expect(statesOf()).toEqual(['nothing', 'uncovered', 'uncovered', 'nothing']);
    const other = moved.replace('Nobody minded much', 'Nobody minded at all');
    revise(other);
    expect(statesOf()).toEqual(['nothing', 'uncovered', 'uncovered', 'uncovered']);
    revise(moved);
    expect(statesOf()).toEqual(['nothing', 'uncovered', 'uncovered', 'nothing']);
  });

  it('goes with its words when the article is split, and comes back when that is undone', () => {
    const long = test.article('A quiet line\n\nIt rained here.\n\nA second part begins.\n\nIt rained there too.'); // prettier-ignore
    cover('It rained there too.', long);
    const part = newId();
    const split = test.run(step('splitArticle', { id: long.articleId, version: 1, revisionId: long.revisionId, blockOrdinal: 2, newId: part })); // prettier-ignore
    expect(findCoverageCounts(test.desk, long.articleId)!.nothing).toBe(0);
    expect(findCoverageCounts(test.desk, part)!.nothing).toBe(1);
    test.run(step('undoCommand', { commandId: split.id }));
    expect(findCoverageCounts(test.desk, long.articleId)!.nothing).toBe(1);
    expect(findCoverage(test.desk, part)).toBeNull();
  });

  it('stays inside one paragraph, splits no character, and is put on the newest text only', () => {
    const refused = (start: number, end: number, revisionId = article.revisionId) =>
      refusalOf(test, () => test.run(step('markNothingToCheck', { id: newId(), articleId: article.articleId, revisionId, start, end }))).message; // prettier-ignore
    expect(refused(0, article.text.length)).toBe('A piece must stay inside one paragraph.');
    expect(refused(5, 5)).toBe('A span must hold at least one character.');
    revise(`${article.text} More.`); // prettier-ignore
    expect(refused(0, 5)).toBe('The article has a newer revision: reload it, then mark it.');
  });

  it('is counted anew as soon as anything about the article changes', () => {
    expect(findCoverageCounts(test.desk, article.articleId)!.uncovered).toBe(3);
    const id = cover('Nobody minded much.');
    expect(findCoverageCounts(test.desk, article.articleId)!.uncovered).toBe(2);
    test.run(step('removeNothingToCheck', { id, version: 1 }));
    expect(findCoverageCounts(test.desk, article.articleId)!.uncovered).toBe(3);
    const first = test.desk.sqlite.prepare<[string], string>('SELECT id FROM block WHERE revision_id = ? AND ordinal = 0').pluck().get(article.revisionId)!; // prettier-ignore
    test.run(step('setBlockRole', { id: first, version: 1, role: 'furniture' }));
    expect(findCoverageCounts(test.desk, article.articleId)!.uncovered).toBe(2);
  });
});

describe('an article', () => {
  it('is signed when all is covered and settled, with the hash of its text', () => {
    const claim = mark(test, article, 'left Vessa at nine');
    expect(kinds()).toEqual(['open', 'uncovered', 'uncovered']);
    expect(gate().obstacles[0]).toMatchObject({ annotationId: claim.id, words: 'left Vessa at nine' }); // prettier-ignore
    const act = () => test.run(step('signArticle', { id: newId(), ...place() }));
    expect(refusalOf(test, act).message).toBe('One check is not signed off.');
    signOff(test, claim);
    cover('Ferry late again');
    expect(refusalOf(test, act).message).toMatch(/^One sentence is neither checked/);
    cover('Nobody minded much.');
    expect(kinds()).toEqual([]);
    sign();
    const [signature] = gate().signatures;
    expect(signature).toMatchObject({ person: 'Ada', revision: 1, hash: gate().revision.hash, changes: [] }); // prettier-ignore
    expect(kinds()).toEqual(['signed']);
    expect(refusalOf(test, act).message).toMatch(/^This revision is signed/);
  });

  it('has “changed since” for a new text, a reopened check and a mark, and not for what was undone', () => {
    const claim = makeReady();
    sign();
    const version = () => versionOf(test.desk, 'check', claim.checkId);
    test.run(step('assignCheck', { checkId: claim.checkId, version: version(), assigneeId: null }));
    test.run(step('setDue', { checkId: claim.checkId, version: version(), dueAt: '2026-12-24' }));
    expect(sinceSigned()).toEqual([]);
    const reopened = test.run(step('setStatus', { checkId: claim.checkId, version: version(), status: 'reopened', reason: 'A reader wrote.' })); // prettier-ignore
    expect(sinceSigned()).toEqual(['The check of “left Vessa at nine” is now “Reopened”.']);
    expect(kinds()).toEqual(['open']);
    test.run(step('undoCommand', { commandId: reopened.id }));
    expect(sinceSigned()).toEqual([]);
    const extra = mark(test, article, 'Nobody');
    expect(sinceSigned()).toEqual(['“Nobody” was marked.']);
    test.run(step('removeAnnotation', { id: extra.id, version: 1 }));
    expect(sinceSigned()).toEqual([]);
    const text = article.text.replace('nine', 'ten');
    revise(text);
    expect(gate().signatures[0]!.changes[0]).toMatchObject({
      sentence: 'The text changed: revision 2 is the newest, revision 1 was signed.',
      compare: { from: 1, to: 2 },
      person: 'Ada',
    });
    expect(sinceSigned()[1]).toBe('The check of “left Vessa at ten” is now “Reopened”.');
    expect(refusalOf(test, () => sign()).message).toMatch(/newer revision since/);
  });

  it('stands again when its very text and checks come back', () => {
    makeReady();
    sign();
    const text = article.text.replace('Nobody', 'Hardly anybody');
    revise(text);
    expect(sinceSigned()).toHaveLength(1);
    revise(article.text); // prettier-ignore
    expect(sinceSigned()).toEqual([]);
  });

  it('is not signed by whoever checked in it, where the collection wants four eyes', () => {
    makeReady();
    test.desk.sqlite.prepare("UPDATE collection SET mode = 'four_eyes'").run();
    const editor = test.person('Eve', 'editor');
    expect(kinds()).toEqual(['four_eyes']);
    expect(kinds(editor)).toEqual([]);
    expect(refusalOf(test, () => sign()).message).toMatch(/^A second person must sign/);
    sign(editor);
    expect(gate().signatures[0]).toMatchObject({ person: 'Eve' });
  });

  it('has its signature withdrawn with a reason, or undone and done again', () => {
    makeReady();
    const id = newId();
    const signed = test.run(step('signArticle', { id, ...place() }));
    const undo = test.run(step('undoCommand', { commandId: signed.id }));
    expect([gate().signatures, kinds()]).toEqual([[], []]);
    test.run(step('undoCommand', { commandId: undo.id }));
    expect(gate().signatures).toHaveLength(1);
    const version = versionOf(test.desk, 'article_signature', id);
    test.run(step('withdrawSignature', { id, version, reason: 'The lawyer called.' }));
    expect(gate().signatures[0]!.withdrawn).toEqual({ reason: 'The lawyer called.' });
    sign();
    expect(gate().signatures.map(({ withdrawn }) => withdrawn === null)).toEqual([true, false]);
  });

  it('waits for the desk’s checklists where they are asked for, and each revision is ticked anew', () => {
    makeReady();
    const [names, sums] = [newId(), newId()];
    const list = newId();
    const { collectionId } = test;
    const items = [{ id: names, words: 'Names' }, { id: sums, words: 'Sums' }]; // prettier-ignore
    test.run(
      step('addChecklist', { id: list, collectionId, name: 'Print', items, required: true }),
    );
    expect(gate().obstacles.map(({ words }) => words)).toEqual(['Print: Names', 'Print: Sums']);
    const tick = (itemId: string, ticked = true) => test.run(step('tickItem', { id: newId(), ...place(), checklistId: list, itemId, ticked })); // prettier-ignore
    tick(names);
    tick(sums);
    expect(kinds()).toEqual([]);
    tick(sums, false);
    tick(sums);
    const [first] = gate().checklists[0]!.items;
    expect(first!.tick).toMatchObject({ person: 'Ada', revision: 1 });
    const text = `${article.text}\n\nIt rained.`;
    const next = revise(text); // prettier-ignore
    expect(gate().checklists[0]!.items[0]).toMatchObject({ tick: null, before: { revision: 1 } });
    expect(refusalOf(test, () => tick(names)).message).toMatch(/newer revision/);
    test.run(step('editChecklist', { id: list, version: 1, required: false }));
    expect(kinds()).toEqual(['uncovered']);
    const stray = step('tickItem', { id: newId(), articleId: article.articleId, revisionId: next.id, checklistId: list, itemId: newId(), ticked: true }); // prettier-ignore
    expect(refusalOf(test, () => test.run(stray)).message).toMatch(/not on the checklist/);
  });

  it('that has no words needs nothing and can be signed', () => {
    const bare = test.article('* * *');
    expect(findGate(test.desk, bare.articleId, test.actor.id)!.obstacles).toEqual([]);
  });
});
