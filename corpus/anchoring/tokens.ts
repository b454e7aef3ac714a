/** A text cut into words and signs. Offsets are UTF-16; keys fold what is mere typography. */
export interface Tokens {
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly keys: readonly string[];
  /** Index of the block that each token stands in. */
  readonly blocks: Int32Array;
}

/** A text and where its blocks begin (UTF-16, ascending; the first at 0). */
export interface BlockText {
  readonly text: string;
  readonly blocks: readonly { readonly start: number }[];
}

/**
 * Scripts without spaces go sign by sign; marks and joiners stay with what they change. Plain letters
 * and digits, of which most texts are made, come first: it is the same without them, but slower.
 */
const TOKEN =
  /[\dA-Za-z]+(?=[\0-/:-@[-`{-\x7f]|$)|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar})[\p{L}\p{N}\p{M}])+|\S(?:\p{M}|\u200d\S|[\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}])*/gu;

const TYPOGRAPHY: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
};

/** A sign as it is where typography does not count; every other sign itself. */
export function foldSign(sign: string): string {
  return sign.length === 1 ? (TYPOGRAPHY[sign] ?? sign) : sign;
}

/** Cuts a text into tokens, in order; white space lies between them. */
export function tokensOf({ text, blocks }: BlockText): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const keys: string[] = [];
  const homes: number[] = [];
  let block = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [sign] = match;
    while (block + 1 < blocks.length && blocks[block + 1]!.start <= match.index) block++;
    starts.push(match.index);
    ends.push(match.index + sign.length);
    keys.push(foldSign(sign));
    homes.push(block);
  }
  return {
    text,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    keys,
    blocks: Int32Array.from(homes),
  };
}

/** The words alone, typography and white space folded: what a sign-off is about. */
export function foldWords(text: string): string {
  return tokensOf({ text, blocks: [{ start: 0 }] }).keys.join(' ');
}

/** The first token that ends after an offset: where a span's tokens begin. */
export function tokenFrom({ ends }: Tokens, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first token that begins at or after an offset: where a span's tokens have ended. */
export function tokenUpTo({ starts }: Tokens, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const WORD = /[\p{L}\p{N}]/u;

/** True for a token that carries sense: a letter or a digit is in it. */
export function isWord(key: string): boolean {
  const unit = key.charCodeAt(0) | 0x20;
  return (unit >= 0x61 && unit <= 0x7a) || WORD.test(key);
}
