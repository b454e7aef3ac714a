import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../ids';
import { listDiscussions } from '../queries/discussions';
import { findReading } from '../queries/reading';
import { makeDesk, type TestDesk } from '../testing/desk';
import { importWithNotes } from '../testing/notes';
import { mark, refusalOf, rowOf, signOff, standing, step, versionOf } from '../testing/work';
import { importFile, type ImportedArticle } from './import';
import { latestRevisionId } from './stores';

const FERRY = `Ferry to sail in March

PORT HALLEN (Courier) – The ferry will sail in March with 14 crew aboard, the county said on Monday.

The repair cost 2.1 million crowns, according to the harbour trust, which paid for it.
`;
const TAKEN = `CORRECTED-${FERRY.replace('14 crew', '16 crew')}`;

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

function bring(text: string, file: string): ImportedArticle {
  const bytes = new TextEncoder().encode(text);
  const done = importFile(test.desk, test.actor, test.collectionId, { file, bytes });
  if ('refused' in done) throw new Error(done.refused);
  return done.articles[0]!;
}

const placeOf = (articleId: string) => {
  const revisionId = latestRevisionId(test.desk, articleId);
  return { articleId, revisionId, text: String(rowOf(test.desk, 'revision', revisionId)['text']) };
};
const undo = (commandId: string) => test.run(step('undoCommand', { commandId }));
const version = (id: string) => versionOf(test.desk, 'article', id);

function separateInput(id: string, ownId = newId()) {
  return { id, revisionId: latestRevisionId(test.desk, id), newId: ownId };
}

function takeInput(id: string, intoId: string) {
  return { id, version: version(id), intoId, intoVersion: version(intoId) };
}

describe('a text that was taken for a later version', () => {
  it('becomes an article of its own; the other has its text, marks and signatures again', () => {
    const { id } = bring(FERRY, 'a');
    const crew = mark(test, placeOf(id), '14 crew');
    const cost = mark(test, placeOf(id), '2.1 million crowns');
    signOff(test, crew);
    signOff(test, cost);
    const before = standing(test.desk)[0]!;
    const signed = rowOf(test.desk, 'check', crew.checkId);
    expect(bring(TAKEN, 'b')).toMatchObject({ id, revision: 2 });
    expect(rowOf(test.desk, 'check', crew.checkId)).toMatchObject({ status: 'reopened' });
    const later = mark(test, placeOf(id), 'in March');
    const taken = placeOf(id).text;
    const input = separateInput(id);
    const { id: commandId } = test.run(step('separateRevision', input));

    expect(placeOf(id).text).toBe(before.text);
    expect(placeOf(input.newId).text).toBe(taken);
    for (const field of ['status', 'signed_by', 'signed_hash', 'reason']) {
      expect(rowOf(test.desk, 'check', crew.checkId)[field]).toBe(signed[field]);
    }
    expect(rowOf(test.desk, 'check', cost.checkId)['status']).toBe('signed_off');
    expect(rowOf(test.desk, 'annotation', later.id)['article_id']).toBe(input.newId);
    expect(bring(TAKEN, 'c')).toMatchObject({ id: input.newId, isNew: false, revision: null });

    const undone = undo(commandId);
    expect(placeOf(id).text).toBe(taken);
    expect(standing(test.desk)).toHaveLength(1);
    expect(rowOf(test.desk, 'check', crew.checkId)['status']).toBe('reopened');
    expect(rowOf(test.desk, 'annotation', later.id)['article_id']).toBe(id);
    expect(bring(TAKEN, 'd')).toMatchObject({ id, isNew: false, revision: null });
    undo(undone.id);
    expect(placeOf(input.newId).text).toBe(taken);
    expect(rowOf(test.desk, 'check', crew.checkId)['status']).toBe('signed_off');
  });

  it('leaves alone a check that somebody has worked on since', () => {
    const { id } = bring(FERRY, 'a');
    const crew = mark(test, placeOf(id), '14 crew');
    signOff(test, crew);
    bring(TAKEN, 'b');
    const seen = versionOf(test.desk, 'check', crew.checkId);
    test.run(step('setStatus', { checkId: crew.checkId, version: seen, status: 'checking' }));
    test.run(step('separateRevision', separateInput(id)));
    expect(rowOf(test.desk, 'check', crew.checkId)['status']).toBe('checking');
  });

  it('is refused for an only revision, and for one that is not the newest any more', () => {
    const { id } = bring(FERRY, 'a');
    const only = refusalOf(test, () => test.run(step('separateRevision', separateInput(id))));
    expect(only.message).toContain('one revision only');
    const old = separateInput(id);
    bring(TAKEN, 'b');
    const late = refusalOf(test, () => test.run(step('separateRevision', old)));
    expect(late.message).toContain('newer revision');
  });
});

describe('an article that is a later version of another', () => {
  it('becomes its newest revision with marks and discussions, and its own again by undo', () => {
    const { id } = bring(FERRY, 'a');
    const crew = mark(test, placeOf(id), '14 crew');
    signOff(test, crew);
    const text = FERRY.replace('Ferry to sail', 'Boats to sail').replace('14 crew', '16 crew');
    const other = importWithNotes(test, 'b.docx', text, [{ on: 'county', body: 'Which?' }]).id;
    const cost = mark(test, placeOf(other), '2.1 million crowns');
    signOff(test, cost);
    const before = standing(test.desk);
    const taken = placeOf(other).text;
    const { id: commandId } = test.run(step('takeAsRevision', takeInput(other, id)));

    expect(placeOf(id).text).toBe(taken);
    expect(findReading(test.desk, other)).toBeNull();
    expect(rowOf(test.desk, 'check', crew.checkId)['status']).toBe('reopened');
    expect(rowOf(test.desk, 'check', cost.checkId)).toMatchObject({ status: 'signed_off', article_id: id }); // prettier-ignore
    expect(listDiscussions(test.desk, id)).toMatchObject([{ words: 'county' }]);
    undo(commandId);
    expect(standing(test.desk)).toEqual(before);
    expect(listDiscussions(test.desk, other)).toMatchObject([{ words: 'county' }]);
  });

  it('is not taken back where the text was revised since', () => {
    const { id } = bring(FERRY, 'a');
    const other = bring(FERRY.replace('Ferry to sail', 'Boats to sail'), 'b').id;
    const { id: commandId } = test.run(step('takeAsRevision', takeInput(other, id)));
    bring(`UPDATE 2-${FERRY.replace('Monday', 'Tuesday').replace('Ferry', 'Boats')}`, 'c');
    expect(refusalOf(test, () => undo(commandId)).message).toContain('newer revision since');
  });

  it('is refused for itself', () => {
    const { id } = bring(FERRY, 'a');
    const act = () => test.run(step('takeAsRevision', takeInput(id, id)));
    expect(refusalOf(test, act).message).toContain('Choose another article');
  });
});
