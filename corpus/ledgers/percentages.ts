import { FIGURE, PERCENT, figureOf, isLoose, shown, type Figure } from './figure';
import type { Finding } from './model';

const UNIT = String.raw`(?: (?!percent|per)[a-z]+| ?%| per cent)?`;
const FROM_TO = `from (?<x>${FIGURE})(?<ux>${UNIT}) to (?<y>${FIGURE})(?<uy>${UNIT})`;
const CHANGE = 'rise|increase|jump|growth|gain|surge|fall|drop|decline|decrease|cut|reduction|loss';
const MOVED = 'rose|risen|increased|grew|grown|climbed|jumped|surged|fell|fallen|dropped|declined|decreased|shrank|shrunk|up|down'; // prettier-ignore
const SHARE = `(?<n>${FIGURE})${PERCENT}`;

const CHANGES = [
  new RegExp(`${FROM_TO},? (?:\\(|or |up |down |an? )?(?:(?:${CHANGE}) of )?(?:(?:by|about|nearly|almost|some|more than|over) )?${SHARE}`, 'gid'),
  new RegExp(`\\b(?:${MOVED}) (?:by )?(?:(?:about|nearly|almost|some|more than|over) )?${SHARE},? ${FROM_TO}`, 'gid'),
  new RegExp(`${SHARE} (?:${CHANGE}),? ${FROM_TO}`, 'gid'),
]; // prettier-ignore

const SHARES = new RegExp(`(?<x>${FIGURE}) (?:out )?of (?:the |its |their |his |her |all )?(?<y>${FIGURE})\\b[^.;,()%]{0,40}?(?:, | \\()(?:or )?(?:(?:about|nearly|almost|some|more than|over|just) )?${SHARE}`, 'gid'); // prettier-ignore

const TIMES: Readonly<Record<string, readonly [low: number, high: number]>> = {
  doubled: [1.7, 2.6],
  tripled: [2.6, 3.7],
  trebled: [2.6, 3.7],
  quadrupled: [3.5, 4.8],
  halved: [0.4, 0.6],
};
const MULTIPLIED = new RegExp(`\\b(?<n>${Object.keys(TIMES).join('|')}),? (?:in [^.,;]{1,30} )?${FROM_TO}`, 'gid'); // prettier-ignore

/** Percentages that do not follow from the two figures beside them. */
export function checkPercentages(sentence: string): readonly Finding[] {
  return [
    ...CHANGES.flatMap((form) => each(form, sentence, changeProblem)),
    ...each(SHARES, sentence, shareProblem),
    ...each(MULTIPLIED, sentence, timesProblem),
  ];
}

interface Pair {
  readonly x: Figure;
  readonly y: Figure;
  readonly words: string;
  readonly n: string;
  readonly isLoose: boolean;
}

function each(
  form: RegExp,
  sentence: string,
  problemOf: (pair: Pair) => string | null,
): readonly Finding[] {
  return [...sentence.matchAll(form)].flatMap((match) => {
    const { x: xWords = '', y: yWords = '', ux = '', uy = '', n = '' } = match.groups!;
    const [start, end] = match.indices!.groups!['n']!;
    if (/%|per/.test(ux + uy) || areYears(xWords, yWords)) return [];
    const pair = readPair(xWords, yWords);
    if (pair === null) return [];
    const loose = isLoose(sentence.slice(0, start));
    const problem = problemOf({ ...pair, words: match[0], n, isLoose: loose });
    return problem === null ? [] : [{ start, end, sentence: problem }];
  });
}

/** "from 4 to 5 million" means millions twice. */
function readPair(xWords: string, yWords: string): { x: Figure; y: Figure } | null {
  const scale = /(?:million|billion|trillion|thousand|bn|mn|m|k)$/i.exec(yWords)?.[0];
  const hasOwn = /[a-z]$/i.test(xWords);
  const x = figureOf(scale !== undefined && !hasOwn && /^\S*\d$/.test(xWords) ? `${xWords} ${scale}` : xWords); // prettier-ignore
  const y = figureOf(yWords);
  return x === null || y === null || x.value <= 0 ? null : { x, y };
}

function areYears(...words: readonly string[]): boolean {
  return words.every((word) => /^(?:1[6-9]|20)\d\d$/.test(word));
}

/** Percentages from the least to the most that the rounded figures allow, around the told one. */
function disagrees(told: Figure, loose: boolean, values: readonly number[]): boolean {
  const room = Math.max(0.5, told.slack) + 0.05 + (loose ? 1 + told.value * 0.15 : 0);
  return told.value + room < Math.min(...values) || told.value - room > Math.max(...values);
}

function changeProblem({ x, y, n, isLoose: loose }: Pair): string | null {
  const told = figureOf(n);
  if (told === null) return null;
  const of = (a: number, b: number) => Math.abs((b - a) / a) * 100;
  const corners = [-1, 1].flatMap((a) => [-1, 1].map((b) => of(x.value + a * x.slack, y.value + b * y.slack))); // prettier-ignore
  if (!disagrees(told, loose, corners)) return null;
  const what = y.value >= x.value ? 'a rise' : 'a fall';
  return `From ${shown(x.value, 2)} to ${shown(y.value, 2)} is ${what} of ${shown(of(x.value, y.value))} %: (${shown(y.value, 2)} − ${shown(x.value, 2)}) ÷ ${shown(x.value, 2)}.`;
}

function shareProblem({ x, y, n, isLoose: loose }: Pair): string | null {
  const told = figureOf(n);
  if (told === null || x.value > y.value) return null;
  const of = (a: number, b: number) => (a / b) * 100;
  const corners = [-1, 1].flatMap((a) => [-1, 1].map((b) => of(x.value + a * x.slack, y.value + b * y.slack))); // prettier-ignore
  if (!disagrees(told, loose, corners)) return null;
  return `${shown(x.value, 2)} of ${shown(y.value, 2)} is ${shown(of(x.value, y.value))} %.`;
}

function timesProblem({ x, y, n, isLoose: loose }: Pair): string | null {
  const [low, high] = TIMES[n.toLowerCase()]!;
  const ratio = y.value / x.value;
  if (loose || (ratio >= low && ratio <= high)) return null;
  return `From ${shown(x.value, 2)} to ${shown(y.value, 2)} is ${shown(ratio, 2)} times as much.`;
}
