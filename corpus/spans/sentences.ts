import type { Span } from './span';

/** Words whose full stop does not end a sentence. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof rev hon st sr jr lt gen col maj capt cmdr sgt adm brig gov sen rep pres supt
   insp det no vs etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec fig approx
   del dept est mt ft e.g i.e a.m p.m u.s u.n u.k u.s.a d.c`.split(/\s+/),
);

const END = /[.!?…]+["'”’»)\]]*(?=\s|$)|[。！？]+[”’」』]*/gu;

/** Words that begin a sentence far more often than they follow "U.S.", "Inc." or "p.m." in one. */
const STARTERS = new Set(
  `the a an he she it they we i in on at but and this that these those there his her its their our
   when while if as for from after before since some many most no one both each what who how why
   however meanwhile still yet so then now also last under with by among according asked`.split(
    /\s+/,
  ),
);

/** Abbreviations that can close a sentence; all others wait for a name or a number. */
const CAN_CLOSE = new Set('etc inc ltd co corp sr jr a.m p.m u.s u.n u.k u.s.a d.c e.u'.split(' '));

/** A verb that puts a quotation which ends in "?" or "!" into the sentence of its speaker. */
const ASKED =
  /^(?:\p{Lu}[\p{L}.’'-]*\s+|(?:of|the|and|de|la|van|von|bin|al)\s+){1,6}(?:said|asked|says|asks|wrote|told|added|shouted|cried|replied|tweeted|exclaimed|demanded|wondered|called|yelled)\b/u;

/**
 * The sentences of one block's text, as half-open UTF-16 ranges of it, white space between them
 * left out. No sentence ends after an abbreviation, an initial, before a small letter, or between
 * a quotation that ends in "?" and the words that say who asked. Inside a quotation of several
 * sentences each is one of its own.
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
  const rest = text.slice(skipSpace(text, end), end + 120);
  const next = rest.match(/^["'“‘«(\[]*(\S)/u)?.[1];
  if (next === undefined) return true;
  if (/\p{Ll}/u.test(next)) return false;
  const closed = /["”’»]/.test(text.slice(mark, end));
  if (closed && /[?!]/.test(text[mark]!) && ASKED.test(rest)) return false;
  if (text[mark] !== '.' || end > mark + 1) return true;
  const word = text.slice(Math.max(0, mark - 20), mark).match(/[\p{L}.]+$/u)?.[0] ?? '';
  const isInitials = /^\p{Lu}$/u.test(word) || /(^|\.)\p{Lu}$/u.test(word);
  const lower = word.toLowerCase();
  if (!isInitials && !ABBREVIATIONS.has(lower)) return true;
  if (!CAN_CLOSE.has(lower)) return false;
  return STARTERS.has(rest.match(/^["'“‘«(\[]*(\p{L}+)/u)?.[1]?.toLowerCase() ?? '');
}
