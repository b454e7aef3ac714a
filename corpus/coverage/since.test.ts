import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesSince, sinceSentence, type LaterEvent } from './since';

const event = (change: Partial<LaterEvent>): LaterEvent => ({
  entity: 'check',
  entityId: 'C',
  annotationId: 'A',
  created: false,
  at: '2026-11-21',
  person: 'Ada',
  changes: {},
  ...change,
});

it('tells what is different now, by whom last, and not what came back', () => {
  const there = event({ changes: { status: ['signed_off', 'reopened'], reason: [null, 'x'] } });
  const back = event({ changes: { status: ['reopened', 'signed_off'] }, person: 'Bo' });
  expect(changesSince([there])).toMatchObject([{ fields: { status: ['signed_off', 'reopened'] }, person: 'Ada' }]); // prettier-ignore
  expect(changesSince([there, back])).toEqual([]);
  expect(changesSince([there, back, there])).toHaveLength(1);
});

it('leaves out who has a check, detectors’ proposals, checks of new marks and what was made in vain', () => {
  const made = event({ entity: 'annotation', created: true, changes: { kind: [null, 'claim'], origin: [null, 'person'] } }); // prettier-ignore
  const removed = event({ entity: 'annotation', changes: { removed: [false, true] } });
  const proposed = event({ entity: 'annotation', created: true, changes: { origin: [null, 'suggestion'] } }); // prettier-ignore
  const accepted = event({ entity: 'annotation', changes: { origin: ['suggestion', 'person'] } });
  expect(changesSince([event({ changes: { assigneeId: [null, 'P'], dueAt: [null, '2026-12-24'] } })])).toEqual([]); // prettier-ignore
  expect(changesSince([proposed])).toEqual([]);
  expect(changesSince([proposed, accepted])).toHaveLength(1);
  expect(changesSince([made, event({ created: true, changes: { status: [null, 'unchecked'] } })])).toHaveLength(1); // prettier-ignore
  expect(changesSince([made, removed])).toEqual([]);
  expect(changesSince([event({ entity: 'message', created: true })])).toEqual([]);
});

it('says each change in a sentence', () => {
  const said = (change: Partial<LaterEvent>) => changesSince([event(change)]).map((one) => sinceSentence(one, 'nine')); // prettier-ignore
  expect(said({ changes: { finding: ['supported', 'refuted'] } })).toEqual(['The finding of “nine” changed.']); // prettier-ignore
  expect(said({ entity: 'citation', changes: { withheld: ['excerpt'] } })).toEqual(['The evidence for “nine” changed.']); // prettier-ignore
  expect(said({ entity: 'block', changes: { role: ['paragraph', 'caption'] } })).toEqual(['“nine” became a caption.']); // prettier-ignore
  expect(said({ entity: 'annotation', changes: { removed: [false, true] } })).toEqual(['The mark on “nine” was removed.']); // prettier-ignore
  expect(said({ entity: 'annotation', changes: { spans: [[], [1]] } })).toEqual(['The mark on “nine” has other words.']); // prettier-ignore
  expect(said({ entity: 'nothingToCheck', changes: { removed: [false, true] } })).toEqual(['“nine” is no longer marked as nothing to check.']); // prettier-ignore
});

it('is the difference between first and last, however the changes in between went', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('signed_off', 'reopened', 'checking'), { minLength: 2 }), (path) => {
      const events = path.slice(1).map((to, index) => event({ changes: { status: [path[index], to] } }));
      expect(changesSince(events)).toHaveLength(path[0] === path.at(-1) ? 0 : 1);
    }),
  ); // prettier-ignore
});
