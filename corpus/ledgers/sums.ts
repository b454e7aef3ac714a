import { FIGURE, figureOf, isLoose, shown } from './figure';
import type { Finding } from './model';

const WHOLE = 'people|persons|passengers|children|adults|members|students|pupils|victims|workers|residents|players|councillors|jurors|prisoners|inmates|patients'; // prettier-ignore
const PART = 'men|women|boys|girls|adults|children|males|females|teachers|pupils';
const NAMED = `(?<a>${FIGURE}) (?<pa>${PART})(?:, (?<c>${FIGURE}) (?<pc>${PART}))?,? and (?<b>${FIGURE}) (?<pb>${PART})`; // prettier-ignore
const ANY = `(?<a>${FIGURE}) (?<pa>[a-z]+)(?:, (?<c>${FIGURE}) (?<pc>[a-z]+))?,? and (?<b>${FIGURE}) (?<pb>[a-z]+)`; // prettier-ignore

const FORMS = [
  new RegExp(`(?<t>${FIGURE}) (?:${WHOLE})(?:,| –| —|:| \\() ?${NAMED}(?=[,.;:)–—]| –| —|$)`, 'gid'),
  new RegExp(`\\b${ANY},? (?:for a total of|a total of|making a total of|making|or) (?<t>${FIGURE}) (?:[a-z]+ )?(?:in all|in total|altogether)`, 'gid'),
  new RegExp(`\\b${ANY},? (?:for|making) a total of (?<t>${FIGURE})`, 'gid'),
  new RegExp(`\\b${ANY}, (?<t>${FIGURE}) (?:[a-z]+ )?(?:in all|in total|altogether)`, 'gid'),
]; // prettier-ignore

/** Complementary groups, so that parts of a whole are not taken for all of it. */
const COMPLETE: readonly (readonly string[])[] = [
  ['men', 'women'],
  ['boys', 'girls'],
  ['adults', 'children'],
  ['males', 'females'],
  ['men', 'women', 'children'],
  ['teachers', 'pupils'],
];

/** Sums whose parts, all named in the sentence, do not add up to what it says. */
export function checkSums(sentence: string): readonly Finding[] {
  const found = FORMS.flatMap((form, index) =>
    [...sentence.matchAll(form)].flatMap((match) => {
      const groups = match.groups!;
      const [start, end] = match.indices!.groups!['t']!;
      const parts = ['a', 'c', 'b'].flatMap((name) => groups[name] ?? []);
      const names = ['pa', 'pc', 'pb'].flatMap((name) => groups[name]?.toLowerCase() ?? []);
      if (index === 0 && !isComplete(names)) return [];
      const problem = sumProblem(parts, groups['t']!, sentence, match.indices!.groups!);
      return problem === null ? [] : [{ start, end, sentence: problem }];
    }),
  );
  return found.filter((one, at) => found.findIndex(({ start }) => start === one.start) === at);
}

function isComplete(names: readonly string[]): boolean {
  return COMPLETE.some((group) => group.length === names.length && group.every((name) => names.includes(name))); // prettier-ignore
}

function sumProblem(
  parts: readonly string[],
  told: string,
  sentence: string,
  places: Readonly<Record<string, readonly [number, number]>>,
): string | null {
  const isVague = ['a', 'b', 'c', 't'].some((name) => places[name] !== undefined && isLoose(sentence.slice(0, places[name][0]))); // prettier-ignore
  const figures = parts.map(figureOf);
  const whole = figureOf(told);
  if (isVague || whole === null || figures.some((figure) => figure === null)) return null;
  const known = figures.flatMap((figure) => figure ?? []);
  const sum = known.reduce((total, { value }) => total + value, 0);
  const room = known.reduce((total, { slack }) => total + slack, whole.slack);
  if (Math.abs(sum - whole.value) <= room) return null;
  return `${known.map(({ value }) => shown(value, 2)).join(' + ')} = ${shown(sum, 2)}, not ${shown(whole.value, 2)}.`;
}
