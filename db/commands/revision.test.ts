import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DraftBlock } from '@/corpus/document/block';
import { newId } from '../ids';
import { makeDesk, type TestDesk } from '../testing/desk';
import { STORY, mark, refusalOf, rowOf, signOff, spanOf, step, versionOf } from '../testing/work';
import { addRevision } from './import';
import { wordsHash } from './words-hash';

let test: TestDesk;
let article: ReturnType<TestDesk['article']>;
beforeEach(() => {
  test = makeDesk();
  article = test.article(STORY);
});
afterEach(() => test.close());

/** Adds a revision made of the article's text with a change; returns its id. */
function revise(change: (text: string) => string): string {
  const drafts = change(article.text)
    .split('\n\n')
    .map((text): DraftBlock => ({
      role: 'paragraph',
      text,
      depth: 0,
      group: null,
      original: null,
    }));
  return addRevision(test.desk, test.actor, article.articleId, drafts, 'Corrected');
}

function outcomeOf(annotationId: string, revisionId: string): unknown {
  return test.desk.sqlite
    .prepare(
      `SELECT n.outcome FROM anchoring n JOIN annotation a ON a.target_id = n.target_id
       WHERE a.id = ? AND n.revision_id = ?`,
    )
    .pluck()
    .get(annotationId, revisionId);
}

function spansOf(annotationId: string, revisionId: string) {
  return test.desk.sqlite
    .prepare<[string, string], { start: number; end: number; exact: string }>(
      `SELECT s.start, s."end", s.exact FROM span s JOIN annotation a ON a.target_id = s.target_id
       WHERE a.id = ? AND s.revision_id = ? ORDER BY s.start`,
    )
    .all(annotationId, revisionId);
}

/** The text without the sentence that holds these words. */
function withoutSentence(text: string, words: string): string {
  const at = text.indexOf(words);
  const start = text.lastIndexOf('. ', at) + 1;
  return text.slice(0, start) + text.slice(text.indexOf('.', at) + 1);
}

const textOf = (revisionId: string) => String(rowOf(test.desk, 'revision', revisionId)['text']);

describe('a new revision', () => {
  it('keeps, moves or cuts each mark, and leaves the older revision as it was', () => {
    const kept = mark(test, article, '3.4 million euros');
    const moved = mark(test, article, 'lighthouse, built in 1911');
    const lost = mark(test, article, '41,000 people');
    const changed = mark(test, article, 'repairs will cost 3.4 million euros');
    const twice = mark(test, article, 'We had no choice');
    const id = revise((text) =>
      `${withoutSentence(text, '41,000 people').replace('repairs will cost', 'works will cost')}\n\nAgain: “We had no choice,” she said.\n\nThen: “We had no choice,” they said.`.replace(
        'Monday. “We had no choice,” she said.',
        'Monday, and a lot more was said then.',
      ),
    );
    const outcomes = [kept, moved, lost, twice, changed].map((one) => outcomeOf(one.id, id));
    expect(outcomes).toEqual(['moved', 'moved', 'lost', 'ambiguous', 'changed']);
    for (const one of [kept, moved]) {
      const [span] = spansOf(one.id, id);
      expect(textOf(id).slice(span!.start, span!.end)).toBe(span!.exact);
      expect(rowOf(test.desk, 'check', one.checkId)).toMatchObject({ status: 'unchecked' });
    }
    for (const one of [lost, twice]) {
      expect(spansOf(one.id, id)).toEqual([]);
      expect(spansOf(one.id, article.revisionId)).toHaveLength(1);
      expect(rowOf(test.desk, 'check', one.checkId)).toMatchObject({ status: 'cut' });
    }
    expect(rowOf(test.desk, 'check', lost.checkId)['reason']).toBe('The words were deleted.'); // prettier-ignore
    expect(rowOf(test.desk, 'check', twice.checkId)['reason']).toBe('The words now stand in several places.'); // prettier-ignore
    expect(textOf(article.revisionId)).toBe(article.text);
  });

  it('leaves a signature on words that only moved, and brings a cut check back with its words', () => {
    const made = mark(test, article, 'lighthouse, built in 1911');
    signOff(test, made);
    const before = rowOf(test.desk, 'check', made.checkId);
    revise((text) => `One more paragraph.\n\n${text}`);
    expect(rowOf(test.desk, 'check', made.checkId)).toEqual(before);
    expect(wordsHash(test.desk, made.id)).toBe(before['signed_hash']);
    revise((text) => text.replace(' Its new lighthouse, built in 1911, is 62 metres high.', ''));
    expect(rowOf(test.desk, 'check', made.checkId)).toMatchObject({ status: 'cut' });
    revise((text) => text.replace('Port Hallen', 'Port Hallen itself'));
    expect(rowOf(test.desk, 'check', made.checkId)).toMatchObject({ status: 'signed_off' });
    expect(wordsHash(test.desk, made.id)).toBe(before['signed_hash']);
    revise((text) => text);
    expect(rowOf(test.desk, 'check', made.checkId)).toMatchObject({ status: 'signed_off' });
  });

  it('reopens exactly the signed check whose words changed, with the difference', () => {
    const kept = mark(test, article, 'lighthouse, built in 1911');
    const changed = mark(test, article, '3.4 million euros');
    for (const one of [kept, changed]) signOff(test, one);
    const before = rowOf(test.desk, 'check', kept.checkId);
    const id = revise((text) =>
      text.replace('3.4 million euros', '4.3 million euros').replaceAll('“', '"'),
    );
    expect(rowOf(test.desk, 'check', kept.checkId)).toEqual(before);
    expect(rowOf(test.desk, 'check', changed.checkId)).toMatchObject({
      status: 'reopened',
      reason: 'The words changed: “3.4 million euros” is now “4.3 million euros”.',
      signed_by: null,
      finding: rowOf(test.desk, 'check', changed.checkId)['finding'],
    });
    expect(spansOf(changed.id, id).map(({ exact }) => exact)).toEqual(['4.3 million euros']);
    const signed = test.desk.sqlite
      .prepare<[string], string>(
        `SELECT changes ->> '$.signedHash[1]' FROM event WHERE entity_id = ? AND changes ->> '$.status[1]' = 'signed_off'`,
      )
      .pluck()
      .get(changed.checkId);
    expect(signed).toMatch(/^[0-9a-f]{64}$/);
  });

  it('that joins a letter with a mark takes the new character whole', () => {
    const made = mark(test, article, 'The town of Port Hallen');
    const change = (text: string) => text.replace('Port Hallen', 'Port Hallen\u0301');
    const revisionId = revise(change);
    expect(spansOf(made.id, revisionId)[0]!.exact).toBe('The town of Port Hallen\u0301');
  });

  it('stands in the history, so that open pages hear of it', () => {
    const id = revise((text) => `${text} More.`);
    const event = test.desk.sqlite
      .prepare(`SELECT * FROM event WHERE entity = 'revision' AND entity_id = ?`)
      .get(id);
    expect(event).toMatchObject({ article_id: article.articleId, name: 'addRevision', created: 1 });
    expect(JSON.stringify(event)).not.toContain('repairs will cost');
  });

  it('takes new marks, and no more undo of spans that were set on the text before', () => {
    const made = mark(test, article, '62 metres');
    const spans = [spanOf(article.text, '62 metres high')];
    const { id } = test.run(step('respanAnnotation', { id: made.id, version: 1, spans }));
    const revisionId = revise((text) => `${text} More.`);
    const undo = () => test.run(step('undoCommand', { commandId: id }));
    expect(refusalOf(test, undo).message).toBe('The article has a newer revision since: mark it there.'); // prettier-ignore
    const again = { ...article, revisionId, text: textOf(revisionId) };
    mark(test, again, 'More');
    expect(refusalOf(test, () => mark(test, article, 'euros')).message).toMatch(/newer revision/);
    const version = versionOf(test.desk, 'annotation', made.id);
    const respan = [spanOf(again.text, '62 metres')];
    test.run(step('respanAnnotation', { id: made.id, version, spans: respan }));
    expect(spansOf(made.id, article.revisionId)[0]!.exact).toBe('62 metres high');
    expect(newId()).toHaveLength(26);
  });
});
