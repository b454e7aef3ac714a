/** What an article's first words say about where it comes from. */
export interface Dateline {
  /** As written: ["VESSA, Norland", "PORT ARLEN"]; empty where only the agency stands there. */
  readonly places: readonly string[];
  readonly agency: string | null;
  /** A date inside the dateline, as written ("March 3"); null without. */
  readonly date: string | null;
  /** The dateline's length in the paragraph, its dash and the space after included. */
  readonly length: number;
}

const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const DATE = `(?:(?:${MONTHS})[a-z]*\\.? \\d{1,2}|\\d{1,2} (?:${MONTHS})[a-z]*\\.?)(?:,? \\d{4})?`;
const CAPITALS = "[\\p{Lu}][\\p{Lu}\\p{M}.'’-]*(?:[ \\u00a0][\\p{Lu}(][\\p{Lu}\\p{M}.'’)-]*){0,6}";
const WORD = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*";
const WORDS = `${WORD}(?: (?:${WORD}|\\p{Ll}{1,3})){0,4}`;
const REGION = "(?:, \\p{Lu}[\\p{L}\\p{M}.'’-]*(?: \\p{Lu}[\\p{L}\\p{M}.'’-]*){0,3}){0,2}?";
const AGENCY = '\\((?<agency>\\p{L}[\\p{L}\\p{N} .!&/-]{1,40})\\)';
const DASH = '(?:\\s*[—―]\\s*|\\s+[–-]{1,2}\\s+|\\s*--\\s*|[–-]\\s+|\\s+[_|]\\s+)';

const PLACES = `(?<places>${CAPITALS}${REGION}(?:\\s?/\\s?${CAPITALS}${REGION}){0,4})`;
const ANY_PLACES = `(?<places>${WORDS}${REGION}(?:\\s?/\\s?${WORDS}${REGION}){0,4})`;
const DATED = `(?:[,.]? (?<date>${DATE}))?`;

const WITH_AGENCY = new RegExp(`^${PLACES}${DATED},? ${AGENCY}(?:${DASH}|:\\s|\\s)`, 'u');
const ANY_WITH_AGENCY = new RegExp(`^${ANY_PLACES}${DATED},? ?${AGENCY}(?:${DASH}|:\\s)`, 'u');
const AGENCY_ONLY = new RegExp(`^(?:(?<date>${DATE}) )?${AGENCY}${DASH}`, 'u');
const WITHOUT_AGENCY = new RegExp(`^${PLACES}${DATED}${DASH}(?=["“‘«(]?[\\p{Lu}\\p{Lo}\\d])`, 'u');

/** Longest dateline that is looked for, in UTF-16 units. */
const REACH = 200;

/**
 * Reads the dateline that a paragraph begins with; null where it has none. "LONDON (AP) — …",
 * "PARIS, March 3 (AFP) - …", "VESSA, Norland/PORT ARLEN (Reuters) – …", "BERLIN — …".
 */
export function datelineOf(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, REACH);
  for (const form of [WITH_AGENCY, WITHOUT_AGENCY, ANY_WITH_AGENCY, AGENCY_ONLY]) {
    const match = form.exec(head);
    if (match === null || match[0].length >= paragraph.length) continue;
    const { places = '', agency = null, date = null } = match.groups ?? {};
    if (agency === null && !mayBePlace(places)) continue;
    if (agency !== null && /\d{3}|^(?:the|a|an|who|which|and|or)\b/.test(agency)) continue;
    return { places: splitPlaces(places), agency, date, length: match[0].length };
  }
  return null;
}

/** Without an agency a lone short word in capitals may be an acronym: three letters are too few. */
function mayBePlace(places: string): boolean {
  return /\p{Lu}{3}/u.test(places) && places.length >= 4 && !NOT_PLACES.test(places);
}

const NOT_PLACES =
  /^(?:NOTE|NOTES|UPDATE|UPDATED|CORRECTION|CORRECTED|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|WATCH|WHY|WHAT|HOW|WHO|WHERE|WHEN|KEY|THE(?! HAGUE)|VIDEO|PHOTOS?|FILE|ALERT|WARNING|RELATED|READ|MORE|NATO|UNESCO|UNICEF|OPEC|NASA|FIFA|UEFA)\b/;

function splitPlaces(places: string): string[] {
  return places
    .split('/')
    .map((place) => place.trim())
    .filter((place) => place !== '');
}
