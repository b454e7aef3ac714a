import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandStep } from '@/corpus/commands/requests';
import type { Finding, Status } from '@/corpus/verification/model';
import { newId } from '../ids';
import type { Actor } from '../policies';
import { findCheckDetail } from '../queries/check-detail';
import { listOverrides } from '../queries/decisions';
import { listEventsAfter } from '../queries/desk';
import { checkedAlone, markIn } from '../testing/checks';
import { makeDesk, type TestDesk } from '../testing/desk';
import { addEvidence, refusalOf, rowOf, step, versionOf } from '../testing/work';
import { runCommand } from './run';

let test: TestDesk;
let checkId: string;
beforeEach(() => (test = makeDesk()));
afterEach(() => test.close());

const as = (actor: Actor, ...steps: CommandStep[]) =>
  runCommand(test.desk, actor, { id: newId(), steps });
const version = () => versionOf(test.desk, 'check', checkId);
const check = () => rowOf(test.desk, 'check', checkId);
const seenBy = ({ id }: Actor) => findCheckDetail(test.desk, checkId, id)!;
const status = (actor: Actor, to: Status, reason?: string) =>
  as(actor, step('setStatus', { checkId, version: version(), status: to, ...(reason && { reason }) })); // prettier-ignore
const find = (actor: Actor, finding: Finding, rationale?: string) =>
  as(actor, step('recordFinding', { checkId, version: version(), finding, ...(rationale && { rationale }) })); // prettier-ignore
const handIn = (actor: Actor) => as(actor, step('handInJudgement', { checkId }));
const refused = (act: () => unknown) => refusalOf(test, act).message;

/** People who judge, none of whom marked the words. */
function judges(count: number): Actor[] {
  return Array.from({ length: count }, (_, at) => test.person(`Judge ${at}`, 'checker'));
}

function blind() {
  const made = markIn(test, { mode: 'blind_double' });
  ({ checkId } = made);
  return made;
}

describe('blind double', () => {
  it('shows nobody what another found until both are in, anywhere', () => {
    const { collectionId } = blind();
    const [bo, cy] = judges(2) as [Actor, Actor];
    status(bo, 'checking');
    const before = listEventsAfter(test.desk, 0).at(-1)!.seq;
    find(bo, 'refuted', 'The plan says 80 metres.');
    const evidenceItemId = addEvidence(test, { collectionId });
    as(bo, step('citeEvidence', { id: newId(), checkId, evidenceItemId, stance: 'refutes', primary: true })); // prettier-ignore
    handIn(bo);
    expect(check()).toMatchObject({ status: 'checking', finding: null, rationale: null });
    expect(seenBy(bo)).toMatchObject({ finding: 'refuted', rationale: 'The plan says 80 metres.' });
    const blank = seenBy(cy);
    expect(blank).toMatchObject({ finding: null, assessments: [], citations: [], checkedBy: null });
    expect(blank.judging).toEqual({ judges: 2, quorum: 2, handedIn: 1, isMineIn: false, isOpen: false }); // prettier-ignore
    expect(JSON.stringify(blank)).not.toMatch(/refute|80 metres/);
    expect(JSON.stringify(listEventsAfter(test.desk, before))).not.toMatch(/refute|80 metres/);
    expect(refused(() => as(cy, step('setDisposition', { checkId, version: version(), disposition: 'fix', replacement: '80' })))).toMatch(/when the judgements are in/); // prettier-ignore
  });

  it('is checked where both agree, and neither of them signs', () => {
    blind();
    const [bo, cy] = judges(2) as [Actor, Actor];
    status(bo, 'checking');
    for (const judge of [bo, cy]) {
      find(judge, 'not_checkable');
      handIn(judge);
    }
    expect(check()).toMatchObject({ status: 'checked', finding: 'not_checkable' });
    expect(seenBy(bo).assessments).toHaveLength(2);
    for (const judge of [bo, cy]) {
      expect(refused(() => status(judge, 'signed_off'))).toMatch(/^A second person must sign/);
    }
    status(test.actor, 'signed_off');
    expect(check()).toMatchObject({ status: 'signed_off', signed_by: test.actor.id });
  });

  it('is disputed where they differ; somebody else decides, with a reason', () => {
    blind();
    const [bo, cy] = judges(2) as [Actor, Actor];
    const editor = test.person('Editor', 'editor');
    status(bo, 'checking');
    find(bo, 'supported');
    find(cy, 'not_checkable');
    handIn(bo);
    handIn(cy);
    expect(check()).toMatchObject({ status: 'disputed', finding: null, reason: 'The judgements differ.' }); // prettier-ignore
    const decide = (by: Actor, reason: string) =>
      as(by, step('decideDispute', { id: newId(), checkId, version: version(), finding: 'not_checkable', reason })); // prettier-ignore
    expect(refused(() => status(editor, 'signed_off'))).toBe('There is no finding yet.');
    expect(refused(() => decide(cy, 'Mine.'))).toBe('Your role on this desk does not allow that.');
    expect(refused(() => decide(editor, ' '))).toMatch(/must not be empty/);
    decide(editor, 'No plan has survived.');
    expect(seenBy(bo).decisions).toMatchObject([{ person: { name: 'Editor' }, finding: 'not_checkable', reason: 'No plan has survived.', stands: true }]); // prettier-ignore
    status(editor, 'signed_off');
    expect(check()).toMatchObject({ status: 'signed_off' });
  });

  it('keeps a judgement that was handed in, and begins anew after a return', () => {
    blind();
    const [bo, cy] = judges(2) as [Actor, Actor];
    status(bo, 'checking');
    expect(refused(() => status(bo, 'checked'))).toMatch(/when the judgements are in/);
    expect(refused(() => handIn(bo))).toMatch(/^Say what you found first/);
    const written = find(bo, 'supported');
    expect(refused(() => as(cy, step('undoCommand', { commandId: written.id })))).toMatch(/somebody else’s/); // prettier-ignore
    handIn(bo);
    expect(refused(() => find(bo, 'refuted'))).toMatch(/^You have handed in/);
    find(cy, 'supported');
    const last = handIn(cy);
    expect(refused(() => as(cy, step('undoCommand', { commandId: last.id })))).toMatch(/are open/);
    expect(refused(() => find(cy, 'refuted'))).toMatch(/are open/);
    status(test.actor, 'returned', 'Ask the harbour too.');
    status(bo, 'checking');
    expect(check()).toMatchObject({ status: 'checking', finding: null });
    expect(seenBy(test.actor)).toMatchObject({ assessments: [], judging: { handedIn: 0 } });
    expect(seenBy(cy).finding).toBe('supported');
  });

  it('is not for who marked the words, and cannot be switched off while judgements are apart', () => {
    const { authorId, collectionId } = blind();
    const [bo] = judges(1) as [Actor];
    status(bo, 'checking');
    expect(refused(() => find({ id: authorId, role: 'admin' }, 'supported'))).toMatch(/^You marked these words/); // prettier-ignore
    find(bo, 'refuted');
    const open = () => test.run(step('setMode', { id: collectionId, version: versionOf(test.desk, 'collection', collectionId), mode: 'single' })); // prettier-ignore
    expect(refused(open)).toMatch(/^One check is being judged apart/);
  });
});

describe('a panel', () => {
  it('is settled as soon as its quorum agrees, and disputed when all are in and too few do', () => {
    for (const [findings, settled] of [
      [['supported', 'supported'], 'checked'],
      [['supported', 'refuted', 'supported'], 'checked'],
      [['supported', 'refuted', 'conflicting'], 'disputed'],
    ] as const) {
      ({ checkId } = markIn(test, { mode: 'panel', panelSize: 3, quorum: 2 }));
      const panel = judges(findings.length);
      status(panel[0]!, 'checking');
      for (const [at, finding] of findings.entries()) {
        expect(check()['status']).toBe('checking');
        find(panel[at]!, finding);
        handIn(panel[at]!);
      }
      expect(check()['status']).toBe(settled);
    }
  });

  it('has a quorum of more than half', () => {
    const { collectionId } = markIn(test, { mode: 'single' });
    const set = (panelSize: number, quorum: number) => () =>
      test.run(step('setMode', { id: collectionId, version: versionOf(test.desk, 'collection', collectionId), mode: 'panel', panelSize, quorum })); // prettier-ignore
    expect(refused(set(1, 1))).toBe('A panel has 2 to 15 people.');
    expect(refused(set(4, 2))).toBe('Of 4 people more than half have to agree, and at most all.');
    set(4, 3)();
    expect(rowOf(test.desk, 'collection', collectionId)).toMatchObject({ mode: 'panel', panel_size: 4, quorum: 3 }); // prettier-ignore
  });
});

describe('four eyes', () => {
  it('does not let a checker sign by having somebody else touch the finding', () => {
    ({ checkId } = checkedAlone(test));
    const [bo] = judges(1) as [Actor];
    find(bo, 'supported_with_caveat');
    expect(check()['checked_by']).toBe(bo.id);
    for (const actor of [test.actor, bo])
      expect(refused(() => status(actor, 'signed_off'))).toMatch(/^A second person/);
  });

  it('is overridden by an admin with a reason, listed on the article, never over missing work', () => {
    const made = checkedAlone(test);
    ({ checkId } = made);
    const override = (by: Actor, reason: string) =>
      as(by, step('overrideSignOff', { id: newId(), checkId, version: version(), reason }));
    const editor = test.person('Editor', 'editor');
    expect(refused(() => override(editor, 'x'))).toMatch(/role/);
    expect(refused(() => override(test.actor, ''))).toMatch(/must not be empty/);
    const other = test.person('Other');
    expect(refused(() => override(other, 'x'))).toMatch(/^Nothing stands against/);
    as(test.actor, step('setDisposition', { checkId, version: version(), disposition: 'tk' }));
    expect(refused(() => override(test.actor, 'x'))).toBe('It is still marked TK.');
    as(test.actor, step('setDisposition', { checkId, version: version(), disposition: 'stet' }));
    const { id } = override(test.actor, 'Nobody else is here tonight.');
    expect(check()).toMatchObject({ status: 'signed_off', signed_by: test.actor.id });
    expect(listOverrides(test.desk, made)).toMatchObject([
      { words: '90 metres', person: { name: 'Ada' }, reason: 'Nobody else is here tonight.', lifted: ['A second person must sign: you recorded the finding.'] },
    ]); // prettier-ignore
    expect(seenBy(editor).history[0]!.sentence).toMatch(/Nobody else is here tonight/);
    expect(seenBy(editor).signatures).toHaveLength(1);
    as(test.actor, step('undoCommand', { commandId: id }));
    expect([check()['status'], listOverrides(test.desk, made)]).toEqual(['checked', []]);
  });
});
