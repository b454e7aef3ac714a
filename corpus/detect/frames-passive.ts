import { contentEnd, trimmed } from './content';
import { complete } from './complete';
import type { Frame, Reading } from './frame';
import { isFronted } from './fronted';
import { subjectBefore } from './noun-phrases';
import { phraseStartingAt } from './phrase-after';
import { BELIEVED } from './lexicon';
import type { VerbGroup } from './verb-groups';

const TOLD = new Set('tell ask urge warn advise order instruct inform remind request'.split(' '));
const JUDGED = new Set(
  `condemn criticise criticize denounce praise reject describe call welcome hail dismiss report accuse
   mock question propose announce oppose endorse blame support back approve reveal disclose disavow defend
   predict claim assert deny ridicule decry deplore applaud honour honor champion recommend request`.split(
    /\s+/,
  ),
);

const CRITICISED = new Set(
  `criticise criticize condemn denounce praise blame fault mock ridicule deride castigate laud`.split(
    ' ',
  ),
);

/** "The plan has been criticised for its cost", by nobody in particular. */
function readCriticised(reading: Reading, group: VerbGroup): Frame | null {
  const { period, groups } = reading;
  const subject = subjectBefore(period, group.from);
  const manner = { isFronted: isFronted(reading, group, subject), isPhrase: true };
  const from = group.to + 1;
  const rest = trimmed(period, { from, to: contentEnd(period, from, groups, manner) });
  if (subject === null || rest === null) return null;
  const content = [subject, rest];
  return { rule: 'passive-believed', cue: group, source: null, addressee: null, content };
}

/** "is believed to …", "was told that …", "was condemned by X". */
export function readPassive(reading: Reading, group: VerbGroup): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const next = group.to + 1;
  const word = tokens[next]?.lower ?? '';
  if (quoted[next] !== undefined && quoted[next] === -1 && word === 'by') {
    const source = phraseStartingAt(period, next + 1);
    const subject = subjectBefore(period, group.from);
    if (source === null || subject === null || !JUDGED.has(group.lemma)) return null;
    const cue = { from: group.from, to: next };
    return { rule: 'passive-by', cue, source, addressee: null, content: [subject] };
  }
  if (word === 'for' && CRITICISED.has(group.lemma)) return readCriticised(reading, group);
  if (!BELIEVED.has(group.lemma)) {
    if ((word !== 'that' && word !== 'to') || !TOLD.has(group.lemma)) return null;
    const told = subjectBefore(period, group.from);
    const frame = complete(reading, group, null, 'says');
    return frame === null ? null : { ...frame, rule: 'passive-told', addressee: told };
  }
  const subject = subjectBefore(period, group.from);
  if (group.lemma === 'know' && word === 'as') return null;
  const takes =
    ['to', 'as', 'that', 'of'].includes(word) ||
    group.lemma === 'consider' ||
    group.lemma === 'deem';
  if (subject === null || !takes || tokens[subject.from]!.lower === 'there') return null;
  const from = word === 'as' || word === 'of' || word === 'that' ? next + 1 : next;
  const manner = { isFronted: isFronted(reading, group, subject), isPhrase: false };
  const rest = trimmed(period, { from, to: contentEnd(period, from, groups, manner) });
  if (rest === null) return null;
  const isIt =
    word === 'that' && subject.from === subject.to && tokens[subject.from]!.lower === 'it';
  return {
    rule: 'passive-believed',
    cue: word === 'as' || word === 'of' ? { from: group.from, to: next } : group,
    source: null,
    addressee: null,
    content: isIt ? [rest] : [subject, rest],
  };
}
