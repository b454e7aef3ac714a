import type { Span } from './span';

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof rev hon st sr jr lt gen col maj capt cmdr sgt adm brig gov sen rep pres supt
   insp det no vs etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec fig approx
   dept est mt ft e.g i.e a.m p.m u.s u.n u.k u.s.a d.c`.split(/\s+/),
);

const END = /[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？]+[”’」』]*/gu;

/**
 * The sentences of one block's text, as half-open UTF-16 ranges of it, white space between them
 * left out. No sentence ends after an abbreviation, an initial, or before a small letter.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = skipSpace(text, 0);
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    if (end <= start || !endsSentence(text, match.index, end)) continue;
    sentences.push({ start, end });
    start = skipSpace(text, end);
  }
  const rest = text.trimEnd().length;
  if (rest > start) sentences.push({ start, end: rest });
  return sentences;
}

/** The sentence of a block's text that an offset in it stands in or just behind. */
export function sentenceAt(text: string, offset: number): Span | null {
  const sentences = sentencesOf(text);
  return sentences.find((sentence) => offset <= sentence.end) ?? sentences.at(-1) ?? null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return at;
}

function endsSentence(text: string, mark: number, end: number): boolean {
  const next = text.slice(skipSpace(text, end)).match(/^["'“‘«(\[]*(\S)/u)?.[1];
  if (next !== undefined && /\p{Ll}/u.test(next)) return false;
  if (text[mark] !== '.' || end > mark + 1) return true;
  const word = text.slice(Math.max(0, mark - 20), mark).match(/[\p{L}.]+$/u)?.[0] ?? '';
  if (/^\p{Lu}$/u.test(word) || /(^|\.)\p{Lu}$/u.test(word)) return next === undefined;
  return !ABBREVIATIONS.has(word.toLowerCase()) || next === undefined;
}
