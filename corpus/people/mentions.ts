import type { PersonName } from '../annotation/reading';

/** A mention in a text: UTF-16 offsets from the @ to the end of the name. */
export interface Mention {
  readonly person: PersonName;
  readonly start: number;
  readonly end: number;
}

const LETTER = /[\p{L}\p{N}_]/u;

/**
 * Who is mentioned in a text, in its order: an @ that no letter stands before, and a whole name or
 * a first name that only one person has, in upper or lower case, with no letter after it. The
 * longest name that fits counts.
 */
export function findMentions(text: string, people: readonly PersonName[]): readonly Mention[] {
  const names = namesOf(people);
  const found: Mention[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at > 0 && LETTER.test(text[at - 1]!)) continue;
    const hit = names.find(({ name }) => {
      const end = at + 1 + name.length;
      const same = text.slice(at + 1, end).toLowerCase() === name;
      return same && !LETTER.test(text.charAt(end));
    });
    if (hit) found.push({ person: hit.person, start: at, end: at + 1 + hit.name.length });
  }
  return found;
}

/** The names by which people can be mentioned, in lower case, the longest first. */
function namesOf(
  people: readonly PersonName[],
): readonly { readonly name: string; readonly person: PersonName }[] {
  const whole = people.map((person) => ({ name: person.name.toLowerCase(), person }));
  const taken = new Set(whole.map(({ name }) => name));
  const firsts = whole.map(({ name, person }) => ({ name: name.split(' ')[0]!, person }));
  const alone = firsts.filter(
    ({ name }) =>
      !taken.has(name) && firsts.filter((other) => other.name === name).length === 1 && name !== '',
  );
  return [...whole, ...alone].sort((a, b) => b.name.length - a.name.length);
}
