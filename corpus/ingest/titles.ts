import {
  endingOf,
  holdsSeveralSentences,
  isAllCapitals,
  isTitleCase,
  opensWithQuote,
  withoutOpeners,
  wordsOf,
} from './letters';

const HEADLINE_CHARACTERS = 170;
const HEADLINE_WORDS = 28;

/** True for a line that may be a headline, a deck, a kicker or a crossheading: no sentence. */
export function isTitle(text: string): boolean {
  if (text.length > HEADLINE_CHARACTERS || text.includes('\n') || text.includes('\t')) return false;
  if (wordsOf(text).length > HEADLINE_WORDS || !/[\p{L}\p{N}]/u.test(text)) return false;
  const ending = endingOf(text);
  if (ending === 'stop' || ending === 'colon' || ending === 'comma') return false;
  if (ending !== 'none' && opensWithQuote(text) && /["”’»]$/.test(text) && !isAllCapitals(text)) {
    return ending === 'abbreviation' && isTitleCase(text);
  }
  // "Who pays? Five questions" is a headline all the same.
  const words = ending === 'none' ? text.replace(/[?!](?=\s)/g, ' ') : text;
  return !holdsSeveralSentences(words) && !isSpeech(text);
}

/** "“No,” she said" without its full stop is a sentence all the same. */
function isSpeech(text: string): boolean {
  return /[,?!]["”’]\s(?:\p{L}+\s){0,3}(?:said|says|asked|told|added)\b/u.test(text);
}

const QUESTION =
  /^(?:what|who|whose|whom|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|may|might)\b/i;

/**
 * True for a title that is short enough to head a section, in capitals, title case or sentence
 * case. `isLowerCased`: the text around it does without capitals.
 */
export function isCrosshead(text: string, isLowerCased: boolean): boolean {
  if (!isTitle(text)) return false;
  const words = wordsOf(text).length;
  if (isAllCapitals(text)) return words <= 14 && text.length <= 100;
  const ending = endingOf(text);
  if (ending === 'exclamation') return false;
  if (isTitleCase(text)) return words <= 14 && text.length <= 90;
  const start = withoutOpeners(text);
  if (/^\p{Ll}/u.test(start) && !isLowerCased) return false;
  if (ending === 'question') return words <= 9 && QUESTION.test(start);
  if (/^\p{Lo}/u.test(start)) return text.length <= 30 && words <= 7;
  return ending === 'none' && words <= 7 && text.length <= 60;
}

/** True for the word or two over a headline that name its section: "Business", "THE RIVER". */
export function mayBeKicker(text: string, headline: string): boolean {
  if (!isTitle(text) || wordsOf(text).length > 3 || text.length > 30) return false;
  if (endingOf(text) !== 'none' || headline.length > 130) return false;
  const least = wordsOf(text).length === 1 ? 3 : 4;
  return wordsOf(headline).length >= least && headline.length >= text.length * 1.8;
}
