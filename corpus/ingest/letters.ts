/** How a text ends, closing quotation marks and brackets aside. */
export type Ending =
  'stop' | 'abbreviation' | 'question' | 'exclamation' | 'colon' | 'comma' | 'none';

const CLOSERS = /["'”’»›」』)\]*_]+$/u;
const ABBREVIATION =
  /(?:^|[\s("“‘'-])(?:\p{L}\.(?:\p{L}\.)+|(?:Inc|Corp|Ltd|Co|Jr|Sr|Bros|St|Ave|No|vs|etc)\.)$/u;

export function endingOf(text: string): Ending {
  const tail = text.slice(-40).replace(CLOSERS, '');
  const last = tail.at(-1) ?? '';
  if ('?؟？'.includes(last) && last !== '') return 'question';
  if ('!！'.includes(last) && last !== '') return 'exclamation';
  if (/[:：]/.test(last)) return 'colon';
  if (/[,;،；，、]/.test(last)) return 'comma';
  if (last === '.' && ABBREVIATION.test(tail)) return 'abbreviation';
  return /[.…。．。।۔]/u.test(last) ? 'stop' : 'none';
}

/** True for a text that ends as a sentence does. */
export function endsSentence(text: string): boolean {
  const ending = endingOf(text);
  return ending === 'stop' || ending === 'question' || ending === 'exclamation';
}

/** True where a sentence ends inside the text and another one begins. */
export function holdsSeveralSentences(text: string): boolean {
  return (
    /(?:[\p{Ll}\d]{4,}|[\p{Ll}\d][”"’)])[.!?]["”’)]{0,2}\s+["“‘(]{0,2}\p{Lu}/u.test(text) ||
    /[。！？؟।۔].*[。！？؟।۔]/u.test(text)
  );
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

const OPENERS = /^["'“‘«‹„「『([¿¡]+/u;

/** The text without the quotation marks and brackets it opens with. */
export function withoutOpeners(text: string): string {
  return text.replace(OPENERS, '');
}

export function opensWithQuote(text: string): boolean {
  return /^\(?["'“‘«„「『]/u.test(text);
}

/** Every cased letter is a capital, and there are at least three of them. */
export function isAllCapitals(text: string): boolean {
  if (/\p{Ll}/u.test(text.replace(/(?<=\d)(?:st|nd|rd|th|s|km|m)\b|(?<=\p{Lu})[’']?s\b/gu, '')))
    return false;
  return (text.match(/\p{Lu}/gu) ?? []).length >= 3;
}

/** Most of the words that a headline writer would capitalise are capitalised. */
export function isTitleCase(text: string): boolean {
  const long = wordsOf(text)
    .map(withoutOpeners)
    .filter((word) => word.length > 3 && /^\p{L}/u.test(word));
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word));
  return capitals.length >= 2 && capitals.length >= long.length * 0.7;
}

/** For comparing lines: case, marks and spacing aside. */
export function skeleton(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
