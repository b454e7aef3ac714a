import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Suggestion } from '@/corpus/detect/model';
import { iterateDataset } from '../queries/dataset';
import { findDetectable, hasRun } from '../queries/detectable';
import { findReading, listAnnotationsById } from '../queries/reading';
import { findReview } from '../queries/revisions';
import { listOpenSuggestions, listSuggestions } from '../queries/suggestions';
import { makeDesk, type TestDesk } from '../testing/desk';
import { propose, suggestionOf } from '../testing/suggest';
import { STORY, checkIdOf, countRows, mark, refusalOf, rowOf, spanOf, step, versionOf } from '../testing/work'; // prettier-ignore
import { newId } from '../ids';
import { addRevision } from './import';
import { proposeSuggestions } from './propose';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;

beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
});
afterEach(() => test.close());

const QUOTE = '“We had no choice,”';
const CLAIM = 'The town of Port Hallen has 41,000 people';

function quoteAndClaim(text: string): readonly Suggestion[] {
  return [
    suggestionOf(text, 'quote', QUOTE, { confidence: 0.95 }),
    suggestionOf(text, 'attribution', QUOTE, { source: 'she', cue: 'said', confidence: 0.7 }),
    suggestionOf(text, 'claim', CLAIM, { confidence: 0.6 }),
  ];
}

/** The open suggestions' words, as `kind: words`. */
function openWords(): readonly string[] {
  const { text } = findDetectable(test.desk, article.articleId)!;
  return listOpenSuggestions(test.desk, article.articleId)
    .map(({ kind, spans }) => {
      const { start, end } = spans.find(({ part }) => part === 'content')!;
      return `${kind}: ${text.slice(start, end)}`;
    })
    .sort();
}

function openId(kind: Suggestion['kind']): string {
  return listOpenSuggestions(test.desk, article.articleId).find((one) => one.kind === kind)!.id;
}

const accept = (id: string, more = {}) =>
  test.run(step('acceptSuggestion', { id, version: versionOf(test.desk, 'annotation', id), ...more })); // prettier-ignore
const reject = (id: string) =>
  test.run(step('rejectSuggestion', { id, version: versionOf(test.desk, 'annotation', id) }));
const undo = (commandId: string) => test.run(step('undoCommand', { commandId }));
const listed = () =>
  test.desk.sqlite.prepare<[], number>('SELECT count(*) FROM "check" WHERE listed = 1').pluck().get()!; // prettier-ignore
const revise = (change: (text: string) => string) =>
  addRevision(
    test.desk,
    test.actor,
    article.articleId,
    change(findDetectable(test.desk, article.articleId)!.text)
      .split('\n\n')
      .map((text) => ({ role: 'paragraph' as const, text, depth: 0, group: null, original: null })),
    null,
  );

describe('a proposal', () => {
  it('is drawn with its reason, and stands in no queue, list of marks or export', () => {
    const outcome = propose(test, article.articleId, quoteAndClaim);
    expect(outcome).toEqual({ counts: { claim: 1, quote: 1, attribution: 1 }, dropped: 0 });
    expect(openWords()).toEqual([`attribution: ${QUOTE}`, `claim: ${CLAIM}`, `quote: ${QUOTE}`]);
    const reading = findReading(test.desk, article.articleId)!;
    expect(reading).toMatchObject({ annotations: [], hasSuggestions: true });
    const drawn = listSuggestions(test.desk, article.articleId);
    expect(drawn.find(({ kind }) => kind === 'claim')!.suggestion).toMatchObject({
      detector: 'test',
      rule: 'claim-test',
      reason: 'words that a test wants',
      confidence: 0.6,
    });
    expect([countRows(test.desk, 'check'), listed()]).toEqual([0, 0]);
    expect([...iterateDataset(test.desk)][0]!.annotations).toEqual([]);
  });

  it('is one line in the history, and leaves out spans that are no place in the text', () => {
    const events = countRows(test.desk, 'event');
    const outcome = propose(test, article.articleId, (text) => [
      ...quoteAndClaim(text),
      { ...suggestionOf(text, 'claim', CLAIM), spans: [{ part: 'content', ordinal: 0, piece: 0, start: 5, end: 999_999 }] }, // prettier-ignore
      { ...suggestionOf(text, 'claim', CLAIM), spans: [{ part: 'content', ordinal: 0, piece: 0, start: 3, end: 90 }] }, // prettier-ignore
      { ...suggestionOf(text, 'claim', CLAIM), spans: [{ ...spanOf(text, CLAIM), part: 'cue' }] },
    ]);
    expect(outcome?.dropped).toBe(3);
    expect(countRows(test.desk, 'event')).toBe(events + 1);
  });

  it('is not made twice, and is withdrawn when the next run proposes it no more', () => {
    propose(test, article.articleId, quoteAndClaim);
    const before = openId('quote');
    expect(propose(test, article.articleId, quoteAndClaim)?.counts).toEqual({ claim: 0, quote: 0, attribution: 0 }); // prettier-ignore
    expect(openId('quote')).toBe(before);
    propose(test, article.articleId, (text) => quoteAndClaim(text).slice(0, 1));
    expect(openWords()).toEqual([`quote: ${QUOTE}`]);
  });

  it('needs no second run until the text, a role or the date is another', () => {
    const detector = { name: 'test', version: '1' };
    const ran = () => hasRun(test.desk, findDetectable(test.desk, article.articleId)!, detector);
    expect(ran()).toBe(false);
    propose(test, article.articleId, quoteAndClaim);
    expect(ran()).toBe(true);
    const input = { id: article.articleId, version: 1, date: '2026-11-20' };
    test.run(step('editArticle', input));
    expect(ran()).toBe(false);
    propose(test, article.articleId, quoteAndClaim);
    revise((text) => text.replace('two harbours', 'three harbours'));
    expect(ran()).toBe(false);
  });

  it('is no error for an article that is gone', () => {
    const detection = { articleId: newId(), revisionId: newId(), inputHash: '', suggestions: [] };
    const detector = { name: 'test', version: '1' };
    expect(proposeSuggestions(test.desk, test.actor, { ...detection, detector })).toBeNull();
  });
});

describe('accepting', () => {
  it('makes a mark of the person with a check in the queue, and undo takes that back', () => {
    propose(test, article.articleId, quoteAndClaim);
    const id = openId('claim');
    const { id: commandId } = accept(id);
    expect(rowOf(test.desk, 'annotation', id)).toMatchObject({ origin: 'person', created_by: test.actor.id }); // prettier-ignore
    expect(rowOf(test.desk, 'suggestion', id)).toMatchObject({ state: 'accepted' });
    expect(listed()).toBe(1);
    const { id: undone } = undo(commandId);
    expect(listed()).toBe(0);
    expect(openWords()).toContain(`claim: ${CLAIM}`);
    undo(undone);
    expect(listed()).toBe(1);
    accept(openId('quote'));
    expect(listed()).toBe(3);
  });

  it('brings a quote’s attribution along, and one undo takes both back', () => {
    propose(test, article.articleId, quoteAndClaim);
    const { id } = accept(openId('quote'));
    expect(openWords()).toEqual([`claim: ${CLAIM}`]);
    expect(listed()).toBe(2);
    undo(id);
    expect(openWords()).toHaveLength(3);
  });

  it('takes corrected spans and attributes, and refuses bad ones', () => {
    propose(test, article.articleId, quoteAndClaim);
    const id = openId('claim');
    const spans = [spanOf(article.text, '41,000 people')];
    accept(id, { spans, attributes: { types: ['number'] } });
    expect(checkIdOf(test.desk, id)).toBeDefined();
    const [made] = listAnnotationsById(test.desk, article.articleId, [id]);
    expect(made).toMatchObject({ types: ['number'], spans, suggestion: null });
    const bad = () => accept(openId('quote'), { spans: [{ ...spans[0]!, end: 99_999 }] });
    expect(refusalOf(test, bad)).toMatchObject({ refused: 'invalid' });
  });

  it('takes all that are sure enough as one command with one undo', () => {
    propose(test, article.articleId, quoteAndClaim);
    const { articleId } = article;
    const { id } = test.run(step('acceptAllSuggestions', { articleId, confidence: 0.7 }));
    expect(openWords()).toEqual([`claim: ${CLAIM}`]);
    undo(id);
    expect(openWords()).toHaveLength(3);
    const none = () => test.run(step('acceptAllSuggestions', { articleId, confidence: 0.99 }));
    expect(refusalOf(test, none).message).toBe('No open suggestion of this article is as sure as that.'); // prettier-ignore
  });

  it('moves the confidence that the next suggestions of the rule show', () => {
    propose(test, article.articleId, quoteAndClaim);
    reject(openId('claim'));
    const other = test.article(STORY.replace('41,000', '42,000'));
    propose(test, other.articleId, (text) => [
      suggestionOf(text, 'claim', 'two harbours', { confidence: 0.6 }),
    ]);
    const [one] = listOpenSuggestions(test.desk, other.articleId);
    expect(one!.confidence).toBeCloseTo((20 * 0.6) / 21);
  });
});

describe('rejecting', () => {
  it('hides the suggestion, also from the next run about half of its words, until it is undone', () => {
    propose(test, article.articleId, quoteAndClaim);
    const { id } = reject(openId('claim'));
    expect(openWords()).toHaveLength(2);
    propose(test, article.articleId, (text) => [
      ...quoteAndClaim(text),
      suggestionOf(text, 'claim', `${CLAIM} and two harbours`),
      suggestionOf(text, 'claim', '62 metres'),
    ]);
    expect(openWords()).toEqual([`attribution: ${QUOTE}`, 'claim: 62 metres', `quote: ${QUOTE}`]);
    undo(id);
    expect(openWords()).toContain(`claim: ${CLAIM}`);
  });

  it('holds on the next revision', () => {
    propose(test, article.articleId, quoteAndClaim);
    reject(openId('claim'));
    revise((text) => `A new first paragraph stands here now.\n\n${text}`);
    expect(openWords()).toEqual([`attribution: ${QUOTE}`, `quote: ${QUOTE}`]);
    propose(test, article.articleId, quoteAndClaim);
    expect(openWords()).toEqual([`attribution: ${QUOTE}`, `quote: ${QUOTE}`]);
  });

  it('cannot be accepted any more, nor an accepted one rejected', () => {
    propose(test, article.articleId, quoteAndClaim);
    const claim = openId('claim');
    reject(claim);
    expect(refusalOf(test, () => accept(claim))).toMatchObject({ refused: 'missing' });
    const quote = openId('quote');
    accept(quote);
    expect(refusalOf(test, () => reject(quote))).toMatchObject({ refused: 'invalid' });
  });
});

describe('a person’s own mark', () => {
  it('silences what has half of its words and the same kind, until it is removed', () => {
    propose(test, article.articleId, quoteAndClaim);
    const own = mark(test, article, `${CLAIM} and two`);
    mark(test, article, 'We had', 'claim');
    expect(openWords()).toEqual([`attribution: ${QUOTE}`, `quote: ${QUOTE}`]);
    const { id } = test.run(step('removeAnnotation', { id: own.id, version: 1 }));
    expect(openWords()).toHaveLength(3);
    undo(id);
    expect(openWords()).toHaveLength(2);
  });
});

describe('a new revision', () => {
  it('takes open suggestions along where their words are whole, and lists none in its review', () => {
    propose(test, article.articleId, quoteAndClaim);
    revise((text) => text.replace('41,000 people', '39,500 souls'));
    expect(openWords()).toEqual([`attribution: ${QUOTE}`, `quote: ${QUOTE}`]);
    expect(findReview(test.desk, article.articleId)).toMatchObject({ items: [], counts: { changed: 0, unchanged: 0 } }); // prettier-ignore
  });

  it('gets the results of a run that began before it, carried or dropped', () => {
    const read = findDetectable(test.desk, article.articleId)!;
    revise((text) => `An update.\n\n${text.replace('41,000', '39,500')}`);
    const { articleId, revisionId, inputHash } = read;
    const detector = { name: 'test', version: '1' };
    const suggestions = quoteAndClaim(read.text);
    const outcome = proposeSuggestions(test.desk, test.actor, { articleId, revisionId, inputHash, detector, suggestions }); // prettier-ignore
    expect(outcome?.dropped).toBe(1);
    expect(openWords()).toEqual([`attribution: ${QUOTE}`, `quote: ${QUOTE}`]);
  });
});

it('switches a rule off in a collection, and on again by undo', () => {
  propose(test, article.articleId, quoteAndClaim);
  const { collectionId } = test;
  const input = { id: newId(), collectionId, rule: 'claim-test', off: true };
  const { id } = test.run(step('switchRule', input));
  expect(openWords()).toEqual([`attribution: ${QUOTE}`, `quote: ${QUOTE}`]);
  undo(id);
  expect(openWords()).toHaveLength(3);
  test.run(step('switchRule', input));
  expect(openWords()).toHaveLength(2);
  test.run(step('switchRule', { ...input, id: newId(), off: false }));
  expect(openWords()).toHaveLength(3);
});

it('stores and accepts hundreds at once', () => {
  const body = Array.from({ length: 100 }, (_, at) => `Paragraph ${at} says that ${at} ships came, ${at} left, and ${at} stayed.`); // prettier-ignore
  const long = test.article(`A long list of ships\n\n${body.join('\n\n')}\n`);
  const outcome = propose(test, long.articleId, (text) =>
    [...text.matchAll(/\d+ (ships came|left|stayed)|Paragraph \d+ says/g)].map(
      (match) =>
      ({ ...suggestionOf(text, 'claim', match[0]), spans: [{ part: 'content' as const, ordinal: 0, piece: 0, start: match.index, end: match.index + match[0].length }] }), // prettier-ignore
    ),
  );
  expect(outcome?.counts.claim).toBe(400);
  const { articleId } = long;
  const { id } = test.run(step('acceptAllSuggestions', { articleId, confidence: 0.5 }));
  expect(listed()).toBe(400);
  undo(id);
  expect(listOpenSuggestions(test.desk, articleId)).toHaveLength(400);
});
