import type { Finding } from './model';

/** A name of two or more words, as it stands in the text. */
interface Name extends Omit<Finding, 'sentence'> {
  readonly words: readonly string[];
}

const WORD = String.raw`\p{Lu}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*`;
const NAME = new RegExp(`(?<![\\p{L}\\p{N}’'-])${WORD}(?:\\s(?:(?:de|da|van|von|bin|al|el|la|der|den|du)\\s)?${WORD})+`, 'gu'); // prettier-ignore
const SURNAME = new RegExp(`(?<![\\p{L}\\p{N}’'-])${WORD}(?![\\p{L}\\p{N}-])`, 'gu');

/** Capitalised words that are no part of a name. */
const NO_NAMES = new Set('The A An In On At By For From And But Mr Mrs Ms Dr Prof Sir Dame Lord Lady President Minister Mayor Judge Chief Captain General Sergeant Inspector Detective Senator Governor King Queen Prince Princess Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December North South East West New Old Great Lower Upper Saint St Street Road River Lake Mount County City Council University Party Court'.split(' ')); // prettier-ignore
/** Endings that make another word of a name: Finland and Finnish are no two spellings. */
const ENDINGS = /(?:s|n|an|ian|ese|ish|i|y|ies|ers?|ed|ing)$/;
const SHORTEST = 4;
/** Of names to which a letter is added: Ana and Anna, while Ivo and Iva are two people. */
const SHORTEST_GROWN = 3;

/**
 * Names that an article spells in two ways: full names of which one word differs by a letter or an
 * accent, and last names that differ so from that of a full name. The rarer spelling is told.
 */
export function checkNames(text: string): readonly Finding[] {
  const full = fullNames(text);
  return [...differingNames(full), ...strayLastNames(text, full)]
    .sort((a, b) => a.start - b.start)
    .filter((one, index, all) => index === 0 || all[index - 1]!.start !== one.start);
}

function fullNames(text: string): readonly Name[] {
  return [...text.matchAll(NAME)].flatMap((match) => {
    const words = match[0].split(/\s/);
    let lead = 0;
    while (lead < words.length && NO_NAMES.has(words[lead]!)) lead++;
    // The first word of a sentence has a capital anyway: “Later Ana Holt” is no name of three.
    if (lead === 0 && words.length > 2 && isSentenceStart(text, match.index)) lead = 1;
    const kept = words.slice(lead);
    if (kept.length < 2 || kept.length > 4 || kept.some((word) => NO_NAMES.has(word) || /^\p{Lu}+$/u.test(word))) return []; // prettier-ignore
    const last = bare(kept.at(-1)!);
    const start = match.index + match[0].length - kept.join(' ').length;
    const end = match.index + match[0].length - (kept.at(-1)!.length - last.length);
    return [{ start, end, words: [...kept.slice(0, -1), last] }];
  });
}

/** Without the genitive. */
function bare(word: string): string {
  return word.replace(/[’']s$/u, '');
}

function differingNames(names: readonly Name[]): readonly Finding[] {
  const groups = countSpellings(names);
  const findings: Finding[] = [];
  for (const [spelling, group] of groups) {
    for (const [other, others] of groups) {
      if (!isRarer(group, others) || !areVariants(group[0]!.words, others[0]!.words)) continue;
      findings.push(...group.map(({ start, end }) => ({ start, end, sentence: twoWays(spelling, other) }))); // prettier-ignore
    }
  }
  return findings;
}

function countSpellings(names: readonly Name[]): Map<string, Name[]> {
  const groups = new Map<string, Name[]>();
  for (const name of names) {
    const key = name.words.join(' ');
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return groups;
}

/** Of two equally frequent spellings the later one is told. */
function isRarer(group: readonly Name[], others: readonly Name[]): boolean {
  if (group.length !== others.length) return group.length < others.length;
  return group[0]!.start > others[0]!.start;
}

function twoWays(spelling: string, other: string): string {
  return `“${spelling}” is also spelt “${other}”.`;
}

/** All words alike but one, which differs by a letter or an accent. */
function areVariants(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const differing = a.flatMap((word, index) => (word === b[index] ? [] : [[word, b[index]!] as const])); // prettier-ignore
  return differing.length === 1 && differing.every(([x, y]) => areSpellings(x, y));
}

/** Two spellings of one name: an accent, Mc and Mac, or one letter more, less or other. */
function areSpellings(a: string, b: string): boolean {
  if (a === b) return false;
  if (plain(a) === plain(b)) return true;
  const least = a.length === b.length ? SHORTEST : SHORTEST_GROWN;
  if (Math.min(a.length, b.length) < least || a[0] !== b[0]) return false;
  if (a.replace(/^Mac/, 'Mc').toLowerCase() === b.replace(/^Mac/, 'Mc').toLowerCase()) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.startsWith(short) && ENDINGS.test(long.slice(short.length))) return false;
  return oneEditApart(a, b);
}

function plain(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'");
}

/** One letter more, less, other, or two neighbours swapped. */
function oneEditApart(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++;
  const [x, y] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  if (x.length + y.length === 1 || (x.length === 1 && y.length === 1)) return true;
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}

/** Last names alone that are one letter away from that of a person who was named in full before. */
function strayLastNames(text: string, names: readonly Name[]): readonly Finding[] {
  const lasts = new Map(names.toReversed().map((name) => [name.words.at(-1)!, name]));
  const inNames = names.flatMap(({ words }) => words);
  const known = new Set(inNames);
  return [...text.matchAll(SURNAME)].flatMap((match) => {
    const word = bare(match[0]);
    if (word.length < SHORTEST + 1 || known.has(word) || NO_NAMES.has(word)) return [];
    if (word === word.toUpperCase()) return [];
    if (isSentenceStart(text, match.index) || appearsSmall(text, word)) return [];
    const meant = [...lasts].filter(([last, { start }]) => start < match.index && last.length > SHORTEST && areSpellings(word, last)); // prettier-ignore
    if (meant.length !== 1) return [];
    const start = match.index;
    return [
      { start, end: start + word.length, sentence: twoWays(word, meant[0]![1].words.join(' ')) },
    ];
  });
}

/** At a sentence's start any word has a capital. */
function isSentenceStart(text: string, at: number): boolean {
  return /(?:^|[.!?:…\n]["'”’»)]*\s*["'“‘«(]*)$/u.test(text.slice(Math.max(0, at - 12), at).trimEnd()) && !/\p{Lu}\.\s$/u.test(text.slice(0, at)); // prettier-ignore
}

function appearsSmall(text: string, word: string): boolean {
  return new RegExp(`(?<!\\p{L})${word.toLowerCase()}(?!\\p{L})`, 'u').test(text);
}
