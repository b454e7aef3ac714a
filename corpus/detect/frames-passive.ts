import { contentEnd, trimmed } from './content';
import { complete } from './complete';
import type { Frame, Reading } from './frame';
import { nounPhraseStart } from './frames-relative';
import { isFronted } from './fronted';
import { namesFrom } from './noun-owner';
import { subjectBefore, type TokenRange } from './noun-phrases';
import type { Period } from './periods';
import { phraseStartingAt } from './phrase-after';
import { BELIEVED, framesOf, isThought } from './lexicon';
import type { VerbGroup } from './verb-groups';
import { isSpeaker } from './who-speaks';

const TOLD = new Set('tell ask urge warn advise order instruct inform remind request'.split(' '));
const JUDGED = new Set(
  `condemn criticise criticize denounce praise reject describe call welcome hail dismiss report accuse
   mock question propose announce oppose endorse blame support back approve reveal disclose disavow defend
   predict claim assert deny ridicule decry deplore applaud honour honor champion recommend request promise pledge
   suggest demand fear love hate admire respect dispute contest challenge uphold resist scrutinise scrutinize
   nominate celebrate cheer boo slam blast lambast rebuke scorn shun espouse promote favour favor`.split(
    /\s+/,
  ),
);

/** "was derided by the crew": what is said of a thing by somebody who can speak. */
function isJudging(period: Period, lemma: string, by: TokenRange): boolean {
  if (JUDGED.has(lemma)) return true;
  const frames = framesOf(lemma);
  const isView = frames.size > 0 && !isThought(lemma);
  return isView && !MAKING.has(lemma) && isSpeaker(period, by);
}

/** With "by" they tell who made or did something. */
const MAKING = new Set(
  `see hear record detail document report tell ask order write read review identify investigate address attack
   threaten challenge air promote direct mandate forbid prohibit ban bar question interrogate grill press push
   mean treasure float hit outline draw cut guarantee mention hold maintain`.split(/\s+/),
);

const CRITICISED = new Set(
  `criticise criticize condemn denounce praise blame fault mock ridicule deride castigate laud applaud attack assail
   berate blast censure chastise chide commend excoriate flay lambast lambaste lampoon pan pillory rebuke
   reprimand reproach savage scold slam upbraid vilify admonish honour honor thank acclaim lionise lionize`.split(
    /\s+/,
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

/** "was condemned by Orm", "has been described by Orm as a farce", "was accused by Orm of lying". */
function readBy({ period, groups }: Reading, group: VerbGroup): Frame | null {
  const { tokens } = period;
  const by = group.to + 1;
  const whole = phraseStartingAt(period, by + 1);
  const subject = subjectBefore(period, group.from);
  if (whole === null || subject === null) return null;
  let to = by + 1;
  while (to <= whole.to && !/^(?:as|of|for)$/.test(tokens[to]!.lower)) to++;
  const isViewed = tokens[to]?.lower === 'as' && framesOf(group.lemma).has('named');
  if (!isViewed && !isJudging(period, group.lemma, whole)) return null;
  const isAs = tokens[to]?.lower === 'as' || tokens[to]?.lower === 'for';
  const isOf = tokens[to]?.lower === 'of' && group.lemma === 'accuse';
  const hasRest = (isAs || isOf) && to > by + 1;
  const rest = hasRest
    ? trimmed(period, {
        from: to,
        to: contentEnd(period, to, groups, { isFronted: false, isPhrase: true }),
      })
    : null;
  const source = hasRest ? { from: by + 1, to: to - 1 } : whole;
  const content = rest === null ? [subject] : [subject, rest];
  const cue = { from: group.from, to: by };
  return { rule: 'passive-by', cue, source, addressee: null, content };
}

/** What somebody does for a thing or holds, as often as they say it. */
const GIVING = new Set('back support hold maintain establish honor honour'.split(' '));

/** "a view echoed by the clerks": a participle right behind what is said. */
export function readReduced(reading: Reading, group: VerbGroup): Frame | null {
  const { period } = reading;
  const { tokens, quoted } = period;
  const by = group.to + 1;
  if (tokens[by]?.lower !== 'by' || quoted[by] !== -1 || group.from !== group.head) return null;
  const noun = group.from - (tokens[group.from - 1]?.lower === ',' ? 2 : 1);
  if (tokens[noun]?.tag !== 'NOUN' || quoted[noun] !== -1 || GIVING.has(group.lemma)) return null;
  const source = phraseStartingAt(period, by + 1, false);
  if (source === null || !isJudging(period, group.lemma, source)) return null;
  const content = { from: nounPhraseStart(period, noun), to: noun };
  const cue = { from: group.from, to: by };
  return { rule: 'passive-by', cue, source, addressee: null, content: [content] };
}

/** "called {a farce} by [Orm]", "accused of {lying} by [Orm]": who does it, at the end. */
function byAtEnd(period: Period, { from, to }: TokenRange): TokenRange | null {
  const { tokens, quoted } = period;
  for (let at = from + 1; at < to; at++) {
    if (quoted[at] !== -1 || tokens[at]!.lower !== 'by') continue;
    const source = namesFrom(period, at + 1);
    if (source !== null && source.to === to && isSpeaker(period, source)) return source;
  }
  return null;
}

/** "was derided as a farce", "was interpreted as a threat": what a thing is called or taken for. */
function isViewed(lemma: string): boolean {
  const frames = framesOf(lemma);
  return frames.has('named') || JUDGED.has(lemma) || CRITICISED.has(lemma) || TAKEN.has(lemma);
}

const TAKEN = new Set(
  `cite mention list quote interpret construe read picture imagine envisage envision conceive intend mean
   advertise market diagnose misrepresent vilify demonise demonize caricature romanticise romanticize lionise
   lionize discount disregard glorify`.split(/\s+/),
);

/** "It was announced that …": by nobody in particular, whatever the verb of saying. */
function isItThat({ tokens }: Period, group: VerbGroup, next: string): boolean {
  return (
    next === 'that' && tokens[group.from - 1]?.lower === 'it' && framesOf(group.lemma).has('clause')
  );
}

/** "is believed to …", "was told that …", "was condemned by X". */
export function readPassive(reading: Reading, group: VerbGroup): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const next = group.to + 1;
  const word = tokens[next]?.lower ?? '';
  if (quoted[next] !== undefined && quoted[next] === -1 && word === 'by') {
    return readBy(reading, group);
  }
  if (word === 'for' && CRITICISED.has(group.lemma)) return readCriticised(reading, group);
  const isViewedAs = word === 'as' && isViewed(group.lemma);
  if (!BELIEVED.has(group.lemma) && !isViewedAs && !isItThat(period, group, word)) {
    if (!/^(?:that|to|whether)$/.test(word) || !TOLD.has(group.lemma)) return null;
    const told = subjectBefore(period, group.from);
    const frame = complete(reading, group, null, 'says');
    return frame === null ? null : { ...frame, rule: 'passive-told', addressee: told };
  }
  const subject = subjectBefore(period, group.from);
  if (group.lemma === 'know' && word === 'as') return null;
  const isNamed = /^(?:call|label|brand|dub)$/.test(group.lemma);
  if (isNamed && word === 'to') return null;
  const takes =
    ['to', 'as', 'that', 'of'].includes(word) ||
    group.lemma === 'consider' ||
    group.lemma === 'deem' ||
    (isNamed && (tokens[next]?.tag === 'DET' || (quoted[next] ?? -1) !== -1));
  if (subject === null || !takes || tokens[subject.from]!.lower === 'there') return null;
  const from = word === 'as' || word === 'of' || word === 'that' ? next + 1 : next;
  const manner = { isFronted: isFronted(reading, group, subject), isPhrase: false };
  const rest = trimmed(period, { from, to: contentEnd(period, from, groups, manner) });
  if (rest === null) return null;
  const named = isNamed || word === 'as' || word === 'of' ? byAtEnd(period, rest) : null;
  if (named !== null) {
    const content = [subject, { from: rest.from, to: named.from - 2 }];
    const cue = isNamed ? group : { from: group.from, to: next };
    return { rule: 'passive-by', cue, source: named, addressee: null, content };
  }
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
