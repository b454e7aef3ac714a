const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const SHORT_SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
};
const SCALE = Object.keys(SCALES).join('|');
const SMALL = [...ONES, ...TENS].sort((a, b) => b.length - a.length).join('|');

/** More digits than a million billions has are no amount. */
const DIGITS = String.raw`\d{1,3}(?:,\d{3}){1,5}(?:\.\d+)?(?![\d,]*\d)|\d{1,15}(?:\.\d+)?(?!\.?\d)`;
const MANY = `(?:tens|dozens|scores|hundreds|thousands|millions|billions)(?: of (?:thousands|millions|billions))?`;
const SPELLED = `(?:half an? |a quarter of an? |an? )?(?:${SCALE})(?![a-z])|(?:${SMALL})(?![a-z])(?:(?: and a half)?[ -](?:and )?(?:${SMALL}|${SCALE})(?![a-z]))*`;

/** The source of a pattern that matches an amount in digits or words, and holds no group. */
export const AMOUNT = `(?:${MANY}|(?:${DIGITS})(?:(?:[ -](?:${SCALE})|bn|mn|tn|m|k)(?![a-z]))?|${SPELLED})`;

/** The number that the words of an AMOUNT mean, and whether they mean it to the digit. */
export function amountOf(words: string): { readonly value: number; readonly vague: boolean } {
  const lower = words.toLowerCase();
  if (/^(?:tens|dozens|scores|hundreds|thousands|millions|billions)\b/.test(lower)) {
    return {
      value: lower.split(' of ').reduce((value, word) => value * manyOf(word), 1),
      vague: true,
    };
  }
  const digits = /^([\d,.]+)[ -]?([a-z]*)$/.exec(lower);
  if (digits !== null) {
    const scale = SCALES[digits[2]!] ?? SHORT_SCALES[digits[2]!] ?? 1;
    return { value: exact(Number(digits[1]!.replaceAll(',', '')) * scale), vague: false };
  }
  return { value: exact(spelled(lower)), vague: false };
}

/** "Dozens" are at least one dozen: the words say no more. */
function manyOf(word: string): number {
  if (word === 'tens') return 10;
  return word === 'scores' ? 20 : (SCALES[word.slice(0, -1)] ?? 1);
}

function spelled(lower: string): number {
  const share = /^half an? /.test(lower) ? 0.5 : /^a quarter of an? /.test(lower) ? 0.25 : 1;
  const words = lower
    .replace(/^(?:half an? |a quarter of an? |an? )/, '')
    .replace(/ and a half/, ' half')
    .split(/[ -]/);
  let total = 0;
  let group = 0;
  for (const word of words) {
    if (word === 'half') group += 0.5;
    else if (word === 'hundred' || word === 'dozen') group = (group || 1) * SCALES[word]!;
    else if (word in SCALES) {
      total += (group || 1) * SCALES[word]!;
      group = 0;
    } else if (word !== 'and') group += smallOf(word);
  }
  return share * (total + group);
}

function smallOf(word: string): number {
  const one = ONES.indexOf(word);
  return one >= 0 ? one : (TENS.indexOf(word) + 2) * 10;
}

/** Without the tail that binary fractions leave: 1.1 million is 1100000. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}
