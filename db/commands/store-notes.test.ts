import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../ids';
import { listDiscussions } from '../queries/discussions';
import { findReading } from '../queries/reading';
import { findReview } from '../queries/revisions';
import { makeDesk, type TestDesk } from '../testing/desk';
import { importWithNotes, type TestNote } from '../testing/notes';
import { countRows, step, STORY, versionOf } from '../testing/work';
import { reviseFromText } from './revise';

const MAYOR = { on: 'Mayor Anna Holt', body: 'Spelling?', writtenAt: '2026-11-20T10:00:00Z' };
const LIGHT = { on: '62 metres', body: 'With the lamp?', author: 'Bo Reed' };

let test: TestDesk;
beforeEach(() => {
  test = makeDesk();
});
afterEach(() => test.close());

const bring = (notes: readonly TestNote[], text = STORY) =>
  importWithNotes(test, 'harbour.docx', text, notes);
const discussions = (articleId: string) => listDiscussions(test.desk, articleId);

function revise(articleId: string, change: (text: string) => string): void {
  const { blocks, revision } = findReading(test.desk, articleId)!;
  const text = change(blocks.map((block) => block.text).join('\n\n'));
  reviseFromText(test.desk, test.actor, { articleId, revisionId: revision.id, note: null, text });
}

it('keeps remarks with author, date, words, replies and whether they are resolved', () => {
  const reply = { author: null, body: 'As in the minutes.', writtenAt: null };
  const { id, discussions: made } = bring([{ ...LIGHT, replies: [reply] }, { ...MAYOR, isResolved: true }]); // prettier-ignore
  expect(made).toBe(2);
  expect(discussions(id)).toMatchObject([
    {
      words: 'Mayor Anna Holt',
      resolved: true,
      outcome: 'unchanged',
      messages: [{ author: 'Ines Roth', isFromFile: true, at: '2026-11-20T10:00:00Z', body: 'Spelling?' }],
    },
    {
      words: '62 metres',
      resolved: false,
      messages: [{ author: 'Bo Reed', at: null }, { author: '', body: 'As in the minutes.' }],
    },
  ]); // prettier-ignore
});

it('keeps a remark without words on its paragraph, and one without a place', () => {
  const { id } = bring([{ on: '', body: 'Lede too long.' }, { body: 'Who cut this?' }]);
  expect(discussions(id)).toMatchObject([
    { words: 'Harbour repairs to cost 3.4 million', outcome: 'unchanged' },
    { words: '', outcome: 'lost', spans: [] },
  ]);
});

it('keeps a remark on several paragraphs with a piece of each, through later revisions', () => {
  const on = ['told the Courier on Monday', 'The town of Port Hallen'];
  const { id } = bring([{ on, body: 'Who said which?' }]);
  const words = 'told the Courier on Monday … The town of Port Hallen';
  expect(discussions(id)).toMatchObject([{ words, outcome: 'unchanged', spans: [{}, {}] }]);
  revise(id, (text) => `A new first line.\n\n${text}`);
  expect(discussions(id)).toMatchObject([{ words, outcome: 'moved', spans: [{}, {}] }]);
  revise(id, (text) => text.replace('The town of', 'The port of'));
  expect(discussions(id)).toMatchObject([{ outcome: 'changed', spans: [{}, {}] }]);
  expect(bring([{ on, body: 'Who said which?' }])).toMatchObject({ discussions: 0 });
});

it('stores nothing twice, and takes what was said since', () => {
  const { id } = bring([MAYOR]);
  expect(bring([MAYOR])).toMatchObject({ isNew: false, discussions: 0 });
  const reply = { author: 'Bo Reed', body: 'Two t’s.', writtenAt: null };
  const again = bring([{ ...MAYOR, replies: [reply], isResolved: true }, LIGHT]);
  expect(again).toMatchObject({ id, isNew: false, revision: null, discussions: 1 });
  expect(discussions(id)).toMatchObject([
    { resolved: true, messages: [{ body: 'Spelling?' }, { body: 'Two t’s.' }] },
    { words: '62 metres' },
  ]);
  expect(countRows(test.desk, 'message')).toBe(3);
});

it('carries discussions to later revisions, and none into the review of the marks', () => {
  const { id } = bring([MAYOR, LIGHT]);
  revise(id, (text) =>
    text.replace('62 metres', '64 metres').replace('The repairs', 'On Tuesday the repairs'),
  );
  const [mayor, light] = discussions(id);
  expect(mayor).toMatchObject({ outcome: 'moved', words: 'Mayor Anna Holt' });
  expect(light).toMatchObject({ outcome: 'changed', words: '64 metres' });
  expect(findReview(test.desk, id)?.items).toEqual([]);
  revise(id, (text) => text.replace(/Its new lighthouse.*/, ''));
  expect(discussions(id)[1]).toMatchObject({ outcome: 'lost', words: '64 metres', spans: [] });
});

it('finds a discussion where a later version of the file says that it stands', () => {
  const { id } = bring([LIGHT]);
  const later = STORY.replace(/Its new lighthouse.*/, 'A tower of some height was built.');
  const again = bring([{ ...LIGHT, on: 'some height' }], later);
  expect(again).toMatchObject({ id, revision: 2, discussions: 0 });
  expect(discussions(id)).toMatchObject([{ words: 'some height', outcome: 'changed' }]);
});

it('carries remarks on an older text to the newest', () => {
  const { id } = bring([]);
  revise(id, (text) => `${text}\n\nA last paragraph.`.replace('The repairs', 'On Tuesday repairs'));
  expect(bring([MAYOR])).toMatchObject({ id, isNew: false, discussions: 1 });
  const { blocks } = findReading(test.desk, id)!;
  const [{ spans, outcome }] = discussions(id) as [ReturnType<typeof discussions>[number]];
  const text = blocks.map((block) => block.text).join('\n\n');
  expect(outcome).toBe('moved');
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Mayor Anna Holt']);
});

it('gives discussions to the article that has their words when it is split, and back', () => {
  const { id } = bring([MAYOR, LIGHT]);
  const { revision, blocks } = findReading(test.desk, id)!;
  const part = newId();
  const blockOrdinal = blocks.findIndex(({ text }) => text.includes('lighthouse'));
  const input = { id, version: versionOf(test.desk, 'article', id), revisionId: revision.id, blockOrdinal, newId: part }; // prettier-ignore
  const cut = test.run(step('splitArticle', input));
  expect(discussions(id)).toMatchObject([{ words: 'Mayor Anna Holt', outcome: 'unchanged' }]);
  expect(discussions(part)).toMatchObject([{ words: '62 metres', outcome: 'unchanged' }]);
  test.run(step('undoCommand', { commandId: cut.id }));
  expect(discussions(id)).toMatchObject([{ words: 'Mayor Anna Holt' }, { words: '62 metres' }]);
  expect(discussions(part)).toEqual([]);
});

it('is answered and resolved, and both are taken back', () => {
  const { id } = bring([MAYOR]);
  const [{ id: threadId, version }] = discussions(id) as [ReturnType<typeof discussions>[number]];
  const reply = test.run(step('replyToThread', { id: newId(), threadId, body: 'As on her door.' }));
  const done = test.run(step('resolveThread', { id: threadId, version, resolved: true }));
  expect(discussions(id)).toMatchObject([
    { resolved: true, messages: [{}, { author: 'Ada', isFromFile: false, body: 'As on her door.' }] },
  ]); // prettier-ignore
  test.run(step('undoCommand', { commandId: done.id }));
  test.run(step('undoCommand', { commandId: reply.id }));
  expect(discussions(id)).toMatchObject([{ resolved: false, messages: [{ body: 'Spelling?' }] }]);
});
