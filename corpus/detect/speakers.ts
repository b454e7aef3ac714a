import type { SourceType } from '../annotation/model';
import type { Span } from '../spans/span';
import type { FoundAttribution } from './attributions';
import type { Token } from './language';
import type { Speaker } from './model';

/** Who an attribution's source is, over all names the article gives. */
export interface Resolved {
  readonly speaker: Speaker | null;
  readonly sourceType: SourceType;
  /** `none_given`, or the words that give the reason; null where the source is not anonymous. */
  readonly anonymityReason: string | null;
}

const SINGULAR = new Set(['he', 'she', 'his', 'her', 'who']);
const PLURAL = new Set(['they', 'their', 'it', 'its', 'which']);
const ANONYMOUS =
  /^(?:sources?|officials?|diplomats?|aides?|advisers?|advisors?|insiders?|witness(?:es)?|people|person|employees?|staffers?|lawyers?|colleagues?|friends?|executives?|commanders?|soldiers?|residents?)$/;
const DOCUMENT =
  /^(?:statement|report|study|letter|survey|poll|document|memo|filing|lawsuit|article|translation|data|figures|ruling|charter|e-?mail|website|ad|slide|book|rules?)$/;
const ACCOUNT = /^@/;
const REASON =
  /\b(?:(?:speaking |spoke )?on (?:the )?condition of anonymity[^.]*|who (?:declined|asked not|did not want|is not authori[sz]ed|was not authori[sz]ed|requested not)[^,.]*|because [^,.]*not authori[sz]ed[^,.]*)/i;

interface Known {
  readonly speaker: Speaker;

  readonly type: SourceType;
}

/** The entities met so far, found by any word of their names or by their first letters. */
class Acquaintance {
  private readonly byWord = new Map<string, Known>();
  private readonly byInitials = new Map<string, Known>();

  find(type: SourceType, word: string): Known | null {
    const acronym = word.replaceAll('.', '');
    const byInitials = word.length > 1 ? this.byInitials.get(`${type} ${acronym}`) : undefined;
    return this.byWord.get(`${type} ${word}`) ?? byInitials ?? null;
  }

  add(entity: Known, words: ReadonlySet<string>): void {
    for (const word of words) keep(this.byWord, `${entity.type} ${word}`, entity);
    keep(this.byInitials, `${entity.type} ${initialsOf(entity.speaker.name)}`, entity);
  }
}

/** The first one met stays. */
function keep(index: Map<string, Known>, key: string, entity: Known): void {
  if (!index.has(key)) index.set(key, entity);
}

/** Resolves the sources of an article in text order; pronouns lead to the last fitting source. */
export function resolveSpeakers(
  text: string,
  attributions: readonly FoundAttribution[],
): readonly Resolved[] {
  const known = new Acquaintance();
  let lastPerson: Known | null = null;
  let lastGroup: Known | null = null;
  return attributions.map((found) => {
    const source = found.source;
    if (source === null) return { speaker: null, sourceType: 'implicit', anonymityReason: null };
    const tokens = found.sourceTokens;
    const first = tokens[0]?.lower ?? '';
    if (tokens.length === 1 && (first === 'i' || first === 'we')) {
      return { speaker: null, sourceType: 'author', anonymityReason: null };
    }
    const isPronoun = tokens.length === 1 && (SINGULAR.has(first) || PLURAL.has(first));
    const meant = SINGULAR.has(first) ? lastPerson : lastGroup;
    const entity = isPronoun ? meant : mention(text, source, tokens, known);
    if (entity === null) {
      const speaker = {
        name: text.slice(source.start, source.end),
        named: false,
        introduced: null,
      };
      return { speaker, sourceType: 'implicit', anonymityReason: null };
    }
    if (entity.type === 'named_person') lastPerson = entity;
    else if (entity.type === 'anonymous' && !/s$/.test(entity.speaker.name)) lastPerson = entity;
    else lastGroup = entity;
    return {
      speaker: entity.speaker,
      sourceType: entity.type,
      anonymityReason: entity.type === 'anonymous' ? reasonIn(text, found) : null,
    };
  });
}

/** The entity that a noun phrase names: one known by its last name or acronym, or a new one. */
function mention(text: string, source: Span, tokens: readonly Token[], known: Acquaintance): Known {
  const told = tokens.filter(isName);
  const [core = tokens, aside = []] = commaParts(tokens);
  const described = namedAfterRole(core, aside);
  const type = described === null ? typeOf(core, told) : 'named_person';
  const names = described ?? told;
  const words = new Set(names.map(({ lower }) => lower));
  const last = names.at(-1)?.lower;
  const same = last === undefined ? null : known.find(type, last);
  if (same !== null) return same;
  const exact = text.slice(source.start, source.end);
  const named = type === 'named_person' || type === 'organisation';
  const name = named ? nameIn(text, names) : exact;
  const entity: Known = { speaker: { name, named, introduced: { ...source } }, type };
  known.add(entity, words);
  return entity;
}

function isName({ capital, tag }: Token): boolean {
  return capital && tag !== 'DET';
}

/** The tokens between commas; one part at least. */
function commaParts(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.lower === ',') parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/**
 * The name in “the county’s chief engineer, Joss Amberly”: a role that ends in a common noun, then an
 * aside of names alone. Null elsewhere.
 */
function namedAfterRole(core: readonly Token[], aside: readonly Token[]): readonly Token[] | null {
  const head = core.at(-1);
  if (head === undefined || head.capital || head.tag !== 'NOUN') return null;
  return aside.length > 1 && aside.every(isName) ? aside : null;
}

const TITLES =
  /^(?:mr|mrs|ms|dr|sir|lt|gen|col|maj|capt|sgt|president|minister|mayor|secretary|senator|sen|rep|gov|governor|chancellor|king|prime|foreign|defen[cs]e|spokes(?:man|woman|person)|chief|head|judge|professor|prof|harbour|ambassador|chair(?:man|woman)?)\.?$/;

/** The last run of names without titles: "Ada Orm" of "Lt. Gen. Ada Orm". */
function nameIn(text: string, names: readonly Token[]): string {
  const own = names.filter(({ lower }) => !TITLES.test(lower));
  const run: Token[] = [];
  for (const token of own) {
    const previous = run.at(-1);
    if (previous !== undefined && token.start - previous.end > 1) {
      if (run.length > 1) break;
      run.length = 0;
    }
    run.push(token);
  }
  const first = run[0] ?? names[0];
  return first === undefined ? '' : text.slice(first.start, (run.at(-1) ?? first).end);
}

function initialsOf(name: string): string {
  return (name.match(/\b\p{Lu}/gu) ?? []).join('').toLowerCase();
}

const ORGANISATION =
  /^(?:council|committee|commission|department|ministry|agency|army|police|party|group|company|bank|union|university|court|government|office|board|campaign|association|observatory|organi[sz]ation|times|post|house|senate|congress|nations|states|kingdom|state|fund|institute|inc\.?|ltd\.?|corp\.?)$/;

function typeOf(tokens: readonly Token[], names: readonly Token[]): SourceType {
  if (tokens.some(({ lower }) => ACCOUNT.test(lower))) return 'social_account';
  const head = tokens.filter(({ tag }) => tag === 'NOUN' || tag === 'PROPN').at(-1);
  if (
    tokens.some(({ lower }) => DOCUMENT.test(lower)) &&
    !names.some(({ tag }) => tag === 'PROPN')
  ) {
    return 'document';
  }
  if (head !== undefined && !head.capital) {
    if (DOCUMENT.test(head.lower)) return 'document';
    if (tokens.some(({ lower }) => ANONYMOUS.test(lower))) return 'anonymous';
    return ORGANISATION.test(head.lower) ? 'organisation' : 'group';
  }
  const own = names.filter(({ lower }) => !TITLES.test(lower));
  const isPerson =
    own.length > 0 &&
    !names.some(({ lower }) => ORGANISATION.test(lower)) &&
    tokens[0]!.tag !== 'DET';
  if (isPerson) return 'named_person';
  return names.length > 0 ? 'organisation' : 'group';
}

function reasonIn(text: string, { within }: FoundAttribution): string {
  return REASON.exec(text.slice(within.start, within.end))?.[0].trim() ?? 'none_given';
}
