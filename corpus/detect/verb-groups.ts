import { behindDay } from './adjuncts';
import { behindInsertion } from './content-start';
import { framesOf, isCueLemma } from './lexicon';
import { saysAlone, takesParticle, takesSecond } from './particles';
import type { Token } from './language';
import type { Period } from './periods';
import { BE, isVerb, missingVerb, plainLemma } from './main-verbs';

/** A verb with its auxiliaries, negation, adverbs and particle; token indices, both included. */
export interface VerbGroup {
  readonly from: number;
  readonly head: number;
  readonly to: number;
  readonly lemma: string;
  readonly form: 'finite' | 'passive' | 'participle' | 'infinitive';
  /** "for" in "called for". */
  readonly particle: string | null;
}

const CHAINS = new Set(
  `continue go begin start appear seem fail hesitate proceed manage use happen dare come
   keep have try attempt struggle stop`.split(/\s+/),
);

/** "likes to say that …", "refused to say whether …": one cue where what is said follows, else an intention. */
const HALF_CHAINS = new Set('refuse decline like love demand want'.split(' '));

/** Whether a verb makes one cue with the infinitive whose verb stands at `head`. */
function goesOnTo({ tokens, quoted }: Period, lemma: string, head: number): boolean {
  if (!HALF_CHAINS.has(lemma)) return CHAINS.has(lemma);
  const told = lemmaOf(tokens[head]!);
  const frames = framesOf(told);
  if (!frames.has('clause') && !frames.has('speech')) return false;
  const next = tokens[head + 1]?.lower ?? '';
  const isOpened = /^(?:that|whether|if|how|why|what|when|where|who|which|:)$/.test(next);
  const isWithheld =
    /^(?:refuse|decline)$/.test(lemma) && (DISCLOSING.has(told) || takesParticle(told, next));
  return isOpened || isWithheld || (quoted[head + 1] ?? -1) !== -1;
}

/** What somebody refuses to let others know. */
const DISCLOSING = new Set(
  'say tell disclose divulge reveal specify confirm name detail'.split(' '),
);

/** "kept saying", "avoided condemning", "persisted in arguing": with the words between. */
const ASPECTS = new Set(
  `begin start keep continue stop quit cease avoid persist refrain resist finish resume tire`.split(
    ' ',
  ),
);

const ASPECT_LINKS = new Set('in from of on'.split(' '));

const NO_ADVERBS = new Set(
  `when where why how then there here however meanwhile instead yet so thus therefore
   moreover furthermore indeed too perhaps maybe more most very not-`.split(/\s+/),
);

const AUXILIARIES = new Set(
  `be am is are was were been being have has had having do does did will would can could may might
   shall should must 'll 'd 've 're 's 'm ca wo`.split(/\s+/),
);

/** All verb groups outside of quotations, in order, whether they say something or not. */
export function verbGroupsOf(period: Period): readonly VerbGroup[] {
  const groups = groupsWith(period, -1);
  if (period.block.role !== 'paragraph' || groups.some((group) => isMain(period, group)))
    return groups;
  const missing = missingVerb(period);
  return missing < 0 ? groups : groupsWith(period, missing);
}

/** A verb that a sentence can stand on: no infinitive, no participle, and not "obtained by the court". */
function isMain({ tokens }: Period, { form, from, to }: VerbGroup): boolean {
  return (
    form === 'passive' || (form === 'finite' && !(from === to && tokens[to + 1]?.lower === 'by'))
  );
}

/** All verb groups where the token `missing` is a verb too. */
function groupsWith(period: Period, missing: number): readonly VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let at = 0; at < period.tokens.length; at++) {
    if (period.quoted[at] !== -1 || (at !== missing && !isVerb(period, at))) continue;
    const group = groupAt(period, at, groups.at(-1));
    if (groups.at(-1) && group.from <= groups.at(-1)!.head) groups.pop();
    groups.push(group);
    at = group.to;
  }
  return groups;
}

function groupAt(period: Period, head: number, before: VerbGroup | undefined): VerbGroup {
  const { tokens } = period;
  const token = tokens[head]!;
  const first = neitherBefore(period, head);
  let from = first;
  let hasBe = false;
  let hasAux = false;
  let isInfinitive = false;
  for (let at = first - 1; at >= 0 && period.quoted[at] === -1; at--) {
    const word = tokens[at]!;
    if (isAuxiliary(word)) {
      hasAux = true;
      hasBe ||= BE.has(word.lower) && !(word.lower === "'s" && at === head - 1 && isHas(token));
      from = at;
    } else if (word.tag === 'PART' && (word.lower === 'not' || word.lower === "n't")) from = at;
    else if (word.lower === 'not' || word.lower === "n't" || word.lower === 'never') from = at;
    else if (/^(?:further|also)$/.test(word.lower) && hasWordBefore(period, at)) from = at;
    else if (isDegreeBehindVerb(period, at)) from = at;
    else if (word.tag === 'ADV' && !NO_ADVERBS.has(word.lower) && hasWordBefore(period, at)) {
      from = at;
    } else if (word.lower === 'to' && !hasAux) {
      isInfinitive = true;
      from = at;
      if (
        before !== undefined &&
        at === before.to + 1 &&
        goesOnTo(period, before.lemma, head) &&
        isCueLemma(lemmaOf(token)) &&
        (!/^[,.;:?!]$/.test(tokens[head + 1]?.lower ?? '.') ||
          behindInsertion(period, head + 1) > head + 1)
      ) {
        return finish(period, { ...before, head, lemma: lemmaOf(token), particle: null });
      }
      const yet = openingOf(period, at);
      if (yet !== null && isCueLemma(lemmaOf(token))) {
        const lemma = lemmaOf(token);
        return finish(period, { from: yet, head, to: head, lemma, form: 'finite', particle: null });
      }
      break;
    } else break;
  }
  const ing = token.lower.endsWith('ing');
  if (ing && !hasAux && before !== undefined && ASPECTS.has(before.lemma)) {
    const gap = from - before.to;
    const isShort =
      gap === 3 && tokens[from - 1]!.lower === 'of' && tokens[from - 2]!.lower === 'short';
    const isLinked = isShort || (gap === 2 && ASPECT_LINKS.has(tokens[from - 1]!.lower));
    if ((gap === 1 || isLinked) && isCueLemma(lemmaOf(token))) {
      return finish(period, { ...before, head, lemma: lemmaOf(token), particle: null });
    }
  }
  if (ing && !hasAux && before !== undefined && isOverheard(before, from, lemmaOf(token))) {
    return finish(period, {
      ...before,
      head,
      lemma: lemmaOf(token),
      form: 'finite',
      particle: null,
    });
  }
  const form = isInfinitive
    ? 'infinitive'
    : hasBe && !ing
      ? 'passive'
      : ing && !hasAux
        ? 'participle'
        : 'finite';
  return finish(period, { from, head, to: head, lemma: lemmaOf(token), form, particle: null });
}

/** "would neither confirm nor deny": the first of two verbs that are denied together; else the verb itself. */
function neitherBefore({ tokens }: Period, head: number): number {
  const isPair = tokens[head - 1]?.lower === 'nor' && tokens[head - 3]?.lower === 'neither';
  return isPair ? head - 3 : head;
}

const SAYS_READILY = new Set(
  `able unable quick slow right wrong careful first latest fast likely unlikely set about due bound poised forced compelled
   obliged apt prone wont free`.split(/\s+/),
);

/**
 * Where "has yet to explain", "was quick to say", "was forced to admit" and "had to reject" begin; null where nothing
 * of the kind stands before "to".
 */
function openingOf(period: Period, to: number): number | null {
  const { tokens, quoted } = period;
  const word = tokens[to - 1]?.lower ?? '';
  const auxiliary = tokens[to - 2];
  if (auxiliary === undefined || quoted[to - 1] !== -1) return null;
  if (HAS.test(word)) return withAuxiliaries(period, to - 1);
  const isYet = word === 'yet' && HAS.test(auxiliary.lower);
  const isUnable = SAYS_READILY.has(word) && BE.has(auxiliary.lower);
  return isYet || isUnable ? withAuxiliaries(period, to - 2) : null;
}

const HAS = /^(?:has|have|had)$/;

/** The first of the auxiliaries and negations before a verb. */
function withAuxiliaries({ tokens, quoted }: Period, verb: number): number {
  let from = verb;
  while (
    from > 0 &&
    quoted[from - 1] === -1 &&
    (isAuxiliary(tokens[from - 1]!) || /^(?:not|n't|never|also)$/.test(tokens[from - 1]!.lower))
  )
    from--;
  return from;
}

/** "was heard saying", "can be seen telling": what somebody is noticed to say. */
function isOverheard(before: VerbGroup, from: number, lemma: string): boolean {
  const isNoticed = /^(?:hear|overhear|see|film|record|catch)$/.test(before.lemma);
  return isNoticed && before.form === 'passive' && from === before.to + 1 && isCueLemma(lemma);
}

/** "was not too worried": a degree between an auxiliary and its participle. */
function isDegreeBehindVerb({ tokens }: Period, at: number): boolean {
  if (!/^(?:too|so|more|most|very|indeed|thus|therefore|however)$/.test(tokens[at]!.lower))
    return false;
  const before = tokens[at - 1];
  const isNot = before !== undefined && /^(?:not|n't|never)$/.test(before.lower);
  const verb = isNot ? tokens[at - 2] : before;
  return verb !== undefined && isAuxiliary(verb);
}

/** With "'s" before them these are passive. */
const HELD = new Set(
  `believe expect suppose consider deem regard know view see think require allow permit prohibit forbid bar mean
   support back establish move hold provide`.split(/\s+/),
);

/** "He's called for it" has called; "he's believed to be ill" is believed. */
function isHas(token: Token): boolean {
  return framesOf(token.lemma).size > 0 && !HELD.has(token.lemma);
}

/** Tags err on "accusing" and "saying", never on their letters; of rare verbs the tagger knows no plain form. */
function lemmaOf(token: Token): string {
  const isKnown = token.tag === 'VERB' || token.tag === 'AUX';
  if (isKnown && (token.lemma !== token.lower || isCueLemma(token.lemma))) return token.lemma;
  const lemma = plainLemma(token.lower);
  return isKnown && !isCueLemma(lemma) ? token.lemma : lemma;
}

function isAuxiliary(token: Token): boolean {
  return token.tag === 'AUX' || (AUXILIARIES.has(token.lower) && token.tag !== 'PART');
}

function hasWordBefore(period: Period, at: number): boolean {
  const before = period.tokens[at - 1];
  return (
    before !== undefined &&
    before.tag !== 'PUNCT' &&
    before.tag !== 'CCONJ' &&
    period.quoted[at - 1] === -1
  );
}

/** Adds the particle, and "as saying" behind "quoted". */
function finish(period: Period, group: VerbGroup): VerbGroup {
  const { tokens } = period;
  let to = group.head;
  const next = tokens[to + 1];
  if (isOtherVerb(group.lemma, next, tokens[to + 2])) return { ...group, lemma: OTHER_VERB };
  if (group.lemma === 'put' && next?.lower === 'it') return { ...group, to: to + 1, lemma: 'say' };
  if (group.lemma === 'point' && next?.lower === 'out')
    return { ...group, to: to + 1, lemma: 'note' };
  if (group.lemma === 'quote' && next?.lower === 'as' && tokens[to + 2]?.lower === 'saying') {
    return { ...group, to: to + 2, lemma: 'say', form: 'finite' };
  }
  if (saysMuch(period, group)) return { ...group, to: to + 2, particle: tokens[to + 2]!.lower };
  const gap = beforeParticle(period, group.lemma, to + 1) - to - 1;
  const particle = tokens[to + 1 + gap];
  if (
    particle !== undefined &&
    period.quoted[to + 1 + gap] === -1 &&
    takesParticle(group.lemma, particle.lower) &&
    !(particle.lower === 'on' && isDay(tokens[to + 2 + gap]))
  ) {
    to += 1 + gap;
    const next = behindDay(period, to + 1);
    const second = tokens[next];
    const isBoth =
      second !== undefined &&
      period.quoted[next] === -1 &&
      takesSecond(group.lemma, particle.lower, second.lower);
    if (isBoth || saysAlone(group.lemma)) {
      return { ...group, to: isBoth ? next : to, particle: particle.lower };
    }
    to = group.head;
  }
  return { ...group, to: behindAdverb(period, group, to) };
}

/** "agreed on Monday to close": no matter, but a day. */
function isDay(token: Token | undefined): boolean {
  return /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)$/.test(
    token?.lower ?? '',
  );
}

/** Behind "openly" in "spoke openly about" and "Friday" in "called Friday for"; the same token where no particle follows. */
function beforeParticle(period: Period, lemma: string, at: number): number {
  const adverb = period.tokens[at]?.lower;
  if (adverb === undefined || period.quoted[at] !== -1 || takesParticle(lemma, adverb)) return at;
  const isBetween =
    /ly$|^(?:more|less|much|again|often|further)$/.test(adverb) && adverb !== 'only';
  const next = isBetween ? at + 1 : behindDay(period, at);
  return takesParticle(lemma, period.tokens[next]?.lower ?? '') ? next : at;
}

const MUCH = /^(?:much|little|nothing|anything|something|more|less|all)$/;
const TELLING = new Set('say know hear learn think reveal disclose divulge'.split(' '));

/** "said little about", "knows all about": how much is told of something. */
function saysMuch({ tokens, quoted }: Period, { lemma, head }: VerbGroup): boolean {
  const [much, link] = [tokens[head + 1], tokens[head + 2]];
  if (link === undefined || !TELLING.has(lemma) || quoted[head + 1] !== -1) return false;
  return MUCH.test(much!.lower) && link.lower === 'about' && quoted[head + 2] === -1;
}

/** A lemma that gives nobody words or thoughts. */
const OTHER_VERB = 'do';

/** "show up", "call off", "think up", "turn down": with these behind them verbs do something else. */
const TURNS = new Set('up off away apart'.split(' '));

function isOtherVerb(lemma: string, next: Token | undefined, after: Token | undefined): boolean {
  if (next === undefined || !TURNS.has(next.lower) || takesParticle(lemma, next.lower))
    return false;
  return after?.tag !== 'NUM' && after?.lower !== 'to';
}

/** "said flatly that", "wrote later": an adverb right behind the verb and before what is said. */
function behindAdverb({ tokens, quoted }: Period, { lemma }: VerbGroup, to: number): number {
  const adverb = tokens[to + 1];
  if (adverb === undefined || quoted[to + 1] !== -1 || adverb.tag !== 'ADV') return to;
  if (!/ly$|^(?:again|later|earlier|once|often|too|back|further|then|aloud)$/.test(adverb.lower))
    return to;
  const next = tokens[to + 2];
  const isDegree = next !== undefined && /^(?:ADJ|ADV)$/.test(next.tag) && adverb.lower === 'too';
  if (isDegree || (next?.tag === 'VERB' && next.lower.endsWith('ing'))) return to;
  const frames = framesOf(lemma);
  return frames.has('clause') || frames.has('speech') ? to + 1 : to;
}
