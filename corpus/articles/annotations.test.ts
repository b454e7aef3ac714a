import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findShapeProblem, type PartSpan } from '../annotation/model';
import { findEvidenceGap } from '../verification/evidence-rule';
import { DISPOSITIONS, FIDELITIES, FINDINGS, STATUSES } from '../verification/model';
import { withoutDateline } from '../detect/dateline';
import { sentencesOf } from '../spans/sentences';
import { SAMPLE_ANNOTATIONS } from './annotations';
import { SAMPLE_FILES } from './index';
import { locateWords } from './locate';
import type { SampleAnnotation, SampleEvidence } from './sample';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const allFiles = SAMPLE_FILES.flatMap(({ file, revisions }) => [file, ...revisions]);
const nameOf = ({ file, kind, content }: SampleAnnotation) => `${file}: ${kind} ${content[0]}`;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The statuses that lie behind a recorded judgement. */
const JUDGED = ['checked', 'signed_off', 'disputed', 'returned', 'reopened'];
const WITH_REASON = ['waiting', 'not_for_check', 'disputed', 'returned', 'reopened'];

function spansOf(annotation: SampleAnnotation): PartSpan[] {
  const text = read(annotation.file);
  const place = (part: PartSpan['part'], words: readonly (string | undefined)[]) =>
    words.flatMap((word, piece) => {
      if (word === undefined) return [];
      const span = locateWords(text, word, annotation.within);
      if (span === null) throw new Error(`${annotation.file}: ${part} “${word}” has no one place`);
      return [{ ...span, part, ordinal: 0, piece }];
    });
  return [
    ...place('content', annotation.content),
    ...place('source', [annotation.source]),
    ...place('cue', [annotation.cue]),
    ...place('addressee', [annotation.addressee]),
  ];
}

describe('the sample files', () => {
  it('are the text files of this folder, each listed once', () => {
    const onDisk = readdirSync(new URL('.', import.meta.url)).filter((name) =>
      name.endsWith('.txt'),
    );
    expect([...allFiles].sort()).toEqual(onDisk.sort());
    expect(SAMPLE_FILES.length).toBeGreaterThanOrEqual(11);
  });

  it.each(allFiles)('%s has 250 to 900 words, no CR, no tab, one newline at its end', (file) => {
    const text = read(file);
    const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    expect(words.length).toBeGreaterThanOrEqual(250);
    expect(words.length).toBeLessThanOrEqual(900);
    expect(text).not.toMatch(/[\r\t]|\n{3}|[ ]\n|\n\n$/);
    expect(text).toMatch(/^[^\n]+\n\n[\s\S]*[^\n]\n$/);
    expect(text).toBe(text.normalize('NFC'));
  });

  it.each(SAMPLE_FILES)('$file has a byline, a dateline and a credit', ({ file, date }) => {
    const text = read(file);
    expect(text).toMatch(/^By [A-Z]/m);
    expect(text).toMatch(/^[A-Z/ ]+ \([A-Z][\w ]+\) [–-] /m);
    expect(text).toMatch(/^\(Reporting by .*; editing by .*\)$/m);
    expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  });

  it('use straight quotes in the Ledger and curly ones elsewhere', () => {
    for (const { file, publication } of SAMPLE_FILES) {
      const straight = publication === 'Wendmere Ledger';
      expect(read(file), file).not.toMatch(straight ? /[“”‘’]/ : /["']/);
    }
  });
});

describe('what is planted', () => {
  const expectWords = (file: string, ...words: readonly string[]) => {
    const text = read(file);
    for (const word of words) expect(text, file).toContain(word);
  };

  it('the same words from two people, and other words from one', () => {
    const words = 'We were told in March that the wall would hold, and in November it did not,';
    expectWords('01-lower-quay-flood.txt', `“${words}” said harbour master Edda Loewe`);
    expectWords('02-flood-bill.txt', `"${words}" said Stellan Brook`);
    expectWords('03-brightfin-jobs.txt', '“A town is not a spreadsheet.');
    expectWords('04-brightfin-post.txt', '“A town is not a balance sheet.');
  });

  it('different figures and titles for the same thing', () => {
    expectWords(
      '01-lower-quay-flood.txt',
      '4.2 million',
      '312 homes',
      '3.87 metres',
      'harbour master',
    );
    expectWords('02-flood-bill.txt', '6.8 million', '340 homes', '3.78 metres', 'Port director');
    expectWords(
      '03-brightfin-jobs.txt',
      '180 jobs',
      '1,100 people',
      '9.6 million',
      'Plant manager',
    );
    expectWords(
      '04-brightfin-post.txt',
      '240 to go',
      'Sixteen hundred',
      '6.9 million',
      'Managing dir',
    );
  });

  it('sums, shares and weekdays that are wrong', () => {
    expectWords('02-flood-bill.txt', '3.1 million', '1.9 million', '1.2 million');
    expectWords('03-brightfin-jobs.txt', '180 of the 415', 'more than half');
    expectWords(
      '07-school-budget.txt',
      '18.6 million',
      '11.4 million',
      '3.2 million',
      '1.6 million',
    );
    expectWords(
      '07-school-budget.txt',
      'eight members voted 5-3, with one abstention',
      '3,120 pupils',
    );
    expectWords('11-mayoral-race.txt', '44 percent', '39 percent', '12 percent', 'Eight percent');
    expect(new Date('2025-11-06').getUTCDay()).toBe(4);
    expectWords('02-flood-bill.txt', 'Wednesday, November 6');
    expect(new Date('2025-12-14').getUTCDay()).toBe(0);
    expectWords('11-mayoral-race.txt', 'Saturday, 14 December');
  });

  it('a name in two spellings', () => {
    expectWords('07-school-budget.txt', 'Kirsten Falk', 'Kristin Falk');
  });

  it('a correction: one figure and one name changed, a sentence cut, one added, a note', () => {
    const before = read('05-kestrel-bridge.txt');
    const after = read('05-kestrel-bridge.revision-2.txt');
    const cut = ' Lorry drivers have told the Courier that the limit was seldom enforced.';
    const added = ' A second launch will be kept in reserve.';
    const note = /\nCORRECTION, [^\n]+\n$/;
    expect(after).toMatch(note);
    expect(
      before
        .replace(cut, '')
        .replace('will cost 3.4 million', 'will cost 3.9 million')
        .replaceAll('Greel', 'Grehl'),
    ).toBe(after.replace(note, '').replace(added, ''));
  });

  it('emoji with joiners, Arabic and Chinese', () => {
    const text = read('08-harbour-kitchen.txt');
    expect(text).toMatch(/\p{Extended_Pictographic}\u200d\p{Extended_Pictographic}/u);
    expect(text).toMatch(/\p{Emoji_Modifier}/u);
    expect(text).toMatch(/\p{Script=Arabic}{4}/u);
    expect(text).toMatch(/\p{Script=Han}{3}/u);
  });

  it('a quotation over three paragraphs, a block quotation, lists and comments', () => {
    expect(read('03-brightfin-jobs.txt')).toMatch(/\n\n“[^”\n]+\n\n“[^”\n]+\n\n“[^”\n]+”\n\n/);
    expect(read('06-maternity-nights.txt')).toMatch(/wrote:\n\n[^“\n]+\n\n/);
    for (const file of ['04-brightfin-post.txt', '07-school-budget.txt']) {
      expect(read(file), file).toMatch(/:\n\n(• [^\n]+\n){3,}\n/);
    }
    const comments = read('09-library-sundays.txt');
    expect(comments).toMatch(/^ {2}1\. /m);
    expect(comments).toMatch(/^ {4}• /m);
    for (const words of ['Related Posts', 'Leave a Comment', 'Share this:', 'Back to top button']) {
      expect(comments).toContain(`\n${words}\n`);
    }
  });
});

describe('the sample annotations', () => {
  it('are 60 to 90 in number, in six files', () => {
    expect(SAMPLE_ANNOTATIONS.length).toBeGreaterThanOrEqual(60);
    expect(SAMPLE_ANNOTATIONS.length).toBeLessThanOrEqual(90);
    expect(new Set(SAMPLE_ANNOTATIONS.map(({ file }) => file)).size).toBe(6);
  });

  it('stand in their articles, each part in one place and in one paragraph', () => {
    for (const annotation of SAMPLE_ANNOTATIONS) {
      const text = read(annotation.file);
      const boundaries = new Set([...graphemes.segment(text)].map(({ index }) => index));
      const spans = spansOf(annotation);
      expect(findShapeProblem(annotation.kind, spans), nameOf(annotation)).toBeNull();
      for (const { start, end } of spans) {
        expect(text.slice(start, end), nameOf(annotation)).not.toContain('\n');
        expect(boundaries.has(start) && boundaries.has(end), nameOf(annotation)).toBe(true);
      }
      const starts = spans.filter(({ part }) => part === 'content').map(({ start }) => start);
      expect(starts, nameOf(annotation)).toEqual([...starts].sort((a, b) => a - b));
    }
  });

  it('keep the parts of an attribution apart', () => {
    for (const annotation of SAMPLE_ANNOTATIONS) {
      const spans = spansOf(annotation).sort((a, b) => a.start - b.start);
      for (const [index, span] of spans.entries()) {
        const next = spans[index + 1];
        if (next) expect(next.start, nameOf(annotation)).toBeGreaterThanOrEqual(span.end);
      }
    }
  });

  it('follow the span rules', () => {
    for (const annotation of SAMPLE_ANNOTATIONS) {
      for (const words of annotation.content) {
        expect(words, nameOf(annotation)).toBe(words.trim());
        expect(words, nameOf(annotation)).not.toMatch(/^that /);
      }
      if (annotation.kind === 'attribution') {
        expect(annotation.source, nameOf(annotation)).toBeDefined();
        expect(annotation.attributes?.speech, nameOf(annotation)).toBeDefined();
        expect(annotation.attributes?.sourceType, nameOf(annotation)).toBeDefined();
      }
      if (annotation.kind === 'claim') {
        expect(annotation.attributes?.types?.length, nameOf(annotation)).toBeGreaterThan(0);
      }
    }
  });

  it('have the full stop in a claim that is a whole sentence, as suggested claims have it', () => {
    let whole = 0;
    for (const annotation of SAMPLE_ANNOTATIONS.filter(({ kind }) => kind === 'claim')) {
      const text = read(annotation.file);
      const [{ start, end }] = spansOf(annotation) as [PartSpan];
      const block = { start: text.lastIndexOf('\n', start - 1) + 1, end: text.indexOf('\n', start) };
      const paragraph = text.slice(block.start, block.end);
      const around = sentencesOf(paragraph).find((one) => end <= block.start + one.end)!;
      const claim = withoutDateline(paragraph, around);
      if (block.start + claim.start !== start || block.start + claim.end > end + 1) continue;
      expect(end, nameOf(annotation)).toBe(block.start + claim.end);
      whole += 1;
    }
    expect(whole).toBeGreaterThan(0);
  });

  it('show every status but cut, every finding and fidelity, and every disposition', () => {
    const seen = (key: 'status' | 'finding' | 'fidelity' | 'disposition') =>
      new Set(SAMPLE_ANNOTATIONS.map(({ check }) => check?.[key]));
    expect(STATUSES.filter((status) => !seen('status').has(status))).toEqual(['cut']);
    expect(FINDINGS.filter((finding) => !seen('finding').has(finding))).toEqual([]);
    expect(FIDELITIES.filter((fidelity) => !seen('fidelity').has(fidelity))).toEqual([]);
    expect(DISPOSITIONS.filter((value) => !seen('disposition').has(value))).toEqual([]);
  });

  it('have checks that the desk’s rules allow', () => {
    for (const annotation of SAMPLE_ANNOTATIONS) {
      const { check, kind } = annotation;
      if (!check) continue;
      const name = nameOf(annotation);
      const evidence = check.evidence ?? [];
      expect(check.reason !== undefined, name).toBe(WITH_REASON.includes(check.status));
      if (JUDGED.includes(check.status)) {
        expect(kind === 'quote' ? check.fidelity : check.finding, name).toBeDefined();
      } else {
        expect(check.finding ?? check.fidelity, name).toBeUndefined();
      }
      if (kind !== 'quote') expect(check.fidelity, name).toBeUndefined();
      if (check.disposition === 'fix') expect(check.replacement, name).toBeTruthy();
      expect(evidence.filter(({ primary }) => primary).length, name).toBeLessThanOrEqual(1);
      if (check.status === 'signed_off') {
        expect(check.disposition, name).not.toBe('tk');
        const cited = evidence.map((use) => ({ ...use, terms: 'on_record' as const }));
        const gap = check.finding === 'not_checkable' ? null : findEvidenceGap(kind, cited);
        expect(gap, name).toBeNull();
      }
    }
  });

  it('cite one item under one title, some of them several times', () => {
    const items = new Map<string, SampleEvidence>();
    let again = 0;
    for (const use of SAMPLE_ANNOTATIONS.flatMap(({ check }) => check?.evidence ?? [])) {
      const known = items.get(use.title);
      if (known) again += 1;
      const { kind, place, origin } = known ?? use;
      expect({ kind, place, origin }).toEqual({
        kind: use.kind,
        place: use.place,
        origin: use.origin,
      });
      items.set(use.title, use);
    }
    expect(again).toBeGreaterThan(10);
  });

  it('hold a quote of three pieces, nesting, crossing and two exact duplicates', () => {
    expect(
      SAMPLE_ANNOTATIONS.some(({ kind, content }) => kind === 'quote' && content.length === 3),
    ).toBe(true);
    const pieces = SAMPLE_ANNOTATIONS.flatMap((annotation) =>
      spansOf(annotation)
        .filter(({ part }) => part === 'content')
        .map(({ start, end }) => ({ file: annotation.file, start, end })),
    );
    const pairs = pieces.flatMap((a) =>
      pieces.filter((b) => a.file === b.file && a.start < b.start).map((b) => [a, b] as const),
    );
    expect(pairs.some(([a, b]) => b.end <= a.end)).toBe(true);
    expect(pairs.some(([a, b]) => b.start < a.end && a.end < b.end)).toBe(true);
    const told = SAMPLE_ANNOTATIONS.map((annotation) => JSON.stringify(annotation));
    expect(told.length - new Set(told).size).toBe(1);
  });
});
