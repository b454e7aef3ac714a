import { addresseeAt, isStop, skipAdjunct } from './adjuncts';
import { isDash } from './dashes';
import { subjectBefore, type TokenRange } from './noun-phrases';
import { isWhereSaid } from './where-said';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';
import { framesOf } from './lexicon';

const STOP = /^[.?!…]+$/;

/** How the content that begins at a token hangs together with its cue. */
export interface Manner {
  /** Whether the cue stands in a clause before the main one: "Though Orm denied it, he paid." */
  readonly isFronted: boolean;
  /** Whether the content is a noun phrase or "to" with a verb, and no clause of its own. */
  readonly isPhrase: boolean;
}

const PLAIN: Manner = { isFronted: false, isPhrase: false };

/**
 * Where the content that begins at token `from` ends: before the sentence's stop, a semicolon, or
 * the next thing that somebody says in the same sentence.
 */
export function contentEnd(
  period: Period,
  from: number,
  groups: readonly VerbGroup[],
  manner: Manner = PLAIN,
): number {
  const { tokens, quoted } = period;
  for (let at = from; at < tokens.length; at++) {
    if (quoted[at] !== -1) {
      if (at > from && closesBeforeClause(period, at, groups, manner)) return at;
      continue;
    }
    const { lower } = tokens[at]!;
    const ends =
      lower === ';' ||
      (lower === ',' && endsAtComma(period, at, groups, manner)) ||
      (at > from && isCoordinatedCue(period, at, groups, manner)) ||
      (at > from + 1 && isSayingOn(period, at)) ||
      (at > from && endsAtDash(period, from, at, groups, manner)) ||
      (at > from && manner.isPhrase && endsAtClause(period, at, groups)) ||
      (at > from && manner.isPhrase && tokens[from]!.lower !== 'to' && isWhereSaid(period, at));
    if (ends) return trimEnd(period, from, beforeFocus(period, at) - 1);
  }
  return trimEnd(period, from, tokens.length - 1);
}

/** "…, even as the crew left", "…, just as it had": what weighs a clause that says when or why belongs to it. */
function beforeFocus({ tokens, quoted }: Period, at: number): number {
  const isFocus = /^(?:even|just|only|especially|particularly|partly|largely|mainly|not)$/.test(
    tokens[at - 1]?.lower ?? '',
  );
  return isFocus && quoted[at - 1] === -1 && REASONS.has(tokens[at]!.lower) ? at - 1 : at;
}

/** "Mourning the “old wall,” Orm left": a quotation whose last comma has a clause behind it. */
function closesBeforeClause(
  period: Period,
  at: number,
  groups: readonly VerbGroup[],
  { isFronted, isPhrase }: Manner,
): boolean {
  const { tokens, quoted } = period;
  if (quoted[at + 1] !== -1 || tokens[at - 1]?.lower !== ',') return false;
  const isVerb = ({ from, form }: VerbGroup) =>
    from === at + 1 && /^(?:finite|passive)$/.test(form);
  if (isFronted && groups.some(isVerb)) return true;
  if (!isPhrase) return false;
  if (groups.some(({ from, form }) => from === at + 1 && form === 'participle')) return true;
  return beginsClause(period, at + 1, groups);
}

function trimEnd(period: Period, from: number, to: number): number {
  let end = to;
  while (end > from && period.quoted[end] === -1 && isEdge(period.tokens[end]!.lower)) end--;
  return end;
}

function isEdge(lower: string): boolean {
  return STOP.test(lower) || /^[,;:]$/.test(lower) || isDash(lower);
}

/** "…, adding", "…, where", "…, but Vale said", "…, according to": what was said is over. */
function endsAtComma(
  period: Period,
  comma: number,
  groups: readonly VerbGroup[],
  manner: Manner,
): boolean {
  const { tokens } = period;
  const next = tokens[comma + 1];
  if (next === undefined) return true;
  if (ALWAYS_BEHIND.has(next.lower) || isOfWhich(period, comma + 1)) return true;
  if (['which', 'who', 'where', 'whose', 'whom'].includes(next.lower)) {
    return !tokens.slice(comma + 2).some(({ lower }) => lower === ',');
  }
  if (isBetweenAdjectives(tokens, comma)) return false;
  if (manner.isPhrase && isButWith(tokens, comma + 1)) return true;
  if (isMistakenParticiple(tokens, comma + 1)) return true;
  if (manner.isPhrase && isPastParticiple(tokens, comma + 1)) return true;
  const group = groups.find(({ from }) => from > comma);
  if (group === undefined) return false;
  if (closesWithSaying(period, comma, group)) return true;
  if (manner.isFronted && group.from === comma + 1 && /^(?:finite|passive)$/.test(group.form)) {
    return true;
  }
  if ((manner.isFronted || manner.isPhrase) && beginsClause(period, comma + 1, groups)) return true;
  if (group.form === 'participle' && isNextTo(period, comma, group)) {
    return next.lower !== 'including' && !isGerundList(period, comma, groups);
  }
  if (!CLAUSE_LINKS.has(next.lower)) return false;
  if (!manner.isPhrase && JOINS.has(next.lower) && tokens[comma + 2]?.lower === 'that')
    return false;
  if (
    next.lower === 'but' &&
    group.from === group.head &&
    goesOnOtherwise(period, comma, group, groups)
  )
    return true;
  if (manner.isPhrase && beginsClause(period, comma + 2, groups)) return true;
  if (manner.isPhrase && goesOnOtherwise(period, comma, group, groups)) return true;
  const frames = framesOf(group.lemma);
  return (
    group.form === 'finite' &&
    group.from - comma < 12 &&
    (frames.has('clause') || frames.has('asked') || SECOND.has(group.lemma))
  );
}

/** "a slow, half-hearted inquiry": the comma stands between two adjectives of one noun. */
function isBetweenAdjectives(tokens: Period['tokens'], comma: number): boolean {
  const [before, after, noun] = [tokens[comma - 1], tokens[comma + 1], tokens[comma + 2]];
  return before?.tag === 'ADJ' && after?.tag === 'ADJ' && noun?.tag === 'NOUN';
}

/** "…, engaging in a quarrel", "…, looping the streets": which the tagger takes for an adjective or a noun. */
function isMistakenParticiple(tokens: Period['tokens'], at: number): boolean {
  const { tag, lower } = tokens[at]!;
  if (!lower.endsWith('ing') || (tag !== 'ADJ' && tag !== 'NOUN')) return false;
  const next = tokens[at + 1]?.tag ?? '';
  return next === 'DET' || (tag === 'ADJ' && next === 'ADP');
}

/** "a meeting, aimed at peace". */
function isPastParticiple(tokens: Period['tokens'], at: number): boolean {
  const { tag, lower } = tokens[at]!;
  return tag === 'VERB' && lower.endsWith('ed') && tokens[at + 1]?.tag === 'ADP';
}

/** "praised Orm, but with an edge". */
function isButWith(tokens: Period['tokens'], at: number): boolean {
  return tokens[at]!.lower === 'but' && /^with(?:out)?$/.test(tokens[at + 1]?.lower ?? '');
}

/** ", adding", ", even adding": a participle right behind a comma. */
function isNextTo({ tokens }: Period, comma: number, { from }: VerbGroup): boolean {
  return from === comma + 1 || (from === comma + 2 && tokens[comma + 1]!.tag === 'ADV');
}

/** "of burning the mill, sinking boats and cutting the wires": one of several things that are told. */
function isGerundList(period: Period, comma: number, groups: readonly VerbGroup[]): boolean {
  const { tokens } = period;
  const isGerund = ({ form }: VerbGroup) => form === 'participle';
  const first = tokens.some(
    ({ lower }, at) => at < comma && lower.endsWith('ing') && tokens[at - 1]?.tag === 'ADP',
  );
  const rest = groups.filter(({ from }) => from > comma + 1);
  return first && rest.some((group) => isGerund(group) && tokens[group.from - 1]?.lower === 'and');
}

/** "opposes the plan, and regards it as late": the sentence goes on without its object. */
function goesOnOtherwise(
  period: Period,
  comma: number,
  group: VerbGroup,
  groups: readonly VerbGroup[],
): boolean {
  const { tokens } = period;
  const link = tokens[comma + 1]!.lower;
  if (link !== 'and' && link !== 'but') return false;
  const isNext = group.from === comma + 2 && isInflected(period, group);
  return isNext && !isInRelative(period, comma, groups);
}

/** "…, all of which Orm denies". */
function isOfWhich({ tokens }: Period, at: number): boolean {
  return tokens[at + 1]?.lower === 'of' && /^(?:which|whom)$/.test(tokens[at + 2]?.lower ?? '');
}

const ALWAYS_BEHIND = new Set(['according', 'despite', 'although', 'though']);
const CLAUSE_LINKS = new Set('but while although though and as whereas yet'.split(' '));

/** Whether a subject with a finite verb stands at a token. */
export function beginsClause(period: Period, at: number, groups: readonly VerbGroup[]): boolean {
  for (const group of groups) {
    if (group.from <= at || group.form === 'infinitive' || group.form === 'participle') continue;
    const subject = subjectBefore(period, group.from);
    if (subject === null) return false;
    if (isRelative(period, subject, at)) continue;
    return subject.from >= at && subject.from <= at + 1;
  }
  return false;
}

const RELATIVES = new Set(['who', 'which', 'that']);

/** "the man who", but not "…, and that will cost money", where “that” is a thing. */
function isRelative({ tokens }: Period, { from, to }: TokenRange, at: number): boolean {
  const { lower } = tokens[from]!;
  const isThing = lower === 'that' && from === at && tokens[from - 1]?.tag === 'CCONJ';
  return from === to && RELATIVES.has(lower) && !isThing;
}

/** "…, Orm said." behind a statement: the words before it are all that he said. */
function closesWithSaying(period: Period, comma: number, group: VerbGroup): boolean {
  const frames = framesOf(group.lemma);
  const says = frames.has('clause') || frames.has('speech');
  if (group.form !== 'finite' || !says || group.from - comma > 16) return false;
  const told = group.lemma === 'tell' ? addresseeAt(period, group.to + 1) : null;
  if (!isStop(period, skipAdjunct(period, (told ?? group).to + 1))) return false;
  const subject = subjectBefore(period, group.from);
  return subject !== null && subject.from === comma + 1;
}

/** "… and added", "… but said": a second thing said or done by the same source. */
function isCoordinatedCue(
  period: Period,
  at: number,
  groups: readonly VerbGroup[],
  manner: Manner,
): boolean {
  const word = period.tokens[at]!.lower;
  if (word !== 'and' && word !== 'but' && word !== 'yet') return false;
  const isAdverb = /ly$|^(?:also|then|later|now|again|almost)$/.test(
    period.tokens[at + 1]?.lower ?? '',
  );
  const next = isAdverb ? at + 2 : at + 1;
  const group = groups.find(({ from }) => from === at + 1 || from === next);
  if (group === undefined || group.form === 'infinitive') return false;
  if (SECOND.has(group.lemma)) return true;
  const isThat = period.tokens[group.to + 1]?.lower === 'that';
  if (isThat && framesOf(group.lemma).has('clause') && manner.isPhrase) return true;
  return manner.isPhrase && isInflected(period, group) && !isInRelative(period, at, groups);
}

/** "a deal that keeps the peace and eases the pain": the second verb goes on with the clause. */
function isInRelative(period: Period, at: number, groups: readonly VerbGroup[]): boolean {
  const last = groups.filter(({ head, form }) => head < at && form === 'finite').at(-1);
  const before = last === undefined ? undefined : period.tokens[last.from - 1];
  return before !== undefined && RELATIVES.has(before.lower);
}

/** "paid", "pays", "has paid", which agree with a subject; not "pay", which may follow "to", nor "paid by". */
function isInflected({ tokens }: Period, group: VerbGroup): boolean {
  const head = tokens[group.head]!;
  const hasAuxiliary = tokens.slice(group.from, group.head).some(({ tag }) => tag === 'AUX');
  const isDone = group.from === group.head && tokens[group.to + 1]?.lower === 'by';
  return group.form === 'finite' && !isDone && (hasAuxiliary || head.lower !== group.lemma);
}

/** "They were against the plan saying “…”": words that a second cue opens without a comma. */
function isSayingOn({ tokens, quoted }: Period, at: number): boolean {
  if (!/^(?:saying|adding)$/.test(tokens[at]!.lower) || tokens[at - 1]!.tag !== 'NOUN')
    return false;
  return (quoted[at + 1] ?? -1) !== -1 || tokens[at + 1]?.lower === 'that';
}

const SECOND = new Set(
  `say add tell warn claim insist promise vow call accuse ask urge argue suggest deny describe
   announce pledge note express predict`.split(/\s+/),
);

const REASONS = new Set(
  'because since although though as when after before while until once unless if should'.split(' '),
);
const JOINS = new Set('and but yet'.split(' '));

/** "condemned the vote as it was rushed", "… and the crew left": a clause behind a noun phrase says why or what else. */
function endsAtClause(period: Period, at: number, groups: readonly VerbGroup[]): boolean {
  const isComparison =
    period.tokens[at - 2]?.lower === 'as' || /^an?$/.test(period.tokens[at + 1]?.lower ?? '');
  const { lower } = period.tokens[at]!;
  return (
    (JOINS.has(lower) || (REASONS.has(lower) && !isComparison)) &&
    beginsClause(period, at + 1, groups)
  );
}

/** A dash that no second one closes, with a clause or a phrase behind it that nobody said. */
function endsAtDash(
  period: Period,
  from: number,
  at: number,
  groups: readonly VerbGroup[],
  manner: Manner,
): boolean {
  if (!isDash(period.tokens[at]!.lower) || !period.tokens[at]!.spaced) return false;
  const next = period.tokens[at + 1]?.lower ?? '';
  if (beginsBehindDash(period, from)) return true;
  if (manner.isFronted && beginsClause(period, at + 1, groups)) return true;
  if (/^an?$/.test(next) && !closesDash(period, at)) return true;
  return next === 'as' || next === 'and' || next === 'but' || next === 'which' || next === 'who';
}

/** "The vote — critics called it a farce — was over": what is said between dashes ends at the second. */
function beginsBehindDash({ tokens, quoted }: Period, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 8); at--) {
    if (quoted[at] !== -1 || (tokens[at]!.tag === 'PUNCT' && !isDash(tokens[at]!.lower)))
      return false;
    if (isDash(tokens[at]!.lower)) return true;
  }
  return false;
}

/** Whether a dash is the first of two. */
function closesDash({ tokens, quoted }: Period, at: number): boolean {
  return tokens.some(({ lower }, index) => index > at && isDash(lower) && quoted[index] === -1);
}

/** A range without the marks at its edges; null where nothing is left. */
export function trimmed(period: Period, { from, to }: TokenRange): TokenRange | null {
  let first = from;
  while (first <= to && period.quoted[first] === -1 && isEdge(period.tokens[first]!.lower)) first++;
  return first > to ? null : { from: first, to: trimEnd(period, first, to) };
}
