import type { Tag, TaggedWord } from './tagger';

/**
 * Words with the tagger's plain errors mended where their neighbours settle what they are. `isTitle`
 * tells that most words of the text have capitals, so that a capital says nothing.
 */
export function mendTags(text: string, words: readonly TaggedWord[]): readonly TaggedWord[] {
  const isTitle = hasTitleCase(text, words);
  return words.map((word, at) => {
    const tag = mended(text, words, at, isTitle);
    return tag === null ? word : { ...word, tag };
  });
}

function mended(
  text: string,
  words: readonly TaggedWord[],
  at: number,
  isTitle: boolean,
): Tag | null {
  const word = words[at]!;
  const before = words[at - 1];
  const first = text[word.start]!;
  if (first === '―' || first === '-') return word.tag === 'X' ? 'PUNCT' : null;
  if (word.tag === 'ADP' && word.lemma === 'at') {
    const next = words[at + 1];
    const quantity = next === undefined ? '' : text.slice(next.start, next.end);
    return quantity === 'least' || quantity === 'most' ? 'ADV' : null;
  }
  if (word.tag === 'PUNCT') return isPossessive(text, words, at) ? 'PART' : null;
  if (word.tag === 'PART') return isAccordingTo(text, words, at) ? 'ADP' : null;
  if (word.tag === 'NOUN') {
    if (before === undefined || word.lemma.length >= word.end - word.start) return null;
    const isRelative = /^(?:who|which)$/i.test(text.slice(before.start, before.end));
    return isRelative ? 'VERB' : null;
  }
  if (word.tag === 'VERB' && isBehindThereAre(text, words, at)) return 'NOUN';
  if (word.tag === 'VERB' && isAccordingTo(text, words, at - 1)) return 'NOUN';
  if (word.tag === 'VERB' && (isBehindHave(text, words, at) || isExpressed(text, words, at))) {
    return 'NOUN';
  }
  if (!isTitle && (opensName(text, words, at) || isSpeakerName(text, words, at))) return 'PROPN';
  const isName =
    !isTitle &&
    (word.tag === 'VERB' || word.tag === 'ADJ' || word.tag === 'ADV') &&
    before?.tag === 'PROPN' &&
    word.start === before.end + 1 &&
    isCapital(first) &&
    isCapital(text[before.start]!);
  return isName ? 'PROPN' : null;
}

/** "According to police": no infinitive. */
function isAccordingTo(text: string, words: readonly TaggedWord[], at: number): boolean {
  const [before, to] = [words[at - 1], words[at]];
  if (before === undefined || to?.lemma !== 'to') return false;
  return /^according$/i.test(text.slice(before.start, before.end));
}

/** "There are doubts that": what there is. */
function isBehindThereAre(text: string, words: readonly TaggedWord[], at: number): boolean {
  const there = words[at - 2];
  const are = words[at - 1];
  if (there === undefined || are?.tag !== 'AUX') return false;
  const { start, end } = words[at]!;
  if (!/^there$/i.test(text.slice(there.start, there.end))) return false;
  return (
    /^(?:are|were)$/.test(text.slice(are.start, are.end)) &&
    text[end - 1] === 's' &&
    end > start + 3
  );
}

/** "They have doubts about it": behind "have" a verb would be a participle. */
function isBehindHave(text: string, words: readonly TaggedWord[], at: number): boolean {
  const before = words[at - 1];
  const { start, end, lemma } = words[at]!;
  if (before?.tag !== 'AUX' && before?.tag !== 'VERB') return false;
  if (!/^(?:have|has|had|having)$/i.test(text.slice(before.start, before.end))) return false;
  return text.slice(start, end).toLowerCase() === `${lemma}s`;
}

/** "expressed hope that", "voiced support for": what is expressed is a noun. */
function isExpressed(text: string, words: readonly TaggedWord[], at: number): boolean {
  const before = words[at - 1];
  const { start, end, lemma } = words[at]!;
  const isBare = before?.tag === 'VERB' && /^(?:express|voice)$/.test(before.lemma);
  return isBare && text.slice(start, end).toLowerCase() === lemma;
}

/** "said Don Orm", "asked Will Vale": a verb's capital inside of a sentence, before a name. */
function opensName(text: string, words: readonly TaggedWord[], at: number): boolean {
  const { start, end, tag } = words[at]!;
  const before = words[at - 1];
  const next = words[at + 1];
  return (
    (tag === 'VERB' || tag === 'AUX') &&
    isCapital(text[start]!) &&
    before !== undefined &&
    before.tag !== 'PUNCT' &&
    next?.tag === 'PROPN' &&
    next.start === end + 1 &&
    isCapital(text[next.start]!)
  );
}

/** "“It is over,” Lynch said": a verb's capital behind the end of a quotation and before a verb. */
function isSpeakerName(text: string, words: readonly TaggedWord[], at: number): boolean {
  const { start, tag } = words[at]!;
  const before = words[at - 1];
  const next = words[at + 1];
  if (tag !== 'VERB' || !isCapital(text[start]!) || before === undefined) return false;
  const closes = /["”’]/.test(text[before.start]!) && /[,.?!—–]/.test(text[before.start - 1] ?? '');
  return closes && before.end < start && next?.tag === 'VERB';
}

/** "The doctors’ union": an apostrophe alone behind a plural and before a noun. */
function isPossessive(text: string, words: readonly TaggedWord[], at: number): boolean {
  const { start, end } = words[at]!;
  const before = words[at - 1];
  const next = words[at + 1];
  return (
    end === start + 1 &&
    /['’]/.test(text[start]!) &&
    before?.end === start &&
    /s/i.test(text[start - 1]!) &&
    (before.tag === 'PROPN' || before.tag === 'NOUN') &&
    next?.start === end + 1 &&
    (next.tag === 'NOUN' || next.tag === 'PROPN' || next.tag === 'ADJ')
  );
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function hasTitleCase(text: string, words: readonly TaggedWord[]): boolean {
  let long = 0;
  let capital = 0;
  for (const { start, end } of words) {
    if (end - start < 4) continue;
    long++;
    if (isCapital(text[start]!)) capital++;
  }
  return capital > long * 0.6;
}
