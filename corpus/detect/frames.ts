import { contentEnd, trimmed } from './content';
import { framesOf } from './lexicon';
import { phraseStartingAt, subjectBefore, type TokenRange } from './noun-phrases';
import type { Period } from './periods';
import type { RuleName } from './rules';
import { verbGroupsOf, type VerbGroup } from './verb-groups';
import { readAccordingTo } from './frames-according';
import { readNounCues } from './frames-nouns';
import { readPassive } from './frames-passive';
import { readHeadline } from './frames-headline';

/** Who says what by which words, in one period; token indices. */
export interface Frame {
  readonly rule: RuleName;
  readonly cue: TokenRange | null;
  readonly source: TokenRange | null;
  readonly addressee: TokenRange | null;
  readonly content: readonly TokenRange[];
}

/** What the readers of constructions share. */
export interface Reading {
  readonly period: Period;
  readonly groups: readonly VerbGroup[];
  /** Frames found so far, in text order of their cues. */
  readonly found: readonly Frame[];
}

/** The attribution frames of one period, in order of their cues. */
export function framesIn(period: Period): readonly Frame[] {
  const groups = verbGroupsOf(period);
  const found: Frame[] = [];
  const reading = { period, groups, found };
  for (const group of groups) {
    const frame = readVerb(reading, group);
    if (frame !== null) found.push(frame);
  }
  found.push(...readAccordingTo(reading), ...readNounCues(reading), ...readHeadline(reading));
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf(frame: Frame): number {
  return frame.cue?.from ?? frame.content[0]!.from;
}

function readVerb(reading: Reading, group: VerbGroup): Frame | null {
  const frames = framesOf(group.lemma);
  if (frames.size === 0 && group.particle === null) return null;
  if (group.form === 'infinitive' || isReducedPassive(reading.period, group)) return null;
  if (group.form === 'passive') return readPassive(reading, group);
  if (group.form === 'participle') return readParticiple(reading, group);
  return readFinite(reading, group);
}

/** "a plan backed by Orm", "gases known as such", "the presumed winner": nobody says anything. */
function isReducedPassive({ tokens, quoted }: Period, group: VerbGroup): boolean {
  if (group.form !== 'finite' || group.from !== group.head) return false;
  const word = tokens[group.head]!.lower;
  if (!/(?:ed|known|seen|found|held|told|thought|felt|written|sought|heard|sworn)$/.test(word))
    return false;
  const before = tokens[group.from - 1];
  const next = tokens[group.to + 1];
  if (before === undefined) return true;
  if (
    before.tag === 'DET' ||
    before.lower === "'s" ||
    (before.tag === 'ADV' && tokens[group.from - 2]?.tag === 'DET')
  )
    return true;
  if (quoted[group.to + 1] !== undefined && quoted[group.to + 1] !== -1) return false;
  if (next === undefined || before.tag === 'PRON') return false;
  if (next.lower === 'by' || (next.lower === 'to' && BARE.has(group.lemma))) return true;
  return next.tag === 'ADP' && BARE.has(group.lemma);
}

/** Verbs that name something behind a noun: "known as", "called", "found in", "expected to". */
const BARE = new Set(
  `know see find hold maintain back regard view aim describe report request allow advise expect
   consider deem post publish mention cite list propose require`.split(/\s+/),
);

function readFinite(reading: Reading, group: VerbGroup): Frame | null {
  const { period } = reading;
  const isInverted = invertedSource(reading, group);
  if (isInverted !== null) return isInverted;
  const source = subjectBefore(period, group.from) ?? coordinatedSource(reading, group);
  if (source === null) return null;
  return complete(reading, group, source, 'says');
}

/** "…, adding that …": the source is who spoke or acted last in this sentence. */
function readParticiple(reading: Reading, group: VerbGroup): Frame | null {
  const { period } = reading;
  const before = period.tokens[group.from - 1];
  const follows =
    before === undefined ||
    before.tag === 'PUNCT' ||
    before.tag === 'CCONJ' ||
    period.quoted[group.from - 1] !== -1 ||
    before.lower === 'while' ||
    before.lower === 'by' ||
    before.lower === 'after' ||
    before.lower === 'before';
  if (follows) {
    const source = inheritedSource(reading, group);
    return complete(reading, group, source, 'participle');
  }
  if (before.tag === 'ADP' || before.tag === 'DET' || before.tag === 'ADJ') return null;
  const source = subjectBefore(period, group.from);
  return source === null ? null : complete(reading, group, source, 'participle');
}

/** "A and said B": the second cue has the first one's source. */
function coordinatedSource(reading: Reading, group: VerbGroup): TokenRange | null {
  const before = reading.period.tokens[group.from - 1];
  if (before?.tag !== 'CCONJ' && before?.lower !== ',' && before?.lower !== 'then') return null;
  return inheritedSource(reading, group);
}

/** Who spoke or acted last before a verb group in its period. */
export function inheritedSource(
  { period, groups, found }: Reading,
  group: VerbGroup,
): TokenRange | null {
  const spoken = found
    .filter((frame) => frame.source !== null && placeOf(frame) < group.from)
    .at(-1);
  if (spoken?.source) return spoken.source;
  for (const earlier of groups) {
    if (earlier.from >= group.from) break;
    if (earlier.form === 'infinitive' || earlier.form === 'participle') continue;
    const subject = subjectBefore(period, earlier.from);
    if (subject !== null) return subject;
  }
  return null;
}

/** "“Q,” said X, long apposition." and "the wall held, said X." */
function invertedSource(reading: Reading, group: VerbGroup): Frame | null {
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  if (!framesOf(group.lemma).has('clause') && !framesOf(group.lemma).has('speech')) return null;
  const before = tokens[group.from - 1];
  if (before === undefined) return null;
  const afterQuote = quoted[group.from - 1] !== -1;
  if (!afterQuote && before.lower !== ',' && before.lower !== '—' && before.lower !== '–')
    return null;
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

function hasFiniteVerb(groups: readonly VerbGroup[], from: number, to: number): boolean {
  return groups.some(
    (group) =>
      group.from >= from &&
      group.head <= to &&
      group.form !== 'infinitive' &&
      group.form !== 'participle',
  );
}

/** The words before "said X" or "X said": the quotation there, or the clause; with what follows. */
function leftContent(reading: Reading, at: number, after: number): readonly TokenRange[] | null {
  const { period } = reading;
  const { quoted, quotes, tokens } = period;
  let end = at;
  while (end >= 0 && quoted[end] === -1 && /^[,—–-]$/.test(tokens[end]!.lower)) end--;
  if (end < 0) return null;
  const from = clauseStart(reading, end);
  const left = trimmed(period, { from, to: end });
  if (left === null) return null;
  if (quoted[end] !== -1) {
    const quote = quotes[quoted[end]!]!;
    const whole = period.tokens
      .slice(left.from, quote.from)
      .some((token) => token.tag !== 'PUNCT' && token.tag !== 'CCONJ');
    const first = whole ? left.from : quote.from;
    return [{ from: first, to: quote.to }, ...quoteAfter(period, after)];
  }
  return left.to - left.from < 1 ? null : [left, ...clauseAfter(reading, after)];
}

/** A quotation that goes on behind "she said": "…," she said, "…". */
function quoteAfter(period: Period, after: number): readonly TokenRange[] {
  const { quoted, quotes, tokens } = period;
  let at = after + 1;
  while (
    at < tokens.length &&
    quoted[at] === -1 &&
    (tokens[at]!.lower === ',' ||
      tokens[at]!.lower === '.' ||
      tokens[at]!.lower === ':' ||
      tokens[at]!.lower === '—')
  )
    at++;
  if (at >= tokens.length || quoted[at] === -1) return [];
  const quote = quotes[quoted[at]!]!;
  return quote.from === at ? [{ from: quote.from, to: quote.to }] : [];
}

/** "The wall, he said, would hold." */
function clauseAfter({ period, groups }: Reading, after: number): readonly TokenRange[] {
  if (period.tokens[after + 1]?.lower !== ',') return [];
  const from = after + 2;
  if (from >= period.tokens.length) return [];
  const first = period.tokens[from]!;
  if (first.tag === 'VERB' && first.lower.endsWith('ing')) return [];
  if (
    [
      'who',
      'which',
      'but',
      'and',
      'where',
      'as',
      'while',
      'though',
      'although',
      'in',
      'after',
      'referring',
    ].includes(first.lower)
  )
    return [];
  const rest = trimmed(period, { from, to: contentEnd(period, from, groups) });
  return rest === null || rest.to - rest.from < 2 ? [] : [rest];
}

/** Where the clause that ends at `end` begins: the period's start, or behind an earlier frame. */
function clauseStart({ period, found }: Reading, end: number): number {
  const { tokens, quoted } = period;
  let from = 0;
  for (let at = end; at >= 0; at--) {
    if (quoted[at] === -1 && tokens[at]!.lower === ';') {
      from = at + 1;
      break;
    }
  }
  for (const frame of found) {
    const last = Math.max(frame.cue?.to ?? 0, frame.source?.to ?? 0);
    if (last < end && last + 1 > from && frame.content.every(({ to }) => to <= last))
      from = last + 1;
  }
  while (
    from < end &&
    quoted[from] === -1 &&
    ((tokens[from]!.tag === 'PUNCT' && tokens[from]!.lower !== '(') ||
      tokens[from]!.tag === 'CCONJ')
  )
    from++;
  return from;
}

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
  let at = group.to + 1;
  let addressee: TokenRange | null = null;
  const isTelling = frames.has('asked') && (frames.has('clause') || frames.has('asked'));
  const adjunct = skipAdjunct(period, at);
  const subjectFrom = source === null ? group.from : Math.min(source.from, group.from);
  const leftQuote = quoteBefore(period, subjectFrom);
  const goesOn = tokens[adjunct]?.lower === ',' && (quoted[adjunct + 1] ?? -1) !== -1;
  const atEnd = isStop(period, adjunct) || goesOn;
  if (leftQuote && order === 'says' && (atEnd || isTelling || !startsContent(period, at))) {
    if (isTelling && !atEnd) addressee = addresseeAt(period, at);
    const content = leftContent(
      reading,
      subjectFrom - 1,
      addressee?.to ?? skipAdjunct(period, at) - 1,
    );
    if (content !== null) return { rule: 'quote-says', cue: group, source, addressee, content };
  }
  if (isTelling && !(group.particle === null && ['that', ':'].includes(tokens[at]?.lower ?? ''))) {
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
        if (!(word === 'to' && group.lemma !== 'tell')) {
          addressee = object;
          at = next;
        }
      }
    }
  }
  let from = skipAdjunct(period, at);
  if (isStop(period, from)) {
    if (order === 'participle' || !(frames.has('clause') || frames.has('speech'))) return null;
    if (tokens[subjectFrom - 1]?.lower !== ',') return null;
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
  if (tokens[from] !== undefined && quoted[from] === -1 && tokens[from]!.lower === 'that') {
    rule = 'says-that';
    from++;
    if (tokens[from]?.lower === ',') from++;
  }
  if (from >= tokens.length) return null;
  if (quoted[from] !== -1) {
    rule = 'says-quote';
    if (order === 'participle') rule = 'participle';
  } else if (frames.size === 1 && frames.has('speech')) return null;
  else if (rule !== 'says-that') {
    const word = tokens[from]!;
    if (word.lower === 'to') {
      if (!frames.has('action') && !frames.has('asked') && addressee === null) return null;
      rule = 'wants-to';
    } else if (group.particle !== null) rule = 'says-object';
    else if (frames.has('asked') && !frames.has('clause')) rule = 'asks-to';
    else if (
      frames.has('clause') &&
      hasFiniteVerb(groups, from + 1, contentEnd(period, from, groups))
    )
      rule = 'says-clause';
    else if (frames.has('object') || frames.has('named') || frames.has('asked'))
      rule = 'says-object';
    else return null;
    if (rule === 'asks-to' && !hasTo(period, from)) {
      if (!frames.has('object') && !frames.has('named')) return null;
      rule = 'says-object';
    }
  }
  if (order === 'participle') rule = 'participle';
  const end = quoted[from] !== -1 ? quoteEnd(reading, from) : contentEnd(period, from, groups);
  const content = trimmed(period, { from, to: end });
  if (content === null) return null;
  return { rule, cue: group, source, addressee, content: [content] };
}

/** A quotation's end; with the words that go on with it: "“A” and “B” in the town". */
function quoteEnd({ period, groups }: Reading, from: number): number {
  const quote = period.quotes[period.quoted[from]!]!;
  const next = period.tokens[quote.to + 1];
  const closes = period.tokens[quote.to - 1];
  if (next === undefined || next.tag === 'PUNCT') return quote.to;
  if (closes !== undefined && /^[.?!]$/.test(closes.lower)) return quote.to;
  if (next.tag === 'SCONJ' && next.lower !== 'that') return quote.to;
  return contentEnd(period, from, groups);
}

function hasTo(period: Period, from: number): boolean {
  for (let at = from; at < Math.min(period.tokens.length, from + 18); at++) {
    if (period.tokens[at]!.lower === 'to' && period.quoted[at] === -1) return true;
  }
  return false;
}

function startsContent(period: Period, at: number): boolean {
  const from = skipAdjunct(period, at);
  const token = period.tokens[from];
  if (token === undefined || isStop(period, from)) return false;
  return period.quoted[from] !== -1 || token.lower === 'that' || token.tag !== 'ADP';
}

function quoteBefore(period: Period, at: number): boolean {
  let before = at - 1;
  while (
    before >= 0 &&
    period.quoted[before] === -1 &&
    /^[,—–-]$/.test(period.tokens[before]!.lower)
  )
    before--;
  return before >= 0 && period.quoted[before] !== -1;
}

/** The end of the period, or a mark that closes what was begun. */
function isStop(period: Period, at: number): boolean {
  const token = period.tokens[at];
  if (token === undefined) return true;
  if (period.quoted[at] !== -1) return false;
  if (token.lower === ',') return (period.quoted[at + 1] ?? -1) === -1;
  return /^[.?!;…)—–]+$/.test(token.lower);
}

const ADJUNCT_NOUNS =
  /^(?:statement|interview|interviews|speech|letter|email|e-mail|post|tweet|tweets|report|conference|briefing|television|tv|radio|phone|facebook|twitter|testimony|filing|article|column|blog|video|remarks|call|message|hearing|rally|debate|event|forum|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|january|february|march|april|may|june|july|august|september|october|november|december|week|month|year|morning|evening|night|afternoon|weekend|day|earlier|ago|court|affidavit|memo|note|response|reply|part|reference|\d{4})$/;

/** The token behind "on Friday", "in an interview with the Courier", "last week". */
export function skipAdjunct(period: Period, from: number): number {
  const { tokens, quoted } = period;
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || quoted[at] !== -1) return at;
    const end = adjunctEnd(period, at);
    if (end === null) return at;
    at = end + 1;
  }
}

function adjunctEnd(period: Period, at: number): number | null {
  const { tokens, quoted } = period;
  const token = tokens[at]!;
  if (
    /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight|earlier|recently|later|afterwards?|publicly|repeatedly|again|simply|flatly|bluntly|sarcastically)$/.test(
      token.lower,
    )
  )
    return at;
  if (token.lower === ',' && tokens[at + 2]?.lower === ',' && tokens[at + 1]!.tag === 'ADV')
    return at + 2;
  const opens =
    token.tag === 'ADP' ||
    token.lower === 'last' ||
    token.lower === 'this' ||
    token.lower === 'earlier' ||
    (token.lower === ',' && tokens[at + 1]?.tag === 'ADP' && (quoted[at + 1] ?? -1) === -1);
  if (!opens || token.lower === 'to') return null;
  let hit = -1;
  const first = token.lower === ',' ? at + 2 : at + 1;
  for (let next = first; next < Math.min(tokens.length, at + 14); next++) {
    const word = tokens[next]!;
    if (quoted[next] !== -1) break;
    if (
      word.tag === 'VERB' ||
      word.tag === 'AUX' ||
      word.lower === 'that' ||
      (word.tag === 'PUNCT' && hit < 0)
    )
      break;
    if (['he', 'she', 'they', 'it', 'we'].includes(word.lower)) break;
    if (ADJUNCT_NOUNS.test(word.lower)) {
      hit = next;
      if (tokens[next + 1]?.tag !== 'ADP') break;
    } else if (word.tag === 'PUNCT') break;
    else if (hit >= 0 && (word.tag === 'NOUN' || word.tag === 'PROPN')) {
      hit = next;
      if (!['ADP', 'NOUN', 'PROPN', 'PART'].includes(tokens[next + 1]?.tag ?? '')) break;
    } else if (hit >= 0 && !['ADP', 'DET', 'ADJ', 'NUM', 'PART'].includes(word.tag)) break;
  }
  if (hit < 0) return null;
  return token.lower === ',' && tokens[hit + 1]?.lower === ',' ? hit + 1 : hit;
}

/** Who is told or asked: the noun phrase right behind the verb. */
export function addresseeAt(period: Period, from: number): TokenRange | null {
  const { tokens, quoted } = period;
  const first = tokens[from];
  if (first === undefined || quoted[from] !== -1) return null;
  if (!['NOUN', 'PROPN', 'PRON', 'DET', 'ADJ', 'NUM'].includes(first.tag)) return null;
  if (
    ['that', 'what', 'how', 'why', 'whether', 'he', 'she', 'they', 'there', 'we', 'i'].includes(
      first.lower,
    )
  )
    return null;
  if (
    ['him', 'her', 'me', 'us', 'them', 'you', 'it'].includes(first.lower) &&
    tokens[from + 1]?.tag !== 'NOUN'
  )
    return { from, to: from };
  let to = from;
  for (let at = from + 1; at < tokens.length; at++) {
    const { tag, lower } = tokens[at]!;
    if (quoted[at] !== -1 || lower === 'that' || lower === 'to') break;
    const goesOn =
      ['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(tag) ||
      lower === "'s" ||
      lower === 'of' ||
      lower === 'and' ||
      (lower === 'the' && ['of', 'and'].includes(tokens[at - 1]!.lower));
    if (!goesOn) break;
    if (ADJUNCT_NOUNS.test(lower) && at > from) break;
    to = at;
  }
  while (to > from && ['of', 'and'].includes(tokens[to]!.lower)) to--;
  return { from, to };
}
