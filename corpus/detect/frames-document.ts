import { inheritedSource, type Frame, type Reading } from './frame';
import { framesOf } from './lexicon';
import { subjectBefore } from './noun-phrases';
import { restOf } from './rest';
import type { VerbGroup } from './verb-groups';

/** What somebody does with a text that says something. */
const ISSUING = new Set(
  `issue release publish post send write deliver make give hand submit present file sign circulate distribute
   broadcast air put unleash launch fire unveil table produce adopt pass draft send`.split(/\s+/),
);
/** Texts, and what they come in. */
const DOCUMENTS = new Set(
  `statement letter tweet memo report paper note message email e-mail proposal resolution declaration petition
   speech post article complaint plan communique order document bill ad advertisement video opinion
   warning`.split(/\s+/),
);
const WITHIN: ReadonlySet<string> = new Set(['DET', 'ADJ', 'PRON', 'NUM', 'NOUN', 'PROPN', 'PART']);

/** "issued a statement calling the vote a farce": who issues a text says what the text says. */
export function readDocument(reading: Reading, group: VerbGroup): Frame | null {
  if (group.form !== 'participle' || framesOf(group.lemma).size === 0) return null;
  const { period, groups } = reading;
  const { tokens, quoted } = period;
  const issuing = groups.filter(({ to }) => to < group.from).at(-1);
  if (issuing === undefined || !ISSUING.has(issuing.lemma) || issuing.form === 'passive')
    return null;
  let hasDocument = false;
  for (let at = issuing.to + 1; at < group.from; at++) {
    const { tag, lower, lemma } = tokens[at]!;
    if (quoted[at] !== -1 || (!WITHIN.has(tag) && lower !== 'of')) return null;
    hasDocument ||= DOCUMENTS.has(lemma);
  }
  const source =
    issuing.form === 'finite'
      ? subjectBefore(period, issuing.from)
      : inheritedSource(reading, issuing);
  if (!hasDocument || source === null) return null;
  const next = tokens[group.to + 1]?.lower;
  const content = restOf(reading, next === 'that' ? group.to + 2 : group.to + 1, {
    isFronted: false,
    isPhrase: next !== 'that',
  });
  if (content === null) return null;
  return {
    rule: 'participle',
    cue: { from: issuing.from, to: group.to },
    source,
    addressee: null,
    content: [content],
  };
}
