import { addresseeAt, isStop, skipAdjunct } from './adjuncts';
import { behindCircumstance, behindInsertion, behindPlace, behindTopic } from './content-start';
import { beginsClause, contentEnd, trimmed, type Manner } from './content';
import { isDash } from './dashes';
import { leftContent } from './content-before';
import { hasFiniteVerb, type Frame, type Reading } from './frame';
import { isFronted } from './fronted';
import { framesOf, isThought } from './lexicon';
import { readTalk } from './frames-talk';
import { asksBehind, listenerBehind } from './listeners';
import type { TokenRange } from './noun-phrases';
import { isTitle, type Period } from './periods';
import type { RuleName } from './rules';
import type { VerbGroup } from './verb-groups';
import type { Frame as VerbFrame } from './verbs';
import { saysNothing } from './says-nothing';
import { isEvidence } from './who-speaks';
import { lacksSpeaker } from './needed-source';
import { isWhenSaid } from './where-said';
import { withinSubject } from './within-subject';

/** Finds what a verb with its source gives as content, behind it or before. */
export function complete(
  reading: Reading,
  group: VerbGroup,
  source: TokenRange | null,
  order: 'says' | 'participle',
): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const frames = framesOf(group.lemma);
  if (lacksSpeaker(period, group, source)) return null;
  let at = group.to + 1;
  let addressee: TokenRange | null = null;
  const isTelling = frames.has('asked') && (frames.has('clause') || frames.has('asked'));
  const adjunct = skipAdjunct(period, at);
  const subjectFrom = source === null ? group.from : Math.min(source.from, group.from);
  const leftQuote = quoteBefore(period, subjectFrom);
  const goesOn = tokens[adjunct]?.lower === ',' && (quoted[adjunct + 1] ?? -1) !== -1;
  const atEnd = isStop(period, adjunct) || goesOn;
  const says = frames.has('clause') || frames.has('speech') || isTelling;
  const isSaidBefore =
    leftQuote &&
    order === 'says' &&
    (says || atEnd || group.particle !== null) &&
    !isOpeningPhrase(reading, subjectFrom, adjunct);
  if (
    isSaidBefore &&
    (atEnd || isTelling || endsOpen(period, subjectFrom) || !startsContent(period, at))
  ) {
    if (isTelling && !atEnd) addressee = addresseeAt(period, at);
    const content = leftContent(
      reading,
      subjectFrom - 1,
      addressee?.to ?? skipAdjunct(period, at) - 1,
    );
    if (content !== null) return { rule: 'quote-says', cue: group, source, addressee, content };
  }
  if (isTelling && group.particle === null && !['that', ':'].includes(tokens[at]?.lower ?? '')) {
    const object = addresseeAt(period, at);
    if (object !== null) {
      const next = skipAdjunct(period, object.to + 1);
      const word = tokens[next]?.lower ?? '';
      const isClause =
        word === 'that' ||
        (quoted[next] ?? -1) !== -1 ||
        word === ':' ||
        (word === ',' && (quoted[next + 1] ?? -1) !== -1) ||
        (frames.has('clause') &&
          ['PRON', 'DET', 'PROPN', 'NOUN', 'ADJ', 'NUM'].includes(tokens[next]?.tag ?? ''));
      const isTell = [
        'tell',
        'remind',
        'inform',
        'assure',
        'notify',
        'convince',
        'warn',
        'alert',
        'promise',
        'advise',
        'ask',
      ].includes(group.lemma);
      if (
        isTell &&
        (isClause ||
          [
            'how',
            'why',
            'what',
            'whether',
            'if',
            'where',
            'when',
            'who',
            'about',
            'of',
            'to',
          ].includes(word))
      ) {
        const isAnyone = word === 'who' && ANYONE.test(tokens[object.to]!.lower);
        if (!isAnyone && !(word === 'to' && group.lemma !== 'tell')) {
          addressee = object;
          at = next;
        }
      } else if (
        isTell &&
        group.lemma !== 'promise' &&
        isStop(period, next) &&
        !asksBehind(period, next)
      ) {
        addressee = object;
        at = next;
      }
    }
  }
  const isInserted =
    order === 'participle' &&
    tokens[group.from - 1]?.lower === ',' &&
    !hasFiniteVerb(groups, 0, group.from - 1);
  const listener = listenerBehind(period, group);
  if (listener !== null && (frames.has('clause') || frames.has('speech'))) {
    addressee = listener;
    at = listener.to + 1;
  }
  const opens = isInserted || isFronted(reading, group, source);
  const talk = source === null ? null : readTalk(reading, group, source, opens);
  if (talk !== null || (frames.size === 0 && group.particle === null)) return talk;
  const manner = (isPhrase: boolean): Manner => ({ isFronted: opens, isPhrase });
  let from = skipAdjunct(period, at);
  if (frames.has('clause') && order === 'says') from = behindInsertion(period, from);
  if (isStop(period, from)) {
    if (order === 'participle' || !(frames.has('clause') || frames.has('speech'))) return null;
    const closes = tokens[subjectFrom - 1]?.lower ?? '';
    if (closes !== ',' && !isDash(closes)) return null;
    const content = leftContent(reading, subjectFrom - 1, from - 1);
    return content === null
      ? null
      : { rule: 'clause-says', cue: group, source, addressee, content };
  }
  let rule: RuleName = 'says-clause';
  while (
    from < tokens.length &&
    quoted[from] === -1 &&
    (tokens[from]!.lower === ':' || tokens[from]!.lower === ',')
  )
    from++;
  from = behindTopic(period, frames.has('action') ? behindCircumstance(period, from) : from);
  if (frames.has('clause') && !isThought(group.lemma)) from = behindPlace(period, from);
  if (opensThatClause(reading, group, from)) {
    rule = 'says-that';
    from++;
    if (tokens[from]?.lower === ',') from++;
  }
  if (from >= tokens.length) return null;
  if (quoted[from] !== -1) {
    rule = 'says-quote';
  } else if (rule !== 'says-that') {
    if (frames.size === 1 && frames.has('speech') && group.particle === null) return null;
    const word = tokens[from]!;
    if (word.lower === 'to' || (word.lower === 'not' && tokens[from + 1]?.lower === 'to')) {
      if (!frames.has('action') && !frames.has('asked') && addressee === null) return null;
      rule = 'wants-to';
    } else if (group.particle !== null && addressee === null) rule = 'says-object';
    else if (frames.has('asked') && !frames.has('clause')) rule = 'asks-to';
    else if (
      opensQuestion(frames, word.lower) ||
      (frames.has('clause') &&
        hasFiniteVerb(groups, from + 1, contentEnd(period, from, groups, manner(false))) &&
        (OPENS_CLAUSE.has(word.tag) || WH.has(word.lower) || beginsClause(period, from, groups)))
    )
      rule = 'says-clause';
    else if (
      frames.has('object') ||
      frames.has('named') ||
      frames.has('asked') ||
      (source !== null && FINDS.has(group.lemma) && isEvidence(period, source))
    )
      rule = 'says-object';
    else return null;
    if (rule === 'asks-to' && !hasTo(period, from)) {
      if (!frames.has('object') && !frames.has('named')) return null;
      rule = 'says-object';
    }
  }
  const kind = rule;
  if (order === 'participle') rule = 'participle';
  const isPhrase = !['says-that', 'says-clause'].includes(kind) && quoted[from] === -1;
  const end =
    quoted[from] !== -1
      ? quoteEnd(reading, from)
      : contentEnd(period, from, groups, manner(isPhrase));
  const isAct =
    kind === 'says-object' &&
    !frames.has('action') &&
    !frames.has('asked') &&
    group.particle !== 'for';
  const whole = trimmed(period, { from, to: isAct ? beforeWhenSaid(period, from, end) : end });
  const content =
    whole !== null && quoted[from] === -1 && opensSubject(period, source)
      ? withinSubject(reading, source.from, whole, isPhrase ? 0 : 1)
      : whole;
  if (content === null || saysNothing(period, group, content)) return null;
  const pieces = kind === 'asks-to' ? withoutTime(period, content) : [content];
  return { rule, cue: group, source, addressee, content: pieces };
}

/** The last token before it is told when and where something was said. */
function beforeWhenSaid(period: Period, from: number, to: number): number {
  for (let at = from + 1; at <= to; at++) if (isWhenSaid(period, at)) return at - 1;
  return to;
}

/** "People who …": a relative clause that no comma parts from the noun before it. */
function opensSubject({ tokens }: Period, source: TokenRange | null): source is TokenRange {
  if (source === null || source.from !== source.to) return false;
  const isRelative = /^(?:who|that|which)$/.test(tokens[source.from]!.lower);
  return isRelative && /^(?:NOUN|PROPN|PRON|DET|ADJ)$/.test(tokens[source.from - 1]?.tag ?? '');
}

/** "pressed {the council} on Friday {to pay}": when it was asked is no part of what was. */
function withoutTime(period: Period, content: TokenRange): readonly TokenRange[] {
  const asked = addresseeAt(period, content.from);
  if (asked === null || asked.to >= content.to) return [content];
  const to = skipAdjunct(period, asked.to + 1);
  const isCut = to > asked.to + 1 && to < content.to && period.tokens[to]!.lower === 'to';
  return isCut ? [asked, { from: to, to: content.to }] : [content];
}

/** "said that the wall held", but not "declined that offer", which is no clause. */
function opensThatClause({ period, groups }: Reading, { lemma }: VerbGroup, at: number): boolean {
  const { tokens, quoted } = period;
  if (tokens[at]?.lower !== 'that' || quoted[at] !== -1) return false;
  const frames = framesOf(lemma);
  if (frames.has('clause')) return true;
  return (
    (frames.has('that') || !frames.has('action')) &&
    hasFiniteVerb(groups, at + 2, endOfClause(period, at))
  );
}

/** The last token before a comma, behind which nothing belongs to "that" any more. */
function endOfClause({ tokens, quoted }: Period, at: number): number {
  const comma = tokens.findIndex(({ lower }, to) => to > at && lower === ',' && quoted[to] === -1);
  return comma < 0 ? tokens.length - 1 : comma;
}

/** "In “Harbour Nights,” Orm said the wall held": the quotation is part of a phrase that opens the sentence. */
function isOpeningPhrase({ period, groups }: Reading, before: number, behind: number): boolean {
  const { tokens, quoted, quotes, opening } = period;
  if (tokens[opening]?.tag !== 'ADP' || quoted[opening] !== -1) return false;
  const quote = quotes[quoted[before - 1] ?? -1];
  if (quote !== undefined && isTitle(period, quote) && !isStop(period, behind)) return true;
  const isThat = tokens[behind]?.lower === 'that';
  return (
    !hasFiniteVerb(groups, opening, before - 1) &&
    quoted[behind] === -1 &&
    (isThat || beginsClause(period, behind, groups))
  );
}

const ANYONE = /^(?:anyone|anybody|everyone|everybody|those|people)$/;

/** What a study does with a result, and a person with a thing. */
const FINDS = new Set('find show'.split(' '));

const OPENS_CLAUSE: ReadonlySet<string> = new Set(['SCONJ', 'ADP', 'ADV']);

/** "debated whether to go", "examined how it came": the verb takes a question, and no other clause. */
function opensQuestion(frames: ReadonlySet<VerbFrame>, lower: string): boolean {
  if (frames.has('that')) return /^(?:whether|how|why|if)$/.test(lower);
  return frames.has('clause') && lower === 'whether';
}

const WH = new Set('what how why whether who where when which if'.split(' '));

/** A quotation's end; with the words that go on with it: "“A” and “B” in the town". */
function quoteEnd({ period, groups }: Reading, from: number): number {
  const quote = period.quotes[period.quoted[from]!]!;
  const next = period.tokens[quote.to + 1];
  const closes = period.tokens[quote.to - 1];
  if (next === undefined || next.tag === 'PUNCT') return quote.to;
  if (closes !== undefined && /^[.?!]$/.test(closes.lower)) return quote.to;
  if (closes?.lower === ',' && opensAnew(period, quote.to + 1, groups)) return quote.to;
  if (next.tag === 'SCONJ' && next.lower !== 'that') return quote.to;
  return contentEnd(period, from, groups);
}

/** A clause, or the verb of one that a relative clause stood in: "the report, which Orm called “a farce,” was old". */
function opensAnew(period: Period, at: number, groups: readonly VerbGroup[]): boolean {
  const isVerb = groups.some(({ from, form }) => from === at && /^(?:finite|passive)$/.test(form));
  return isVerb || beginsClause(period, at, groups);
}

function hasTo(period: Period, from: number): boolean {
  for (let at = from; at < Math.min(period.tokens.length, from + 18); at++) {
    if (period.tokens[at]!.lower !== 'to' || period.quoted[at] !== -1) continue;
    if (/^(?:VERB|AUX|ADV)$/.test(period.tokens[at + 1]?.tag ?? 'VERB')) return true;
    if ((period.quoted[at + 1] ?? -1) !== -1) return true;
  }
  return false;
}

function startsContent(period: Period, at: number): boolean {
  const from = skipAdjunct(period, at);
  const token = period.tokens[from];
  if (token === undefined || isStop(period, from)) return false;
  return period.quoted[from] !== -1 || token.lower === 'that' || token.tag !== 'ADP';
}

/** A quotation that ends with a comma or a question has its speaker behind it. */
function endsOpen({ tokens, quoted, quotes }: Period, at: number): boolean {
  const quote = quotes[quoted[at - 1] ?? -1];
  return quote !== undefined && /^[,?!—–]$/.test(tokens[quote.to - 1]?.lower ?? '');
}

function quoteBefore(period: Period, at: number): boolean {
  let before = at - 1;
  while (
    before >= 0 &&
    period.quoted[before] === -1 &&
    (/^[,-]$/.test(period.tokens[before]!.lower) || isDash(period.tokens[before]!.lower))
  )
    before--;
  return before >= 0 && period.quoted[before] !== -1;
}
