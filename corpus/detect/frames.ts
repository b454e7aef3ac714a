import { skipAdjunct } from './adjuncts';
import { complete } from './complete';
import { doubtOf, type Doubt } from './doubts';
import { leftContent } from './content-before';
import { hasFiniteVerb, inheritedSource, placeOf, type Frame, type Reading } from './frame';
import { readAccordingTo, readInView } from './frames-according';
import { readAs, readOpening } from './frames-as';
import { readDocument } from './frames-document';
import { readHeadline } from './frames-headline';
import { readLightVerb } from './frames-light';
import { readNounCues } from './frames-nouns';
import { readMoved } from './frames-moved';
import { readPassive, readReduced } from './frames-passive';
import { readObjectBefore, readRelative } from './frames-relative';
import { isTalking } from './frames-talk';
import { framesOf } from './lexicon';
import { withoutOwnViews } from './nested';
import { subjectBefore, type TokenRange } from './noun-phrases';
import { phraseStartingAt } from './phrase-after';
import { TIME_WORDS } from './phrase-start';
import type { Period } from './periods';
import type { Token } from './language';
import { verbGroupsOf, type VerbGroup } from './verb-groups';
import { isSpeaker } from './who-speaks';

/** A frame, and what speaks against it. */
export interface DoubtedFrame extends Frame {
  readonly doubt: Doubt | null;
}

/** The attribution frames of one period, in order of their cues. */
export function framesIn(period: Period): readonly DoubtedFrame[] {
  const groups = verbGroupsOf(period);
  const found: Frame[] = [];
  const reading = { period, groups, found };
  for (const group of groups) {
    const frame = readVerb(reading, group);
    if (frame !== null) found.push(frame);
  }
  found.push(...readAccordingTo(reading), ...readInView(reading), ...readNounCues(reading));
  found.push(...readHeadline(reading));
  const frames = withoutOwnViews(
    period,
    found.sort((a, b) => placeOf(a) - placeOf(b)),
  );
  return frames.map((frame) => ({ ...frame, doubt: doubtOf(period, groups, frame, frames) }));
}

function readVerb(reading: Reading, group: VerbGroup): Frame | null {
  const moved = readMoved(reading, group);
  if (moved !== null) return moved;
  const frames = framesOf(group.lemma);
  if (frames.size === 0 && group.particle === null && !isTalking(group.lemma)) return null;
  if (group.form === 'infinitive') return readPurpose(reading, group);
  if (isReducedPassive(reading.period, group)) return readReduced(reading, group);
  if (group.form === 'passive') return readPassive(reading, group);
  if (group.form === 'participle') {
    return readDocument(reading, group) ?? readParticiple(reading, group);
  }
  return readFinite(reading, group);
}

/** Verbs of saying whose words reach somebody: what they are said for is said by them too. */
const OUT_LOUD = new Set(
  `say tell warn accuse announce ask urge demand criticise criticize condemn denounce praise argue explain insist
   deny declare complain admit acknowledge apologise apologize reject claim suggest question propose blame
   defend attack mock reassure assure remind thank congratulate deplore protest confess object discuss debate
   highlight address honor honour celebrate commemorate promote tout`.split(/\s+/),
);

/** "Orm went on air to warn the town": what somebody does in order to say something. */
function readPurpose(reading: Reading, group: VerbGroup): Frame | null {
  const { groups, period } = reading;
  const last = groups.filter(({ to }) => to < group.from).at(-1);
  const caused = last === undefined ? null : causedSource(reading, last, group);
  if (caused !== null) return complete(reading, group, caused, 'participle');
  if (!OUT_LOUD.has(group.lemma)) return null;
  if (last === undefined || last.form === 'infinitive' || last.form === 'passive') return null;
  const isSaid = reading.found.some(({ cue }) => cue !== null && cue.from === last.from);
  if (last.to + 1 === group.from || isSaid) return null;
  const before = period.tokens[group.from - 1]!;
  const isLate = TIME_WORDS.has(before.lower) || before.lower === 'overnight';
  if (!isLate && before.tag !== 'NOUN' && before.tag !== 'PROPN' && before.tag !== 'PRON')
    return null;
  const source = subjectBefore(period, last.from) ?? inheritedSource(reading, group);
  return source === null ? null : complete(reading, group, source, 'participle');
}

const CAUSING = new Set('lead prompt cause drive spur inspire move provoke'.split(' '));

/** "The flood led the mayor to fear the worst": who is brought to say or think something. */
function causedSource({ period }: Reading, cause: VerbGroup, group: VerbGroup): TokenRange | null {
  if (!CAUSING.has(cause.lemma) || cause.form === 'passive') return null;
  const whole = phraseStartingAt(period, cause.to + 1);
  if (whole === null) return null;
  const source = { from: whole.from, to: Math.min(whole.to, group.from - 1) };
  return skipAdjunct(period, source.to + 1) === group.from ? source : null;
}

/** "a plan backed by Orm", "gases known as such", "the presumed winner": nobody says anything. */
function isReducedPassive({ tokens, quoted }: Period, group: VerbGroup): boolean {
  if (group.form !== 'finite') return false;
  if (tokens[group.from]!.tag === 'ADV' && tokens[group.from - 1]?.tag === 'DET') return true;
  if (group.from !== group.head) return false;
  const word = tokens[group.head]!.lower;
  if (!/(?:ed|known|seen|found|held|told|thought|felt|written|sought|heard|sworn)$/.test(word))
    return false;
  const before = tokens[group.from - 1];
  const isModified = tokens[group.to + 1]?.tag === 'ADV';
  const next = tokens[group.to + (isModified ? 2 : 1)];
  if (before === undefined) return true;
  if (word === 'known' && /^(?:as|for|to|by)$/.test(next?.lower ?? '')) return true;
  if (
    before.tag === 'DET' ||
    before.lower === "'s" ||
    (before.tag === 'ADV' && tokens[group.from - 2]?.tag === 'DET')
  )
    return true;
  if (quoted[group.to + 1] !== undefined && quoted[group.to + 1] !== -1) return false;
  if (next === undefined || before.tag === 'PRON') return false;
  if (next.lower === 'by' || (next.lower === 'to' && BARE.has(group.lemma))) return true;
  return next.tag === 'ADP' && before.tag !== 'PROPN' && BARE.has(group.lemma);
}

/** Verbs that name something behind a noun: "known as", "called", "found in", "expected to". */
const BARE = new Set(
  `know see find hold maintain back regard view aim describe report request allow advise expect
   consider deem post publish mention cite list propose require accuse`.split(/\s+/),
);

function readFinite(reading: Reading, group: VerbGroup): Frame | null {
  const { period } = reading;
  const isInverted = invertedSource(reading, group);
  if (isInverted !== null) return isInverted;
  const source = subjectBefore(period, group.from) ?? coordinatedSource(reading, group);
  if (source === null) return readOpening(reading, group);
  return (
    readAs(reading, group, source) ??
    readRelative(reading, group, source) ??
    readObjectBefore(reading, group, source) ??
    readHanded(reading, group) ??
    complete(reading, group, source, 'says')
  );
}

/** "offered an assessment of the plan": what says something is the noun, and the verb hands it on. */
function readHanded(reading: Reading, group: VerbGroup): Frame | null {
  const isHanding = /^(?:offer|raise|demand|seek|give|feature|contain|express|voice)$/.test(
    group.lemma,
  );
  return isHanding && group.particle === null ? readLightVerb(reading, group) : null;
}

/** "…, adding that …": the source is who spoke or acted last in this sentence. */
function readParticiple(reading: Reading, group: VerbGroup): Frame | null {
  if (group.particle === 'to') return null;
  const { period } = reading;
  const adverb = period.tokens[group.from - 1]?.tag === 'ADV' ? 1 : 0;
  const before = period.tokens[group.from - 1 - adverb];
  const follows =
    before === undefined ||
    before.tag === 'PUNCT' ||
    before.tag === 'CCONJ' ||
    period.quoted[group.from - 1 - adverb] !== -1 ||
    before.lower === 'while' ||
    before.lower === 'by' ||
    before.lower === 'after' ||
    before.lower === 'before' ||
    before.lower === 'without' ||
    before.lower === 'despite' ||
    (before.lower === 'in' && group.from - 1 - adverb <= period.opening);
  if (follows) {
    const source = inheritedSource(reading, group) ?? mainSubject(reading, group);
    return complete(reading, { ...group, from: group.from - adverb }, source, 'participle');
  }
  if (group.lemma === 'say' && opensWords(period, group.to + 1)) {
    const source = inheritedSource(reading, group);
    return source === null ? null : complete(reading, group, source, 'participle');
  }
  if (isDoneIn(reading, group, before)) {
    const source = isHeldAt(reading, group) ? null : inheritedSource(reading, group);
    return source !== null && isSpeaker(period, source)
      ? complete(reading, group, source, 'participle')
      : null;
  }
  if (/^(?:ADP|DET|ADJ|VERB)$/.test(before.tag)) return null;
  const source = subjectBefore(period, group.from);
  return source === null ? null : complete(reading, group, source, 'participle');
}

/** "joined Vale in condemning it", "spent the day attacking it", "found herself defending it": the sentence's subject does it. */
function isDoneIn({ period }: Reading, group: VerbGroup, { lower, tag }: Token): boolean {
  if (!OUT_LOUD.has(group.lemma)) return false;
  const isBehind = lower === 'in' || lower === 'busy' || /sel(?:f|ves)$/.test(lower);
  const isTime = tag === 'NOUN' && SPENT.test(lower) && period.tokens[group.from - 2] !== undefined;
  return isBehind || isTime;
}

/** Whether a verb stands in what somebody says, as far as it is read. */
function isHeldAt({ found }: Reading, group: VerbGroup): boolean {
  return found.some(({ content }) =>
    content.some(({ from, to }) => from <= group.from && group.to <= to),
  );
}

const SPENT =
  /^(?:days?|weeks?|months?|years?|hours?|minutes|decades?|time|career|life|morning|afternoon|evening|night|weekend)$/;

/** "confirmed this saying it was …": behind any word, where a quotation or a clause follows. */
function opensWords({ tokens, quoted }: Period, at: number): boolean {
  const next = tokens[at];
  return (
    next !== undefined && (quoted[at] !== -1 || /^(?:that|he|she|they|it|there)$/.test(next.lower))
  );
}

/** "Denying the charge, Orm …": who acts in the main clause that a participle opens. */
function mainSubject({ period, groups }: Reading, group: VerbGroup): TokenRange | null {
  if (group.from > period.opening + 1) return null;
  const comma = period.tokens.findIndex(({ lower }, at) => at > group.to && lower === ',');
  const main = groups.find(({ from, form }) => from > comma && /^(?:finite|passive)$/.test(form));
  if (comma < 0 || main === undefined) return null;
  const subject = subjectBefore(period, main.from);
  return subject !== null && subject.from > comma ? subject : null;
}

/** "A and said B": the second cue has the first one's source. */
function coordinatedSource(reading: Reading, group: VerbGroup): TokenRange | null {
  const before = reading.period.tokens[group.from - 1];
  const isJoined = before?.tag === 'CCONJ' || /^(?:,|then|yet)$/.test(before?.lower ?? '');
  if (!isJoined) return null;
  return inheritedSource(reading, group);
}

/** "“Q,” said X, long apposition." and "the wall held, said X." */
function invertedSource(reading: Reading, group: VerbGroup): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  if (!framesOf(group.lemma).has('clause') && !framesOf(group.lemma).has('speech')) return null;
  const before = tokens[group.from - 1];
  if (before === undefined) return null;
  const afterQuote = quoted[group.from - 1] !== -1;
  if (!afterQuote && (before.lower !== ',' || group.from < group.head)) return null;
  const source = phraseStartingAt(period, group.to + 1);
  if (source === null || tokens[source.from]!.lower === 'it') return null;
  if (before.lower === ',' && !afterQuote) {
    const subject = subjectBefore(period, group.from);
    const isFirst = subject !== null && (subject.from <= 1 || quoted[subject.from - 1] !== -1);
    if (isFirst || !hasFiniteVerb(groups, 0, group.from - 1)) return null;
  }
  if (
    !afterQuote &&
    hasFiniteVerb(groups, source.to + 1, tokens.length - 1) &&
    !endsNear(period, source.to)
  )
    return null;
  const content = leftContent(reading, group.from - 1, source.to);
  if (content === null) return null;
  return { rule: 'says-inverted', cue: group, source, addressee: null, content };
}

function endsNear(period: Period, to: number): boolean {
  const next = period.tokens[to + 1];
  return next === undefined || next.tag === 'PUNCT' || next.tag === 'ADP' || next.tag === 'SCONJ';
}
