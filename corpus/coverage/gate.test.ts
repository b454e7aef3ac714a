import { describe, expect, it } from 'vitest';
import type { CoveredSentence } from './coverage';
import type { TickedChecklist } from './checklist';
import { itemsFromLines } from './checklist';
import { OBSTACLES, listObstacles, obstacleSentence, type GateCase, type GateCheck } from './gate';

const TEXT = 'The ferry left at 9. We waited.';
const sentence = (state: CoveredSentence['state'], start = 0, end = 20): CoveredSentence => ({ start, end, state }); // prettier-ignore
const check = (change: Partial<GateCheck> = {}): GateCheck => ({
  annotationId: 'A',
  status: 'signed_off',
  disposition: 'stet',
  rationale: null,
  words: 'at 9',
  ...change,
});
const list = (required: boolean, ticked: boolean): TickedChecklist => ({
  id: 'L',
  name: 'Print',
  required,
  version: 1,
  items: [{ id: 'i', words: 'Names', tick: ticked ? { person: 'Ada', at: '', revision: 1 } : null, before: null }], // prettier-ignore
});
const ready: GateCase = {
  text: TEXT,
  sentences: [sentence('checked'), sentence('nothing', 21, 31)],
  checks: [check()],
  checklists: [list(true, true)],
  signerIsChecker: false,
  isSigned: false,
};
const kindsOf = (change: Partial<GateCase>) => listObstacles({ ...ready, ...change }).map(({ kind }) => kind); // prettier-ignore

describe('what stands in the way of signing an article', () => {
  it('is nothing where all is covered, settled and ticked', () => {
    expect(kindsOf({})).toEqual([]);
    expect(kindsOf({ checks: [check({ status: 'not_for_check' }), check({ status: 'cut' })] })).toEqual([]); // prettier-ignore
    const onAuthor = check({ disposition: 'on_author', rationale: 'She was in the room.' });
    expect(kindsOf({ checks: [onAuthor] })).toEqual([]);
    expect(kindsOf({ checklists: [list(false, false)] })).toEqual([]);
  });

  it.each<[string, Partial<GateCase>, string]>([
    ['a sentence without cover', { sentences: [sentence('uncovered')] }, 'uncovered'],
    ['an open check', { checks: [check({ status: 'checked' })] }, 'open'],
    ['a reopened check', { checks: [check({ status: 'reopened' })] }, 'open'],
    ['a dispute', { checks: [check({ status: 'disputed' })] }, 'disputed'],
    ['a check that waits', { checks: [check({ status: 'waiting' })] }, 'waiting'],
    ['TK', { checks: [check({ disposition: 'tk' })] }, 'tk'],
    ['on author without a reason', { checks: [check({ disposition: 'on_author', rationale: '  ' })] }, 'on_author'], // prettier-ignore
    ['a list that is asked for', { checklists: [list(true, false)] }, 'checklist'],
    ['four eyes', { signerIsChecker: true }, 'four_eyes'],
    ['being signed already', { isSigned: true }, 'signed'],
  ])('is %s', (_name, change, kind) => {
    expect(kindsOf(change)).toEqual([kind]);
  });

  it('tells each thing once, the gravest first, with its place', () => {
    const obstacles = listObstacles({
      ...ready,
      sentences: [sentence('marked'), sentence('uncovered', 21, 31)],
      checks: [check({ status: 'waiting', disposition: 'tk' }), check({ annotationId: 'B', status: 'disputed' })], // prettier-ignore
    });
    expect(obstacles).toEqual([
      { kind: 'disputed', words: 'at 9', annotationId: 'B', offset: null },
      { kind: 'tk', words: 'at 9', annotationId: 'A', offset: null },
      { kind: 'uncovered', words: 'We waited.', annotationId: null, offset: 21 },
    ]);
  });

  it('is told in a sentence for one and for several', () => {
    for (const kind of OBSTACLES) {
      expect(obstacleSentence(kind, 1)).toMatch(/^[A-Z].*\.$/);
      expect(obstacleSentence(kind, 3)).toMatch(/^[A-Z3].*\.$/);
    }
    expect(obstacleSentence('open', 3)).toBe('3 checks are not signed off.');
  });
});

describe('the lines of a checklist', () => {
  let made = 0;
  const newId = () => `new${made++}`;
  const known = [{ id: 'a', words: 'Names' }, { id: 'b', words: 'Numbers' }, { id: 'c', words: 'Links' }]; // prettier-ignore
  const idsOf = (text: string) => itemsFromLines(text, known, newId).map(({ id }) => id);

  it('keep their id when they are moved, or changed in their place', () => {
    expect(idsOf('Names\nNumbers\nLinks')).toEqual(['a', 'b', 'c']);
    expect(idsOf('Links\n\n  Names ')).toEqual(['c', 'a']);
    expect(idsOf('Names\nNumbers and sums\nLinks')).toEqual(['a', 'b', 'c']);
    expect(idsOf('Captions\nNames\nNumbers\nLinks')).toEqual(['new0', 'a', 'b', 'c']);
  });

  it('never share an id', () => {
    const ids = idsOf('Names\nNames\nNames');
    expect(new Set(ids).size).toBe(3);
  });
});
