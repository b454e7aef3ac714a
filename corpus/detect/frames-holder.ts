import type { Frame, Reading } from './frame';
import { isFronted } from './fronted';
import type { Period } from './periods';
import { subjectBefore, type TokenRange } from './noun-phrases';
import { STATEMENTS, WITH_TOPIC } from './nouns';
import { restOf } from './rest';
import type { VerbGroup } from './verb-groups';

/** Nouns that name somebody by what they think of something. */
const HOLDERS = new Set(
  `supporter opponent critic advocate proponent fan admirer believer skeptic sceptic defender champion backer
   detractor enthusiast foe adherent exponent apologist`.split(/\s+/),
);
const WITHIN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'ADV', 'CCONJ', 'NOUN', 'NUM']);

/** "Orm is an outspoken critic of the plan". */
export function readHolder(reading: Reading, group: VerbGroup): Frame | null {
  if (!/^(?:be|become|remain)$/.test(group.lemma) || group.form === 'infinitive') return null;
  const { tokens, quoted } = reading.period;
  let at = group.to + 1;
  while (quoted[at] === -1 && WITHIN.has(tokens[at]!.tag) && !HOLDERS.has(tokens[at]!.lemma)) at++;
  if (quoted[at] !== -1 || !HOLDERS.has(tokens[at]!.lemma)) return null;
  const link = tokens[at + 1]?.lower;
  if (link !== 'of' && link !== 'in') return null;
  const source = subjectBefore(reading.period, group.from);
  if (source === null) return null;
  const content = restOf(reading, at + 2, {
    isFronted: isFronted(reading, group, source),
    isPhrase: true,
  });
  const cue = { from: group.from, to: at + 1 };
  return content === null
    ? null
    : { rule: 'attitude', cue, source, addressee: null, content: [content] };
}

/** "Orm made clear that …", "Orm made it clear the wall would fall". */
export function readMadeClear(reading: Reading, group: VerbGroup): Frame | null {
  if (group.lemma !== 'make' || group.form === 'infinitive' || group.form === 'passive')
    return null;
  const { tokens, quoted } = reading.period;
  let to = group.to + 1;
  if (tokens[to]?.lower === 'it') to++;
  if (tokens[to]?.tag === 'ADV') to++;
  if (quoted[to] !== -1 || !/^(?:clear|plain|known|obvious)$/.test(tokens[to]!.lower)) return null;
  const source = subjectBefore(reading.period, group.from);
  const next = tokens[to + 1];
  if (source === null || next === undefined || next.tag === 'PUNCT') return null;
  const isThat = next.lower === 'that';
  const content = restOf(reading, isThat ? to + 2 : to + 1, {
    isFronted: isFronted(reading, group, source),
    isPhrase: false,
  });
  const cue = { from: group.from, to };
  return content === null
    ? null
    : { rule: 'attitude', cue, source, addressee: null, content: [content] };
}

/** States of mind with “in”, and “at odds”, and what links them to their matter. */
const IN_STATE: Readonly<Record<string, string>> = {
  favour: 'of',
  favor: 'of',
  support: 'of',
  agreement: 'with that about on',
  awe: 'of',
  despair: 'over about at',
  doubt: 'about that over',
  denial: 'about that',
  disagreement: 'with over about',
  sympathy: 'with',
  odds: 'with over on',
};

/** "Orm is in favour of the plan", "Orm is of the opinion that …". */
export function readState(reading: Reading, group: VerbGroup): Frame | null {
  if (!/^(?:be|remain|seem)$/.test(group.lemma) || group.form === 'infinitive') return null;
  const { tokens, quoted } = reading.period;
  let at = group.to + 1;
  if (quoted[at] !== -1 || !/^(?:in|of|under|at)$/.test(tokens[at]!.lower)) return null;
  const first = tokens[at]!.lower;
  at++;
  while (quoted[at] === -1 && /^(?:DET|ADJ|ADV)$/.test(tokens[at]!.tag)) at++;
  const noun = tokens[at]?.lower ?? '';
  const link = tokens[at + 1]?.lower ?? '';
  const isState =
    first === (noun === 'odds' ? 'at' : 'in') &&
    (IN_STATE[noun]?.split(' ').includes(link) ?? false);
  const isOpinion =
    link === 'that' &&
    ((first === 'of' && /^(?:opinion|view|belief|mind)$/.test(noun)) ||
      (first === 'under' && /^(?:impression|assumption|belief|illusion)$/.test(noun)));
  const source = subjectBefore(reading.period, group.from);
  if ((!isState && !isOpinion) || source === null) return null;
  const isThat = link === 'that';
  const content = restOf(reading, at + 2, {
    isFronted: isFronted(reading, group, source),
    isPhrase: !isThat,
  });
  const cue = { from: group.from, to: isThat ? at : at + 1 };
  return content === null
    ? null
    : { rule: 'attitude', cue, source, addressee: null, content: [content] };
}

/** "There are fears that the dam will fail", "there was much talk about a strike": nobody's in particular. */
export function readThere(reading: Reading, group: VerbGroup): Frame | null {
  const { tokens, quoted } = reading.period;
  const there = group.from - 1;
  if (there < 0 || tokens[there]!.lower !== 'there') return null;
  let at = group.lemma === 'be' ? group.to + 1 : group.head;
  while (quoted[at] === -1 && /^(?:DET|ADJ|ADV|NUM)$/.test(tokens[at]!.tag)) at++;
  if (quoted[at] !== -1) return null;
  const { lemma } = tokens[at]!;
  const place = placeBehind(reading.period, at + 1);
  const behind = (place?.to ?? at) + 1;
  const link = tokens[behind]?.lower ?? '';
  const isThat = link === 'that' && STATEMENTS.has(lemma) && tokens[group.to + 1]?.lower !== 'so';
  const isCall = link === 'for' && /^(?:call|hope|demand|support|appeal)$/.test(lemma);
  const isTalk = link === 'of' && /^(?:talk|fear|hope|report|rumou?r)$/.test(lemma);
  const isAbout = /^(?:about|over|on)$/.test(link) && WITH_TOPIC.has(lemma);
  const isTopic = place === null && (isAbout || isCall || isTalk);
  if (!isThat && !isTopic) return null;
  const content = restOf(reading, behind + 1, { isFronted: false, isPhrase: !isThat });
  const cue = { from: there, to: isThat ? at : at + 1 };
  return content === null
    ? null
    : {
        rule: isThat ? 'noun-that' : 'noun-about',
        cue,
        source: place,
        addressee: null,
        content: [content],
      };
}

/** "fears in the north that …", "talk among clerks that …": who has them. */
function placeBehind({ tokens, quoted }: Period, at: number): TokenRange | null {
  if (!/^(?:in|among)$/.test(tokens[at]?.lower ?? '') || quoted[at] !== -1) return null;
  let to = at + 1;
  while (to - at < 6 && quoted[to] === -1 && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[to]!.tag)) to++;
  return to > at + 1 && tokens[to]?.lower === 'that' ? { from: at + 1, to: to - 1 } : null;
}
