import { at, dayOf, monthOf } from '../detect/claims/calendar';
import { dayOfMoment } from '../wording/dates';
import type { Finding } from './model';

const YEAR = '(?:1[89]|20)\\d\\d';
const BORN = `born (?:(?:in|on) )?(?:[A-Z][a-z]+ (?:on|in) )?(?:(?:(?<d1>\\d{1,2})(?:st|nd|rd|th)? (?<m1>[A-Z][a-z]+),?|(?<m2>[A-Z][a-z]+) (?<d2>\\d{1,2}),?) )?(?<born>${YEAR})`; // prettier-ignore
const NOW = [
  new RegExp(`,\\s(?<age>\\d{1,3}),(?: who)?(?: was)? ${BORN}`, 'gd'),
  new RegExp(`${BORN},? (?:and )?is (?:now )?(?<age>\\d{1,3})(?: years old)?(?=[,.;]| and)`, 'gd'),
];
const THEN = [
  new RegExp(`\\((?<born>${YEAR})\\s?[–-]\\s?(?<died>${YEAR})\\)[^.;]{0,60}?\\b(?:aged|at the age of|at age) (?<age>\\d{1,3})\\b`, 'gd'),
  new RegExp(`born in (?<born>${YEAR})[^.;]{0,60}?died in (?<died>${YEAR})[^.;,]{0,20},? (?:aged|at the age of|at age|at) (?<age>\\d{1,3})\\b`, 'gd'),
]; // prettier-ignore

/** Ages that do not follow from the year of birth. `date`: the article's, YYYY-MM-DD. */
export function checkAges(sentence: string, date: string | null): readonly Finding[] {
  const today = date === null ? null : dayOf(date);
  const now = today === null ? [] : NOW.flatMap((form) => each(form, sentence, (groups) => ageNow(groups, today))); // prettier-ignore
  return [...now, ...THEN.flatMap((form) => each(form, sentence, ageThen))];
}

type Groups = Readonly<Record<string, string | undefined>>;

interface Ages {
  readonly low: number;
  readonly high: number;
  readonly computation: string;
}

function each(
  form: RegExp,
  sentence: string,
  agesOf: (groups: Groups) => Ages | null,
): readonly Finding[] {
  return [...sentence.matchAll(form)].flatMap((match) => {
    const ages = agesOf(match.groups!);
    const told = Number(match.groups!['age']);
    const [start, end] = match.indices!.groups!['age']!;
    if (ages === null || (told >= ages.low && told <= ages.high)) return [];
    const { low, high, computation } = ages;
    const possible = low === high ? String(low) : `${low} or ${high}`;
    return [{ start, end, sentence: `${computation}: ${possible}, not ${told}.` }];
  });
}

function ageNow(groups: Groups, today: Date): Ages | null {
  const born = Number(groups['born']);
  const month = groups['m1'] ?? groups['m2'];
  const day = groups['d1'] ?? groups['d2'];
  const year = today.getUTCFullYear();
  const most = year - born;
  if (most < 0) return null;
  const computation = `Born in ${born}, in ${year}`;
  if (month === undefined || day === undefined) return { low: Math.max(0, most - 1), high: most, computation }; // prettier-ignore
  const birthday = at(year, monthOf(month), Number(day));
  if (birthday === null || monthOf(month) < 0) return null;
  const exact = birthday.getTime() <= today.getTime() ? most : most - 1;
  return { low: exact, high: exact, computation: `Born on ${day} ${month} ${born}, on ${dayOfMoment(today.toISOString())}` }; // prettier-ignore
}

function ageThen({ born, died }: Groups): Ages | null {
  const high = Number(died) - Number(born);
  return high < 1 ? null : { low: high - 1, high, computation: `${died} − ${born}` };
}
