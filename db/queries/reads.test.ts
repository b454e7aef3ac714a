import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../ids';
import { addRevision } from '../commands/import';
import { runCommand } from '../commands/run';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, addEvidence, checkIdOf, mark, signOff, spanOf, step, versionOf, type Mark } from '../testing/work'; // prettier-ignore
import { findCheckDetail } from './check-detail';
import { listEvidence } from './citations';
import { findActor, listEventsAfter, listSavedViews } from './desk';
import { listHistory } from './history';
import { LIBRARY_PAGE_SIZE, listLibrary } from './library';
import { findReading, latestEventSeq, listAnnotationsById } from './reading';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
let claim: Mark;
let quote: Mark;
let gone: Mark;
beforeAll(() => {
  test = makeDesk();
  article = test.article(STORY);
  claim = mark(test, article, '62 metres', 'claim', { types: ['number'], flags: ['harm'] });
  quote = mark(test, article, '“We had no choice,”', 'quote');
  gone = mark(test, article, 'two harbours');
  test.run(step('removeAnnotation', { id: gone.id, version: 1 }));
  signOff(test, claim);
});
afterAll(() => test.close());

describe('findReading', () => {
  it('gives the blocks, the marks that stand, and where live updates go on from', () => {
    const reading = findReading(test.desk, article.articleId)!;
    expect(reading.article).toMatchObject({ headline: 'Harbour repairs to cost 3.4 million', collectionName: 'Desk' }); // prettier-ignore
    expect(reading.blocks.map((block) => block.text).join('\n\n')).toBe(article.text);
    expect(reading.annotations.map((one) => one.id)).toEqual([claim.id, quote.id]);
    expect(reading.annotations[0]).toMatchObject({
      kind: 'claim',
      types: ['number'],
      flags: ['harm'],
      removed: false,
      spans: [spanOf(article.text, '62 metres')],
      check: { id: claim.checkId, status: 'signed_off', finding: 'supported' },
    });
    expect(reading.eventSeq).toBe(latestEventSeq(test.desk));
    expect(findReading(test.desk, newId())).toBeNull();
  });

  it('gives single marks, also removed ones, but only of the article that was asked for', () => {
    const ids = [gone.id, quote.id, newId()];
    const found = listAnnotationsById(test.desk, article.articleId, ids);
    expect(found.map((one) => [one.id, one.removed])).toEqual([[gone.id, true], [quote.id, false]]); // prettier-ignore
    expect(listAnnotationsById(test.desk, newId(), ids)).toEqual([]);
  });
});

describe('the check panel', () => {
  it('shows the words in their sentence, the work, and what stands against signing', () => {
    const detail = findCheckDetail(test.desk, claim.checkId, test.actor.id)!;
    expect(detail).toMatchObject({
      words: '62 metres',
      headline: 'Harbour repairs to cost 3.4 million',
      status: 'signed_off',
      finding: 'supported',
      signedBy: { name: 'Ada' },
      checkedBy: { name: 'Ada' },
      mode: 'single',
    });
    expect(detail.context.before).toMatch(/^The town of Port Hallen .* is $/);
    expect(detail.context.after).toBe(' high.');
    expect(detail.citations).toMatchObject([{ stance: 'supports', primary: true, uses: 1, item: { title: 'Minutes' } }]); // prettier-ignore
    expect(detail.assessments).toMatchObject([{ person: { name: 'Ada' }, finding: 'supported' }]);
    const open = findCheckDetail(test.desk, quote.checkId, test.actor.id)!;
    expect(open.signOffBlockers[0]).toBe('Only a checked or disputed item can be signed off.');
    expect(findCheckDetail(test.desk, newId(), test.actor.id)).toBeNull();
  });

  it('shows the discussion in order and the evidence of the collection, newest first', () => {
    const bo = test.person('Bo', 'annotator');
    const post = (body: string) => step('postMessage', { id: newId(), annotationId: quote.id, body }); // prettier-ignore
    test.run(post('Do we have the tape?'));
    runCommand(test.desk, bo, { id: newId(), steps: [post('Yes <b>here</b>')] });
    const { messages } = findCheckDetail(test.desk, quote.checkId, bo.id)!;
    expect(messages.map(({ body, person }) => [person.name, body])).toEqual([
      ['Ada', 'Do we have the tape?'],
      ['Bo', 'Yes <b>here</b>'],
    ]);
    const id = addEvidence(test, { title: 'Tape' });
    expect(listEvidence(test.desk, test.collectionId, bo.id).map((item) => item.title)).toEqual(['Tape', 'Minutes']); // prettier-ignore
    expect(listEvidence(test.desk, test.collectionId, bo.id)[0]).toMatchObject({
      id,
      terms: 'on_record',
    });
  });

  it('shows a check that was cut with its last words', () => {
    const other = test.article(
      'Another story\n\nThe bridge is 300 metres long and was built in 1956.\n',
    );
    const cut = mark(test, other, '300 metres long');
    const draft = { role: 'paragraph', depth: 0, group: null, original: null } as const;
    addRevision(
      test.desk,
      test.actor,
      other.articleId,
      [{ ...draft, text: 'Nothing of it.' }],
      null,
    );
    const detail = findCheckDetail(test.desk, cut.checkId, test.actor.id)!;
    expect(detail).toMatchObject({ status: 'cut', words: '300 metres long', annotation: { spans: [] } }); // prettier-ignore
    expect(detail.context.before).toBe('The bridge is ');
  });
});

describe('the history', () => {
  it('tells in words what was done, newest first, and says when it was undone', () => {
    const made = mark(test, article, '41,000 people');
    const { checkId } = made;
    const version = () => versionOf(test.desk, 'check', checkId);
    test.run(step('retagAnnotation', { id: made.id, version: 1, attributes: { types: ['number'], flags: ['harm'] } })); // prettier-ignore
    test.run(step('setStatus', { checkId, version: version(), status: 'not_for_check', reason: 'An opinion' })); // prettier-ignore
    const due = test.run(step('setDue', { checkId, version: version(), dueAt: '2026-12-24' }));
    test.run(step('assignCheck', { checkId, version: version(), assigneeId: test.actor.id }));
    test.run(step('undoCommand', { commandId: due.id }));
    test.run(step('removeAnnotation', { id: made.id, version: 2 }));
    expect(
      listHistory(test.desk, made.id).map((line) => `${line.person} ${line.sentence}`),
    ).toEqual([
      'Ada removed the mark',
      'Ada undid: cleared the due date',
      'Ada assigned it to Ada',
      'Ada set it due on 2026-12-24',
      'Ada set the status to not for check (“An opinion”)',
      'Ada set the types to number, set the flags to harm',
      'Ada marked this as claim',
    ]);
  });

  it('says of confidential evidence that it changed, and nothing of what is in it', () => {
    const made = mark(test, article, 'Its new lighthouse');
    const evidenceItemId = addEvidence(test, { terms: 'off_record', title: 'SECRET' });
    test.run(step('citeEvidence', { id: newId(), checkId: made.checkId, evidenceItemId, excerpt: 'SECRET', stance: 'supports', primary: true })); // prettier-ignore
    const [line] = listHistory(test.desk, made.id);
    expect(line!.sentence).toBe('changed confidential evidence');
    expect(checkIdOf(test.desk, made.id)).toBe(made.checkId);
  });
});

describe('the library', () => {
  it('pages through all articles once, finds by every word, and counts the work', () => {
    const other = makeDesk();
    const count = LIBRARY_PAGE_SIZE * 2 + 5;
    for (let number = 0; number < count; number++) {
      other.article(
        `Story number ${number} of the week\n\nBy Bo Berg\n\nIt has ${number} words.\n`,
      );
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = listLibrary(other.desk, {}, cursor);
      expect(page.total).toBe(count);
      seen.push(...page.items.map((item) => item.headline));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(Array.from({ length: count }, (_, number) => `Story number ${number} of the week`)); // prettier-ignore
    const find = (text: string) => listLibrary(other.desk, { text }).total;
    expect([find('WEEK 77'), find('77 nowhere'), find('100%'), find('_'), find('')]).toEqual([1, 0, 0, 0, count]); // prettier-ignore
    expect(listLibrary(other.desk, { collectionId: newId() }).total).toBe(0);
    other.close();
    const [item] = listLibrary(test.desk, { text: 'Harbour' }).items;
    expect(item!.progress).toMatchObject({ settled: 1, inWork: 0 });
  });
});

describe('the desk', () => {
  it('keeps saved views until they are removed', () => {
    const id = newId();
    test.run(step('saveView', { id, name: 'My quotes', query: 'kind=quote&sort=due' }));
    const saved = { id, name: 'My quotes', query: 'kind=quote&sort=due', version: 1 };
    expect(listSavedViews(test.desk)).toEqual([saved]);
    const removed = test.run(step('removeView', { id, version: 1 }));
    expect(listSavedViews(test.desk)).toEqual([]);
    test.run(step('undoCommand', { commandId: removed.id }));
    expect(listSavedViews(test.desk)).toEqual([{ ...saved, version: 3 }]);
  });

  it('follows the events after a number, and knows who acts', () => {
    const from = latestEventSeq(test.desk);
    const made = mark(test, article, 'Port Hallen');
    const notices = listEventsAfter(test.desk, from);
    expect(notices.map(({ entity, annotationId }) => [entity, annotationId])).toEqual([
      ['annotation', made.id],
      ['check', made.id],
    ]);
    expect(listEventsAfter(test.desk, from, 1)).toHaveLength(1);
    expect(findActor(test.desk, null)).toMatchObject({ name: 'Ada' });
    expect(findActor(test.desk, newId())).toMatchObject({ name: 'Ada' });
  });
});
