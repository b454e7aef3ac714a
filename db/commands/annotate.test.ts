import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SpanInput } from '@/corpus/commands/project-requests';
import type { CommandStep } from '@/corpus/commands/requests';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, checkIdOf, countRows, dump, mark, refusalOf, rowOf, signOff, spanOf, step, versionOf } from '../testing/work'; // prettier-ignore

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
beforeEach(() => {
  test = makeDesk();
  article = test.article(`${STORY}\nThe ferry 👩‍👩‍👧 came from Ørsta.\n`);
});
afterEach(() => test.close());

function create(
  spans: SpanInput[],
  kind: 'claim' | 'quote' | 'attribution' = 'claim',
): CommandStep {
  const { articleId, revisionId } = article;
  return step('createAnnotation', { id: newId(), articleId, revisionId, kind, spans });
}

function content(start: number, end: number): SpanInput {
  return { part: 'content', ordinal: 0, piece: 0, start, end };
}

describe('spans', () => {
  it('are stored with the exact words and their context of the revision', () => {
    const { text } = article;
    const spans = [
      spanOf(text, 'Mayor Anna Holt', 'source'),
      spanOf(text, 'told', 'cue'),
      spanOf(text, 'the Courier', 'addressee'),
      spanOf(text, 'The repairs will cost 3.4 million euros'),
    ];
    test.run(create(spans, 'attribution'));
    const rows = test.desk.sqlite.prepare<[], Record<string, never>>('SELECT * FROM span').all();
    expect(rows).toHaveLength(4);
    for (const { start, end, exact, prefix, suffix } of rows as unknown as { start: number; end: number; exact: string; prefix: string; suffix: string }[]) {
      expect(exact).toBe(text.slice(start, end));
      expect(text.slice(0, start).endsWith(prefix)).toBe(true);
      expect(text.slice(end).startsWith(suffix)).toBe(true);
      expect(prefix.length).toBe(Math.min(32, start));
    } // prettier-ignore
  });

  it.each<[string, (text: string) => SpanInput[], string]>([
    ['split a character', (text) => [content(text.indexOf('👩') + 2, text.indexOf('👩') + 9)], 'splits a character'],
    ['run over a paragraph', (text) => [content(text.indexOf('she said'), text.indexOf('The town') + 8)], 'inside one paragraph'],
    ['begin between paragraphs', (text) => [content(text.indexOf('The town') - 1, text.indexOf('The town') + 8)], 'inside one paragraph'],
    ['end after the text', (text) => [content(text.length - 4, text.length + 1)], 'outside the text'],
    ['hold nothing', () => [content(5, 5)], 'at least one character'],
    ['stand for a cue alone', () => [{ ...content(5, 9), part: 'cue' }], 'needs its words'],
    ['overlap', () => [content(5, 9), { ...content(8, 12), piece: 1 }], 'overlap'],
    ['have the same number', () => [content(5, 9), content(10, 12)], 'number them'],
  ])('are refused where they %s', (_what, make, sentence) => {
    const refused = refusalOf(test, () => test.run(create(make(article.text))));
    expect(refused).toMatchObject({ refused: 'invalid' });
    expect(refused.message).toContain(sentence);
    expect(refused.message).toMatch(/^[A-Z].*\.$/);
  }); // prettier-ignore

  it('in another order are the same spans', () => {
    const { text } = article;
    const spans = [spanOf(text, 'had no choice'), spanOf(text, 'she', 'source'), spanOf(text, 'said', 'cue')]; // prettier-ignore
    const { written } = test.run(create(spans, 'attribution'));
    const { id } = written[0]!;
    const events = countRows(test.desk, 'event');
    test.run(step('respanAnnotation', { id, version: 1, spans: [...spans].reverse() }));
    expect(countRows(test.desk, 'event')).toBe(events);
    const before = dump(test.desk);
    const moved = test.run(step('respanAnnotation', { id, version: 1, spans: [spans[1]!, spanOf(text, 'We had no choice')] })); // prettier-ignore
    test.run(step('undoCommand', { commandId: moved.id }));
    expect(dump(test.desk)).toEqual(before);
  });

  it('are refused on a revision that is not the newest, and on an article that is not there', () => {
    const { articleId, revisionId } = article;
    const input = { id: newId(), articleId, revisionId, kind: 'claim' as const, spans: [content(0, 4)] }; // prettier-ignore
    const run = (change: object) => () => test.run(step('createAnnotation', { ...input, ...change })); // prettier-ignore
    expect(refusalOf(test, run({ revisionId: newId() }))).toMatchObject({ refused: 'invalid' });
    expect(refusalOf(test, run({ articleId: newId() }))).toMatchObject({ refused: 'missing' });
  });
});

describe('steps of one request', () => {
  it('succeed together or not at all', () => {
    const good = create([content(0, 4)]);
    const bad = create([content(5, 5)]);
    refusalOf(test, () => test.run(good, create([content(6, 9)]), bad));
    expect(countRows(test.desk, 'annotation')).toBe(0);
    const { id } = test.run(good, create([content(6, 9)]));
    expect(countRows(test.desk, 'annotation')).toBe(2);
    const before = dump(test.desk);
    const undo = test.run(step('undoCommand', { commandId: id }));
    const gone = test.desk.sqlite
      .prepare('SELECT count(*) FROM annotation WHERE removed = 1')
      .pluck();
    expect(gone.get()).toBe(2);
    test.run(step('undoCommand', { commandId: undo.id }));
    expect(dump(test.desk)).toEqual(before);
  });

  it('name the same thing twice without harm: types and flags are kept once', () => {
    const attributes = {
      types: ['number', 'date', 'number'] as const,
      flags: ['harm', 'harm'] as const,
    };
    const made = mark(test, article, '41,000', 'claim', attributes);
    expect(rowOf(test.desk, 'annotation', made.id)).toMatchObject({ types: '["number","date"]', flags: '["harm"]' }); // prettier-ignore
  });
});

describe('words changed after they were signed', () => {
  it('reopen their own check and no other', () => {
    const signed = mark(test, article, '62 metres');
    const other = mark(test, article, '1911');
    signOff(test, signed);
    signOff(test, other);
    const before = dump(test.desk);
    const spans = [spanOf(article.text, '62 metres high')];
    const { id } = test.run(step('respanAnnotation', { id: signed.id, version: 1, spans }));
    expect(rowOf(test.desk, 'check', signed.checkId)).toMatchObject({
      status: 'reopened',
      signed_by: null,
      signed_hash: null,
      reason: 'The words changed after they were signed.',
    });
    expect(rowOf(test.desk, 'check', other.checkId)).toMatchObject({ status: 'signed_off' });
    test.run(step('undoCommand', { commandId: id }));
    expect(dump(test.desk)).toEqual(before);
  });

  it('send a checked one back, and leave it where only the source moved', () => {
    const id = newId();
    const { articleId, revisionId, text } = article;
    const words = spanOf(text, 'had no choice');
    const spans = [words, spanOf(text, 'she', 'source')];
    test.run(step('createAnnotation', { id, articleId, revisionId, kind: 'attribution', spans }));
    const checkId = checkIdOf(test.desk, id);
    test.run(step('setStatus', { checkId, version: 1, status: 'checking' }));
    test.run(step('setStatus', { checkId, version: 2, status: 'checked' }));
    const source = spanOf(text, 'Mayor Anna Holt', 'source');
    test.run(step('respanAnnotation', { id, version: 1, spans: [words, source] }));
    expect(rowOf(test.desk, 'check', checkId)).toMatchObject({ status: 'checked', version: 3 });
    const more = spanOf(text, 'had no choice,');
    test.run(step('respanAnnotation', { id, version: 2, spans: [more, source] }));
    expect(rowOf(test.desk, 'check', checkId)).toMatchObject({ status: 'checking' });
  });

  it('by an undo reopen it too', () => {
    const made = mark(test, article, '62 metres');
    const spans = [spanOf(article.text, '62 metres high')];
    const { id } = test.run(step('respanAnnotation', { id: made.id, version: 1, spans }));
    signOff(test, made);
    test.run(step('undoCommand', { commandId: id }));
    expect(rowOf(test.desk, 'check', made.checkId)).toMatchObject({ status: 'reopened' });
  });
});

describe('what has been removed', () => {
  it('is not changed any more, and comes back with its undo', () => {
    const made = mark(test, article, '62 metres');
    const { id } = test.run(step('removeAnnotation', { id: made.id, version: 1 }));
    const retag = () =>
      test.run(step('retagAnnotation', { id: made.id, version: 2, kind: 'quote' }));
    expect(refusalOf(test, retag)).toMatchObject({ refused: 'missing' });
    expect(rowOf(test.desk, 'check', made.checkId)).toMatchObject({ listed: 0 });
    test.run(step('undoCommand', { commandId: id }));
    expect(rowOf(test.desk, 'check', made.checkId)).toMatchObject({ listed: 1 });
    expect(versionOf(test.desk, 'annotation', made.id)).toBe(3);
  });

  it('a kind without sources drops them, and its undo brings them back', () => {
    const { text } = article;
    const spans = [spanOf(text, 'had no choice'), spanOf(text, 'she', 'source')];
    const { id } = test.run(create(spans, 'attribution')).written[0]!;
    const before = dump(test.desk);
    const retag = test.run(step('retagAnnotation', { id, version: 1, kind: 'claim' }));
    expect(countRows(test.desk, 'span')).toBe(1);
    test.run(step('undoCommand', { commandId: retag.id }));
    expect(dump(test.desk)).toEqual(before);
  });
});
