import { describe, expect, it } from 'vitest';
import { findEvidenceGap, type CitedEvidence } from './evidence-rule';
import { OPEN_STATUSES, STATUSES, findStep, stepsFrom, type Status } from './model';
import { riskOf } from './risk';
import { listSignOffBlockers, type SignOffCase } from './sign-off';

/** The table of design section 4: from → the steps, `!` where a reason is asked for. */
const TABLE: Readonly<Record<Status, string>> = {
  unchecked: 'checking not_for_check!',
  checking: 'checked waiting! not_for_check!',
  waiting: 'checking',
  checked: 'signed_off returned! disputed!',
  returned: 'checking',
  disputed: 'signed_off returned!',
  signed_off: 'reopened!',
  reopened: 'checking',
  not_for_check: 'unchecked',
  cut: '',
};

describe('steps', () => {
  it.each(STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const)))(
    'from %s to %s',
    (from, to) => {
      const told = TABLE[from].split(' ').find((word) => word.replace('!', '') === to);
      const expected = told === undefined ? null : { to, needsReason: told.endsWith('!') };
      expect(findStep(from, to)).toEqual(expected);
      expect(stepsFrom(from).some((step) => step.to === to)).toBe(expected !== null);
    },
  );

  it('leave work to do exactly in the open statuses', () => {
    const settled = STATUSES.filter(
      (status) => !(OPEN_STATUSES as readonly Status[]).includes(status),
    );
    expect(settled).toEqual(['signed_off', 'not_for_check', 'cut']);
  });
});

describe('risk', () => {
  it('puts law and harm first, then sensitive, then load-bearing, then the main type', () => {
    const ladder = [
      riskOf('attribution', ['event', 'number'], [], false),
      riskOf('claim', ['event', 'number'], [], false),
      riskOf('claim', ['number'], [], false),
      riskOf('attribution', [], ['load_bearing'], false),
      riskOf('quote', ['number'], ['load_bearing'], false),
      riskOf('attribution', [], ['sensitive'], false),
      riskOf('quote', ['number'], ['sensitive', 'load_bearing'], false),
      riskOf('attribution', [], ['harm'], false),
      riskOf('quote', ['name'], ['harm', 'allegation', 'sensitive', 'load_bearing'], true),
    ];
    expect(ladder).toEqual([...ladder].sort((a, b) => a - b));
    expect(new Set(ladder).size).toBe(ladder.length);
  });

  it('weighs an allegation, harm and a legal disposition alike, and a quote like a number', () => {
    const risky = riskOf('claim', [], ['harm'], false);
    expect(riskOf('claim', [], ['allegation'], false)).toBe(risky);
    expect(riskOf('claim', [], [], true)).toBe(risky);
    expect(riskOf('quote', [], [], false)).toBe(riskOf('claim', ['number'], [], false));
  });
});

const item: CitedEvidence = {
  kind: 'document',
  origin: 'council',
  terms: 'on_record',
  stance: 'supports',
  primary: false,
};

describe('the evidence rule', () => {
  it('asks for one primary item or three independent origins', () => {
    const from = (...origins: string[]) => origins.map((origin) => ({ ...item, origin }));
    expect(findEvidenceGap('claim', [])).toMatch(/0 so far/);
    expect(findEvidenceGap('claim', [{ ...item, primary: true }])).toBeNull();
    expect(findEvidenceGap('claim', from('a', 'b'))).toMatch(/2 so far/);
    expect(findEvidenceGap('claim', from('wire', 'wire', 'wire'))).toMatch(/1 so far/);
    expect(findEvidenceGap('claim', from('a', 'b', 'c'))).toBeNull();
    const refuting = from('a', 'b', 'c').map((e) => ({ ...e, stance: 'refutes' as const }));
    expect(findEvidenceGap('attribution', refuting)).toBeNull();
  });

  it('never counts what is off the record, nor mere context', () => {
    const offRecord = { ...item, primary: true, terms: 'off_record' as const };
    const context = { ...item, primary: true, stance: 'context' as const };
    expect(findEvidenceGap('claim', [offRecord, context])).toMatch(/0 so far/);
    const three = ['a', 'b', 'c'].map((origin) => ({ ...item, origin }));
    const hidden = { ...three[2]!, terms: 'off_record' as const };
    expect(findEvidenceGap('claim', [three[0]!, three[1]!, hidden])).toMatch(/2 so far/);
    const tape = { ...item, kind: 'recording' as const, terms: 'off_record' as const };
    expect(findEvidenceGap('quote', [tape])).not.toBeNull();
  });

  it('asks a quote for what shows the words themselves', () => {
    const with_ = (kind: CitedEvidence['kind']) => findEvidenceGap('quote', [{ ...item, kind }]);
    for (const kind of [
      'recording',
      'transcript',
      'document',
      'page',
      'speaker_confirmation',
    ] as const) {
      expect(with_(kind)).toBeNull();
    }
    for (const kind of ['dataset', 'photograph', 'person', 'other'] as const) {
      expect(with_(kind)).toBe(
        'A quote needs a recording, a transcript, a published text or the speaker’s confirmation.',
      );
    }
  });
});

describe('what stands against signing', () => {
  const ready: SignOffCase = {
    kind: 'claim',
    status: 'checked',
    finding: 'supported',
    fidelity: null,
    disposition: 'stet',
    replacement: null,
    evidence: [{ ...item, primary: true }],
    mode: 'single',
    isUndecided: false,
    signerIsChecker: true,
  };

  it('nothing, for a checked or disputed claim with finding and evidence', () => {
    expect(listSignOffBlockers(ready)).toEqual([]);
    expect(listSignOffBlockers({ ...ready, status: 'disputed' })).toEqual([]);
    expect(listSignOffBlockers({ ...ready, mode: 'four_eyes', signerIsChecker: false })).toEqual(
      [],
    );
    const quote = {
      ...ready,
      kind: 'quote' as const,
      finding: null,
      fidelity: 'verbatim' as const,
    };
    expect(listSignOffBlockers(quote)).toEqual([]);
  });

  it('asks for no evidence where the finding is that there is none, or the author answers', () => {
    for (const finding of ['insufficient', 'not_checkable'] as const) {
      expect(listSignOffBlockers({ ...ready, finding, evidence: [] })).toEqual([]);
    }
    expect(listSignOffBlockers({ ...ready, disposition: 'on_author', evidence: [] })).toEqual([]);
  });

  it.each<[string, Partial<SignOffCase>]>([
    ['Only a checked or disputed item can be signed off.', { status: 'waiting' }],
    ['Only a checked or disputed item can be signed off.', { status: 'cut' }],
    ['There is no finding yet.', { finding: null }],
    ['A quote needs its fidelity: is it word for word?', { kind: 'quote' }],
    ['It is still marked TK.', { disposition: 'tk' }],
    ['A fix needs the words that replace these.', { disposition: 'fix', replacement: '  ' }],
    ['Needs one primary source, or 3 from independent origins (0 so far).', { evidence: [] }],
    ['A second person must sign: you recorded the finding.', { mode: 'four_eyes' }],
  ])('%s', (sentence, change) => {
    expect(listSignOffBlockers({ ...ready, ...change })).toEqual([sentence]);
  });

  it('everything that stands against it is told at once', () => {
    const blockers = listSignOffBlockers({ ...ready, status: 'checking', finding: null, evidence: [], disposition: 'tk', mode: 'four_eyes' }); // prettier-ignore
    expect(blockers).toHaveLength(5);
  });
});
