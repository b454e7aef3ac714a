/** Words that stand for somebody who is named elsewhere. */
const STAND_INS = new Set(
  'i we you he she it they him her them his hers their theirs who whom that this these those one'.split(
    ' ',
  ),
);

/** What comes before a name without being part of it. */
const LEADING = /^(?:the|a|an|mr|mrs|ms|dr|sir)\.?\s+/;

/**
 * The name under which an attribution's source is listed: the fullest name that the article gives,
 * where a detector resolved it and the source's words still agree with it; else the words
 * themselves. Null for a pronoun that leads nowhere and for no words at all.
 */
export function sourceName(words: string, resolved: string | null): string | null {
  const said = words.replace(/\s+/g, ' ').trim();
  const full = resolved?.trim() ?? '';
  if (full !== '' && (said === '' || isStandIn(said) || shareWord(said, full))) return full;
  return said === '' || isStandIn(said) ? null : said;
}

/** The same for names that differ only in case, spacing, article or form of address. */
export function sourceKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/[’']s$/, '').replace(/\s+/g, ' ').trim(); // prettier-ignore
  return plain.replace(LEADING, '') || plain;
}

function isStandIn(words: string): boolean {
  return STAND_INS.has(words.toLowerCase());
}

function shareWord(a: string, b: string): boolean {
  const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  const known = new Set(wordsOf(b));
  return wordsOf(a).some((word) => known.has(word));
}
