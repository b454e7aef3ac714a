import { datesIn, type FoundDate } from './calendar';
import { wordsOf } from './letters';

export interface Byline {
  /** As written, without "By" and without titles after the names; null for a date alone. */
  readonly names: string | null;
  /** An agency or paper named after the names. */
  readonly agency: string | null;
  readonly date: FoundDate | null;
}

const LONGEST = 250;
const BY =
  /^[—–-]?\s*(?:(?:written|posted|published|reported|compiled|story|report|words|text|interview)\s*(?:on\s*)?(?:by|:)|by:?)\s+/i;
const PARTICLE =
  /^(?:de|del|della|der|den|di|da|dos|du|des|la|le|van|von|zu|zur|ten|ter|bin|bint|ibn|al|el|y|e|abu|af|av|o|’t|'t|lo)$/i;
const NAME_TOKEN = /^(?:(?:al|el|ad|as|ash|d|l|o)[-’'])?\p{Lu}[\p{L}\p{M}’'.-]*$/u;
const NOT_NAMES =
  /^(?:The|A|An|This|That|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Photo|Image|Video|File)$/;
const ORGANISATION =
  /\b(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|press|news|agency|agence|times|post|herald|bureau|service|reuters|bloomberg|afp|ap|dpa|upi|xinhua|tass|efe|ansa|kyodo|pti|aap|interfax|anadolu|magazine|radio|tv|television|media|team|desk|special)\b/i;
const STAFF = /\b(?:staff|writers?|reporters?|correspondents?)\b/i;

const TIMES = /\b\d{1,2}(?:[:.]\d{2}){1,2}\b\s*(?:[ap]\.?m\.?)?|\b\d{1,2}\s*[ap]\.?m\.?(?=\W|$)/gi;
const DATE_WORDS =
  /\b(?:first |last )?(?:\d+ (?:(?:minutes?|hours?|days?|weeks?|months?|years?) ago|comments?|shares|views|min(?:ute)?s? read)|published|posted|updated|modified|created|date|on|at|edited)\b:?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:[bcegijmp]st|[cempn]dt|[ceimps]t|gmt|utc|cest|msk|sgt|hkt|ae[sd]t)\b/gi;

/**
 * Reads a line that says who wrote an article, when, or both: "By A and B", "A and B, Staff
 * Writers", "June 9, 2021. A, B.", "Published 3 May 2021 14:05 BST". Null for any other line.
 */
export function bylineOf(text: string): Byline | null {
  if (text.length > LONGEST) return null;
  const date = datesIn(text)[0] ?? null;
  if (date !== null && isDateOnly(text)) return { names: null, agency: null, date };
  const rest = date === null ? text : text.replace(date.words, ' ');
  const by = BY.exec(rest);
  if (by === null && date === null && !STAFF.test(text)) return null;
  const { names, after } = namesAtStart(by === null ? rest : rest.slice(by[0].length), by === null);
  if (names === null) return date !== null && isPlace(rest) ? { names, agency: null, date } : null;
  if (by === null && date === null && !STAFF.test(after)) return null;
  return { names, agency: ORGANISATION.test(after) ? agencyIn(after) : null, date };
}

/**
 * The names in a line that may be nothing but somebody's name ("A B", "A B and C D in Vessa"); null
 * for any other. By itself that makes no byline: what stands beside it must say so too.
 */
export function namesIn(text: string): string | null {
  if (text.length > 120 || /[.!?:]$/.test(text)) return null;
  const { names, after } = namesAtStart(text, true);
  return after === '' || / in \p{Lu}[^,]*$/u.test(text) ? names : null;
}

/** "Millbridge, " before a date. */
function isPlace(rest: string): boolean {
  return (
    /^[\s.,|–—-]*\p{Lu}[\p{L}\p{M}’'. -]{2,30}[\s.,|–—-]*$/u.test(rest) && wordsOf(rest).length <= 4
  );
}

function isDateOnly(text: string): boolean {
  let rest = text;
  for (const { words } of datesIn(text)) rest = rest.replace(words, ' ');
  return !/\p{L}/u.test(rest.replace(TIMES, ' ').replace(DATE_WORDS, ' '));
}

/** Names from the start of a text, and what follows them; `strict` asks for two words a name. */
function namesAtStart(text: string, strict: boolean): { names: string | null; after: string } {
  const trimmed = text
    .replace(TIMES, ' ')
    .replace(/\s(?:on|at)\s*$/, '')
    .replace(/^[\s.,;|•·—–-]+|[\s.,;|•·—–-]+$/gu, '');
  const parts = trimmed.split(
    /(\s*(?:,\s*and\b|,|;|&|\band\b|\bAND\b|\bwith\b)\s*|\s+(?:[|•·—–-]|in|for|of|at)\s+)/u,
  );
  let names = '';
  let at = 0;
  for (; at < parts.length; at += 2) {
    const part = parts[at] ?? '';
    if (!isName(part, strict)) break;
    names += (at === 0 ? '' : (parts[at - 1] ?? '')) + part;
    if (ENDS_NAMES.test(parts[at + 1] ?? '')) {
      at += 2;
      break;
    }
  }
  const after = parts.slice(at).join('').trim();
  if (names === '' || (after !== '' && !mayFollowNames(after, parts[at - 1] ?? ''))) {
    return { names: null, after: '' };
  }
  return { names, after };
}

const ENDS_NAMES = /^\s+(?:[|•·—–-]|in|for|of|at)\s+$/u;

function mayFollowNames(after: string, separator: string): boolean {
  if (ORGANISATION.test(after) || /^[\s\d:.|]+$/.test(after)) return true;
  return (
    ENDS_NAMES.test(separator) && /^(?:the )?\p{Lu}/u.test(after) && wordsOf(after).length <= 5
  );
}

function isName(text: string, strict: boolean): boolean {
  const tokens = wordsOf(text);
  if (tokens.length < (strict ? 2 : 1) || tokens.length > 5 || ORGANISATION.test(text))
    return false;
  if (tokens.some((token) => NOT_NAMES.test(token))) return false;
  if (!tokens.some((token) => NAME_TOKEN.test(token))) return false;
  return tokens.every((token) => NAME_TOKEN.test(token) || PARTICLE.test(token));
}

function agencyIn(after: string): string | null {
  const part = after
    .split(/\s*[,|;]\s*/)
    .find((piece) => ORGANISATION.test(piece) && !STAFF.test(piece));
  return part?.replace(/^(?:special to|for|of|the)\s+/i, '').trim() ?? null;
}
