import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeCopy } from '@/corpus/copy/copy';
import { proofLines } from '@/corpus/copy/words';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, addEvidence, mark, signOff, spanOf, step, versionOf, type Mark } from '../testing/work'; // prettier-ignore
import { findCopy } from './copy';
import { findLedgers } from './ledgers';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;

beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
});
afterEach(() => test.close());

const copy = () => findCopy(test.desk, article.articleId)!;
const ledgers = () => findLedgers(test.desk, article.articleId)!;

function cite({ checkId }: Mark, change: Parameters<typeof addEvidence>[1]): void {
  const evidenceItemId = addEvidence(test, change);
  test.run(step('citeEvidence', { id: newId(), checkId, evidenceItemId, excerpt: change?.title ?? '', stance: 'supports', primary: true })); // prettier-ignore
}

it('has the marks of the newest text with their checks, evidence and discussions', () => {
  const claim = mark(test, article, '41,000', 'claim', { types: ['number'] });
  signOff(test, claim);
  test.run(step('postMessage', { id: newId(), annotationId: claim.id, body: 'Who counted?' }));
  const gone = mark(test, article, 'two harbours');
  test.run(step('removeAnnotation', { id: gone.id, version: 1 }));
  const { notes, revision, text, coverage, signature } = copy();
  expect(notes).toMatchObject([{ kind: 'claim', types: ['number'], status: 'signed_off', signedBy: 'Ada', messages: [{ person: 'Ada', body: 'Who counted?' }], evidence: [{ title: 'Minutes' }] }]); // prettier-ignore
  expect([revision.number, signature, coverage.checked]).toEqual([1, null, 1]);
  expect(notes[0]!.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['41,000']);
});

it('never has confidential evidence, nor what is noted about a source under such terms', async () => {
  const claim = mark(test, article, '41,000');
  cite(claim, { terms: 'off_record', title: 'The deckhand' });
  cite(claim, { terms: 'deep_background', title: 'The pilot' });
  cite(claim, { terms: 'background', title: 'The clerk' });
  const id = newId();
  const spans = [
    spanOf(article.text, 'We had no choice'),
    spanOf(article.text, 'she said', 'source'),
  ];
  test.run(step('createAnnotation', { id, articleId: article.articleId, revisionId: article.revisionId, kind: 'attribution', spans, attributes: { terms: 'off_record', anonymityReason: 'The stowaway' } })); // prettier-ignore
  const found = copy();
  expect(JSON.stringify(found)).not.toMatch(/deckhand|pilot|stowaway/);
  expect(found.notes.map(({ withheld }) => withheld)).toEqual([1, 2]);
  for (const [isDiscreet, expected] of [[false, true], [true, false]] as const) {
    const { bytes } = await makeCopy(found, { format: 'html', kind: 'notes', isDiscreet });
    expect(new TextDecoder().decode(bytes).includes('The clerk')).toBe(expected);
  } // prettier-ignore
});

it('has nothing of what is cited while judgements are made apart, and all of it once they are open', () => {
  const claim = mark(test, article, '41,000');
  cite(claim, { title: 'Minutes' });
  const titles = () => copy().notes[0]!.evidence.map(({ title }) => title);
  expect(titles()).toEqual(['Minutes']);
  const { collectionId } = test;
  test.run(step('setMode', { id: collectionId, version: versionOf(test.desk, 'collection', collectionId), mode: 'blind_double' })); // prettier-ignore
  expect(titles()).toEqual([]);
  test.desk.sqlite.prepare(`UPDATE "check" SET status = 'checked' WHERE id = ?`).run(claim.checkId);
  expect(titles()).toEqual(['Minutes']);
});

it('gives the printed proof the evidence of each mark in a line, and the number of what stays on the desk', () => {
  const claim = mark(test, article, '41,000');
  mark(test, article, 'two harbours');
  cite(claim, { title: 'Minutes', origin: 'Town hall' });
  cite(claim, { title: 'The deckhand', terms: 'off_record' });
  const lines = proofLines(copy());
  expect(Object.keys(lines)).toEqual([claim.id]);
  expect(lines[claim.id]).toEqual([expect.stringMatching(/^Minutes \(.+, Town hall\); supports, primary\.$/), 'One confidential part stays on the desk.']); // prettier-ignore
});

it('is null for an article that is gone, and so are its ledgers', () => {
  expect([findCopy(test.desk, newId()), findLedgers(test.desk, newId())]).toEqual([null, null]);
});

it('gives the ledgers what people noted: reasons, persons behind, and what is left on the author', () => {
  const id = newId();
  const spans = [spanOf(article.text, 'The repairs will cost 3.4 million euros'), spanOf(article.text, 'Mayor Anna Holt', 'source')]; // prettier-ignore
  const annotation = { id, articleId: article.articleId, revisionId: article.revisionId, kind: 'attribution' as const, spans }; // prettier-ignore
  test.run(step('createAnnotation', { ...annotation, attributes: { sourceType: 'anonymous' } }));
  expect(ledgers().anonymous.map(({ asks }) => asks)).toEqual([true]);
  test.run(step('retagAnnotation', { id, version: 1, attributes: { anonymityReason: 'She fears for her job' } })); // prettier-ignore
  expect(ledgers().anonymous.map(({ asks }) => asks)).toEqual([false]);
  const claim = mark(test, article, '41,000');
  const version = () => versionOf(test.desk, 'check', claim.checkId);
  test.run(step('setDisposition', { checkId: claim.checkId, version: version(), disposition: 'on_author' })); // prettier-ignore
  expect(ledgers().on_author).toMatchObject([{ annotationId: claim.id, asks: true }]);
  test.run(step('recordFinding', { checkId: claim.checkId, version: version(), rationale: 'She was there.' })); // prettier-ignore
  expect(ledgers().on_author).toMatchObject([{ asks: false, sentence: 'She was there.' }]);
});
