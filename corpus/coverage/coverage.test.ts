import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockRole } from '../document/block';
import { layOut } from '../document/text';
import type { Status } from '../verification/model';
import { coverageOf, coverageWords, coveredOf, lacksCover, mapRuns, nextUncovered, sentencesToCover, totalOf, type CoverageMark } from './coverage'; // prettier-ignore

const block = (role: BlockRole, text: string) => ({ role, text, depth: 0, group: null, original: null }); // prettier-ignore

const { text, blocks } = layOut([
  block('kicker', 'Transport'),
  block('headline', 'Ferry late again'),
  block('deck', 'Nobody knows why.'),
  block('byline', 'By Nell Odgers'),
  block('crosshead', 'At sea'),
  block('paragraph', 'The ferry left at 9. “It is old,” said Ada Orm. We waited.'),
  block('paragraph', '* * *'),
  block('caption', 'The ferry at Vessa.'),
  block('credit', 'Photo: Ada Orm'),
  block('furniture', 'Related articles. More on ferries.'),
  block('reader_comment', 'I was there. It was cold.'),
]);
const sentences = sentencesToCover(text, blocks);
const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }); // prettier-ignore
const mark = (words: string, status: Status, kind: CoverageMark['kind'] = 'claim'): CoverageMark => ({
  kind,
  status,
  spans: [{ part: 'content', ordinal: 0, piece: 0, ...spanOf(words) }],
}); // prettier-ignore
const stateOf = (words: string, ...marks: CoverageMark[]) =>
  coverageOf(sentences, marks, []).sentences.find((one) => wordsOf(one).includes(words))!.state;

it('asks for every sentence of the own prose, headline, deck and captions too, and of no label', () => {
  expect(sentences.map(wordsOf)).toEqual([
    'Ferry late again',
    'Nobody knows why.',
    'The ferry left at 9.',
    '“It is old,” said Ada Orm.',
    'We waited.',
    'The ferry at Vessa.',
  ]);
});

describe('a sentence', () => {
  it('is covered by a mark that is checked or signed, and not by one whose check is to do', () => {
    expect(stateOf('left at 9')).toBe('uncovered');
    for (const status of ['unchecked', 'checking', 'waiting', 'disputed', 'returned', 'reopened'] as const) {
      expect(stateOf('left at 9', mark('left at 9', status))).toBe('marked');
    } // prettier-ignore
    for (const status of ['checked', 'signed_off'] as const) {
      expect(stateOf('left at 9', mark('left at 9', status))).toBe('checked');
    }
    expect(stateOf('left at 9', mark('left at 9', 'cut'))).toBe('uncovered');
    expect(stateOf('left at 9', mark('left at 9', 'not_for_check'))).toBe('nothing');
  });

  it('is covered where it is given to a source, by any part but the addressee', () => {
    expect(stateOf('It is old', mark('It is old', 'unchecked', 'attribution'))).toBe('attributed');
    const part = (name: 'source' | 'addressee'): CoverageMark => ({
      ...mark('It is old', 'unchecked', 'attribution'),
      spans: [{ part: name, ordinal: 0, piece: 0, ...spanOf('We waited') }],
    });
    expect(stateOf('We waited', part('source'))).toBe('attributed');
    expect(stateOf('We waited', part('addressee'))).toBe('uncovered');
  });

  it('has the best of what lies on it, and a mark covers every sentence that it touches', () => {
    const long = mark('left at 9. “It is old,” said Ada Orm. We', 'unchecked');
    expect(stateOf('We waited', long)).toBe('marked');
    expect(stateOf('left at 9', long, mark('at 9', 'signed_off'))).toBe('checked');
    expect(stateOf('left at 9', mark('at 9', 'signed_off'), long)).toBe('checked');
  });

  it('can be said to hold nothing to check', () => {
    const { counts, sentences: all } = coverageOf(sentences, [mark('We', 'unchecked')], [spanOf('We waited.')]); // prettier-ignore
    expect(all.filter(({ state }) => state === 'nothing').map(wordsOf)).toEqual(['We waited.']);
    expect(counts).toEqual({ checked: 0, attributed: 0, nothing: 1, marked: 0, uncovered: 5 });
    expect(coverageWords(counts)).toBe('1 of 6 sentences covered');
  });
});

it('goes from one sentence without cover to the next, and round', () => {
  const { sentences: all } = coverageOf(sentences, [mark('at 9', 'checked'), mark('We', 'checking')], [spanOf('Nobody knows why.')]); // prettier-ignore
  const visited: string[] = [];
  let offset = -1;
  for (let step = 0; step < 5; step++) {
    const next = nextUncovered(all, offset)!;
    visited.push(wordsOf(next));
    offset = next.start;
  }
  expect(visited).toEqual(['Ferry late again', '“It is old,” said Ada Orm.', 'We waited.', 'The ferry at Vessa.', 'Ferry late again']); // prettier-ignore
  expect(nextUncovered(coverageOf(sentences, [], [{ start: 0, end: text.length }]).sentences, 0)).toBeNull(); // prettier-ignore
});

it('says of an article without sentences that there is nothing to cover', () => {
  const none = coverageOf([], [], []);
  expect([coverageWords(none.counts), mapRuns([], 10)]).toEqual(['No sentences to cover', []]);
});

const STATES = fc.constantFrom<Status>('unchecked', 'checked', 'waiting', 'signed_off', 'not_for_check', 'cut'); // prettier-ignore
const MARKS = fc.array(
  fc.record({
    kind: fc.constantFrom<CoverageMark['kind']>('claim', 'quote', 'attribution'),
    status: STATES,
    spans: fc
      .tuple(fc.nat(text.length - 2), fc.integer({ min: 1, max: 60 }))
      .map(([start, length]) => [{ part: 'content' as const, ordinal: 0, piece: 0, start, end: Math.min(text.length, start + length) }]), // prettier-ignore
  }),
  { maxLength: 12 },
);

it('agrees with looking at every mark for every sentence, in whatever order they come', () => {
  fc.assert(
    fc.property(MARKS, (marks) => {
      const { sentences: all, counts } = coverageOf(sentences, marks, []);
      expect(coverageOf(sentences, marks.toReversed(), []).counts).toEqual(counts);
      expect(totalOf(counts)).toBe(sentences.length);
      expect(coveredOf(counts)).toBe(all.filter((one) => !lacksCover(one)).length);
      for (const sentence of all) {
        const touching = marks.filter(({ spans, status }) => status !== 'cut' && spans.some((span) => span.start < sentence.end && sentence.start < span.end)); // prettier-ignore
        expect(sentence.state === 'uncovered').toBe(touching.length === 0);
        const isChecked = touching.some(({ status }) => ['checked', 'signed_off'].includes(status));
        expect(sentence.state === 'checked').toBe(isChecked);
      }
    }),
  );
});

it('draws a map without gaps, of as many runs as asked for, in which nothing uncovered is hidden', () => {
  fc.assert(
    fc.property(MARKS, fc.integer({ min: 1, max: 8 }), (marks, most) => {
      const { sentences: all, counts } = coverageOf(sentences, marks, []);
      const runs = mapRuns(all, most);
      expect(runs[0]!.from).toBe(0);
      expect(runs.at(-1)!.to).toBeCloseTo(1);
      for (const [index, run] of runs.entries()) {
        if (index > 0) expect(run.from).toBe(runs[index - 1]!.to);
        expect(all.find(({ start }) => start === run.start)!.state).toBe(run.state);
      }
      expect(runs.length).toBeLessThanOrEqual(most + 1);
      expect(runs.some(({ state }) => state === 'uncovered')).toBe(counts.uncovered > 0);
    }),
  );
});
