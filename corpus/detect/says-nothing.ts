import { addresseeAt, skipAdjunct } from './adjuncts';
import { subjectBefore, type TokenRange } from './noun-phrases';
import { STATEMENTS, WITH_TOPIC } from './nouns';
import type { Period } from './periods';
import type { VerbGroup } from './verb-groups';

/** Verbs that give somebody a view only with "as": "saw it as a threat". */
const NEEDS_AS = new Set(
  'see cast paint perceive treat bill cover market position define'.split(' '),
);

/** The same with "to": "linked the flood to the dam". */
const NEEDS_TO = new Set(['link', 'tie', 'connect']);

/** "called a meeting", "did not respond to a request", "saw the irony": no view, and no answer. */
export function saysNothing(period: Period, group: VerbGroup, content: TokenRange): boolean {
  const { lemma } = group;
  const { tokens, quoted } = period;
  const isPointed = lemma === 'point' && group.particle === 'to';
  if (quoted[content.from] === -1 && tokens[content.from]!.tag === 'CCONJ') return true;
  if (isOtherwise(period, group)) return true;
  if (lemma === 'add' && isSum(period, content)) return true;
  if (lemma === 'feel' && isMood(period, content)) return true;
  if (lemma === 'decline' && isUnnamed(period, content)) return true;
  if (isPointed && namesWords(period, content)) return false;
  if (NEEDS_AS.has(lemma) || isPointed) return !holds(period, content, 'as');
  if (NEEDS_TO.has(lemma)) return !holds(period, content, 'to');
  if (lemma === 'call' && group.particle === null && quoted[content.from] === -1) {
    if (isRungUp(period, content)) return true;
    return /^(?:an?|attention)$/.test(tokens[content.from]!.lower) && !isOfWhat(period, group);
  }
  if (lemma !== 'respond' && lemma !== 'reply') return false;
  return tokens.slice(content.from, content.to + 1).some(({ lower }) => ASKED.test(lower));
}

const PLAIN_WITH: Readonly<Record<string, RegExp>> = {
  conclude: /^with$/,
  decline: /^(?:by|in|from|until)$/,
  compare: /^(?:with|to)$/,
  report: /^(?:from|for)$/,
};

/** "concludes with a song", "declined by a tenth", "seven, compared with two": how something ends, or how much it is. */
function isOtherwise({ tokens, quoted }: Period, { lemma, to }: VerbGroup): boolean {
  const next = tokens[to + 1];
  return (
    next !== undefined && quoted[to + 1] === -1 && (PLAIN_WITH[lemma]?.test(next.lower) ?? false)
  );
}

/** "would add $84 million": what makes a sum larger. */
function isSum({ tokens, quoted }: Period, { from }: TokenRange): boolean {
  const { tag, lower } = tokens[from]!;
  return quoted[from] === -1 && (tag === 'NUM' || /^[$€£]$/.test(lower));
}

/** "pointed to reports of a leak": words or thoughts, and no thing that stands there. */
function namesWords({ tokens }: Period, { from, to }: TokenRange): boolean {
  const noun = tokens.slice(from, to + 1).find(({ tag }) => tag === 'NOUN' || tag === 'VERB');
  return (
    noun !== undefined &&
    (STATEMENTS.has(noun.lemma) || WITH_TOPIC.has(noun.lemma) || noun.lemma === 'fact')
  );
}

/** "called Vale on Monday to thank her": by telephone. */
function isRungUp(period: Period, { from }: TokenRange): boolean {
  const { tokens, quoted } = period;
  const who = addresseeAt(period, from);
  const to = who === null ? -1 : skipAdjunct(period, who.to + 1);
  return tokens[to]?.lower === 'to' && quoted[to] === -1 && tokens[to + 1]?.tag === 'VERB';
}

/** "what Orm called a farce": the words behind "called" name what stands before it. */
function isOfWhat(period: Period, { from }: VerbGroup): boolean {
  const source = subjectBefore(period, from);
  return source !== null && period.tokens[source.from - 1]?.lower === 'what';
}

/** "felt ill", "felt very tired": how somebody was. */
function isMood({ tokens, quoted }: Period, { from, to }: TokenRange): boolean {
  return tokens
    .slice(from, to + 1)
    .every(
      ({ tag, lower }, at) =>
        quoted[from + at] === -1 && (/^(?:ADJ|ADV|CCONJ)$/.test(tag) || /ed$/.test(lower)),
    );
}

/** "declined to be named". */
function isUnnamed({ tokens }: Period, { from }: TokenRange): boolean {
  return (
    tokens[from + 1]?.lower === 'be' &&
    /^(?:identified|named|quoted)$/.test(tokens[from + 2]?.lower ?? '')
  );
}

const ASKED = /^(?:requests?|calls?|messages?|e-?mails?|questions?|quer(?:y|ies))$/;

function holds({ tokens }: Period, { from, to }: TokenRange, link: string): boolean {
  return tokens.slice(from, to + 1).some(({ lower }) => lower === link);
}
