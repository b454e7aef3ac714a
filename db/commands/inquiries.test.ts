import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { newInquiryKey, type Reply } from '@/corpus/outside/model';
import { answerPage } from '@/corpus/outside/page';
import type { CommandInputs } from '@/corpus/commands/requests';
import { newId } from '../ids';
import { findCheckDetail } from '../queries/check-detail';
import { findOpenInquiry, listAskable, listInquiries, listPassages } from '../queries/inquiries';
import { listArticleSources } from '../queries/sources';
import { listNotices } from '../queries/notices';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, addEvidence, countRows, mark, refusalOf, rowOf, spanOf, step, versionOf, type Mark } from '../testing/work'; // prettier-ignore
import { takeReplies } from './inquiries';
import { reviseFromText } from './revise';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
let cost: Mark;
let people: Mark;

beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
  cost = mark(test, article, '3.4 million euros');
  people = mark(test, article, '41,000 people');
});
afterEach(() => {
  vi.useRealTimers();
  test.close();
});

function ask(change: Partial<CommandInputs['openInquiry']> = {}) {
  const [id, key] = [newId(), newInquiryKey()];
  const asked = { articleId: article.articleId, name: 'Dr Vale', sourceId: null, annotationIds: [cost.id, people.id], showsHeadline: false, days: 7 }; // prettier-ignore
  const commandId = test.run(step('openInquiry', { id, key, ...asked, ...change })).id;
  return { id, key, commandId };
}

const passagesOf = (key: string) => listPassages(test.desk, findOpenInquiry(test.desk, key)!);

function reply(key: string, mark: Mark, kind: Reply['kind'], words = ''): Reply {
  const { hash } = passagesOf(key).open.find(({ annotationId }) => annotationId === mark.id)!;
  return { annotationId: mark.id, hash, kind, words };
}

it('keeps no key: neither in its row, nor in the history, nor in what it answers', () => {
  const { key, id } = ask();
  const all = ['inquiry', 'inquiry_key', 'event', 'command'].map((table) =>
    JSON.stringify(test.desk.sqlite.prepare(`SELECT * FROM "${table}"`).all()),
  );
  expect(all.join()).not.toContain(key);
  const { key_hash: hash } = test.desk.sqlite.prepare('SELECT key_hash FROM inquiry_key').get() as { key_hash: string }; // prettier-ignore
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(all[2]).not.toContain(hash);
  expect(JSON.stringify(rowOf(test.desk, 'inquiry', id))).not.toContain(hash);
  expect(key).toMatch(/^[\w-]{43}$/);
});

it('shows the chosen words and nothing else of the desk', () => {
  const secret = mark(test, article, 'two harbours');
  addEvidence(test, { title: 'SECRET PAPER', terms: 'off_record' });
  const evidenceItemId = addEvidence(test, { title: 'SECRET TAPE', origin: 'SECRET ORIGIN' });
  test.run(step('citeEvidence', { id: newId(), checkId: cost.checkId, evidenceItemId, excerpt: 'SECRET EXCERPT', stance: 'refutes', primary: true })); // prettier-ignore
  test.run(step('recordFinding', { checkId: cost.checkId, version: 1, finding: 'refuted', rationale: 'SECRET RATIONALE' })); // prettier-ignore
  test.run(step('postMessage', { id: newId(), annotationId: cost.id, body: 'SECRET MESSAGE' }));
  const { key } = ask();
  ask({ name: 'SECRET OTHER', annotationIds: [secret.id] });
  const { open, settled } = passagesOf(key);
  const page = answerPage({ name: 'Dr Vale', headline: null, passages: open, settled, problem: null, drafts: new Map() }); // prettier-ignore
  expect(open.map(({ words }) => words)).toEqual(['3.4 million euros', '41,000 people']);
  for (const words of ['SECRET', 'two harbours', 'Harbour repairs', 'Mayor', 'refute', 'Ada']) {
    expect(page).not.toContain(words);
  }
});

it('takes answers, tells who asked and who has the check, and shows them with the check', () => {
  const bo = test.person('Bo', 'checker');
  test.run(step('assignCheck', { checkId: cost.checkId, version: 1, assigneeId: bo.id }));
  const { key, id } = ask();
  takeReplies(test.desk, key, [
    reply(key, cost, 'correct', ' 3.6 million euros '),
    reply(key, people, 'confirm'),
  ]);
  expect(passagesOf(key)).toEqual({ open: [], settled: 2 });
  const detail = findCheckDetail(test.desk, cost.checkId, test.actor.id)!;
  expect(detail.answers).toMatchObject([{ name: 'Dr Vale', kind: 'correct', words: '3.6 million euros', shown: null }]); // prettier-ignore
  expect(detail.history[0]).toMatchObject({ sentence: 'had an answer by link from Dr Vale: corrected' }); // prettier-ignore
  const told = listNotices(test.desk, test.actor.id).notices;
  expect(told).toMatchObject([{ kind: 'answered', from: { name: 'Dr Vale' }, count: 2 }]);
  expect(listNotices(test.desk, bo.id).notices).toMatchObject([{ kind: 'answered' }, { kind: 'assigned' }]); // prettier-ignore
  expect(listInquiries(test.desk, article.articleId)).toMatchObject([{ id, state: 'open', passages: 2, answered: 2 }]); // prettier-ignore
  const { command_id: commandId } = test.desk.sqlite.prepare(`SELECT command_id FROM event WHERE entity = 'inquiryAnswer'`).get() as { command_id: string }; // prettier-ignore
  expect(refusalOf(test, () => test.run(step('undoCommand', { commandId }))).message).toContain('answer from outside'); // prettier-ignore
});

it('shows on a later revision only what changed since it was answered', () => {
  const { key } = ask();
  takeReplies(test.desk, key, [reply(key, cost, 'confirm'), reply(key, people, 'confirm')]);
  const text = article.text.replace('41,000 people', '43,000 people');
  reviseFromText(test.desk, test.actor, { ...article, text, note: null });
  const { open, settled } = passagesOf(key);
  expect(settled).toBe(1);
  expect(open).toMatchObject([{ words: '43,000 people', before: '41,000 people' }]);
  const detail = findCheckDetail(test.desk, people.checkId, test.actor.id)!;
  expect(detail.answers).toMatchObject([{ kind: 'confirm', shown: '41,000 people' }]);
});

it('takes all of it or nothing, about the words that were seen, and says why not', () => {
  const { key } = ask();
  const good = reply(key, cost, 'confirm');
  const wrong: readonly (readonly [Reply[], RegExp])[] = [
    [[], /Nothing is answered/],
    [[good, reply(key, people, 'correct', '  ')], /write the right words/],
    [[good, reply(key, people, 'comment')], /write your comment/],
    [[good, reply(key, people, 'comment', 'x'.repeat(2001))], /at most 2000/],
    [[good, { ...reply(key, people, 'confirm'), hash: 'other' }], /have changed/],
    [[good, good], /have changed/],
    [[{ ...good, annotationId: newId() }], /have changed/],
  ];
  for (const [replies, sentence] of wrong) {
    expect(refusalOf(test, () => takeReplies(test.desk, key, replies)).message).toMatch(sentence);
  }
  expect(countRows(test.desk, 'inquiry_answer')).toBe(0);
});

it('is closed by revoking, by undo and by time, and never opened by another key', () => {
  const { key, id, commandId } = ask();
  expect(findOpenInquiry(test.desk, newInquiryKey())).toBeNull();
  const late = reply(key, cost, 'confirm');
  const undo = test.run(step('undoCommand', { commandId }));
  expect(findOpenInquiry(test.desk, key)).toBeNull();
  test.run(step('undoCommand', { commandId: undo.id }));
  expect(findOpenInquiry(test.desk, key)).not.toBeNull();
  vi.useFakeTimers({ now: Date.now() + 8 * 24 * 60 * 60 * 1000 });
  expect(findOpenInquiry(test.desk, key)).toBeNull();
  expect(listInquiries(test.desk, article.articleId)).toMatchObject([{ state: 'expired' }]);
  vi.useRealTimers();
  test.run(step('revokeInquiry', { id, version: versionOf(test.desk, 'inquiry', id) }));
  expect(findOpenInquiry(test.desk, key)).toBeNull();
  expect(refusalOf(test, () => takeReplies(test.desk, key, [late])).message).toBe('This link is no longer open.'); // prettier-ignore
});

it('refuses a key that was used, and marks that are not the article’s', () => {
  const { key } = ask();
  expect(refusalOf(test, () => ask({ key })).message).toMatch(/has been used/);
  const other = test.article('Another story about a heron.');
  const heron = mark(test, other, 'heron');
  expect(refusalOf(test, () => ask({ annotationIds: [heron.id] })).message).toMatch(/not in the article/); // prettier-ignore
  test.run(step('removeAnnotation', { id: people.id, version: 1 }));
  expect(passagesOf(key).open.map(({ annotationId }) => annotationId)).toEqual([cost.id]);
});

it('shows a source nothing but their own words, also after somebody gives them to another', () => {
  const { articleId, revisionId, text } = article;
  const attribution = (source: string, content: string) => {
    const id = newId();
    const spans = [spanOf(text, source, 'source'), spanOf(text, content)];
    test.run(step('createAnnotation', { id, articleId, revisionId, kind: 'attribution', spans }));
    return id;
  };
  const said = attribution('Mayor Anna Holt', 'The repairs will cost 3.4 million euros');
  const choice = attribution('Mayor Anna Holt', '“We had no choice,”');
  const quote = mark(test, article, '“We had no choice,”', 'quote');
  const [source] = listArticleSources(test.desk, articleId);
  expect(source!.name).toMatch(/Holt/);
  const own = listAskable(test.desk, articleId).filter(({ sourceIds }) => sourceIds.includes(source!.id)); // prettier-ignore
  expect(own.map(({ annotationId }) => annotationId).sort()).toEqual([said, choice, quote.id].sort()); // prettier-ignore
  const wrong = () => ask({ sourceId: source!.id, annotationIds: [said, people.id] });
  expect(refusalOf(test, wrong).message).toBe('A source is shown only what the article gives to them.'); // prettier-ignore
  const { key } = ask({ sourceId: source!.id, annotationIds: [said, quote.id] });
  expect(passagesOf(key).open.map(({ words }) => words)).toEqual(['The repairs will cost 3.4 million euros', '“We had no choice,”']); // prettier-ignore
  const spans = [spanOf(text, 'Ada Okafor', 'source'), spanOf(text, 'The repairs will cost 3.4 million euros')]; // prettier-ignore
  test.run(step('respanAnnotation', { id: said, version: 1, spans }));
  expect(passagesOf(key).open.map(({ words }) => words)).toEqual(['“We had no choice,”']);
});

it('renders hostile words as words', () => {
  const words = `<script>alert(1)</script>"'><img src=x onerror=alert(1)></textarea>`;
  const passages = [{ annotationId: newId(), words, hash: 'h', before: words }];
  const drafts = new Map([[passages[0]!.annotationId, { kind: 'comment' as const, words }]]);
  const page = answerPage({ name: words, headline: words, passages, settled: 0, problem: words, drafts }); // prettier-ignore
  expect(page).not.toMatch(/<script|<img/);
  expect(page.match(/<\/textarea>/g)).toHaveLength(1);
});
