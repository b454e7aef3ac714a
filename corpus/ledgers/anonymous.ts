import { sentencesOf } from '../spans/sentences';
import { spansOverlap, type Span } from '../spans/span';
import type { LedgerAttribution, LedgerEntry, LedgerInput } from './model';

/** A reason as an article gives it, in the sentence of the source or the one beside it. */
const REASON = /\b(?:(?:on|under) (?:the )?condition (?:of anonymity|that (?:he|she|they) not be named)|(?:not to be|asked that (?:his|her|their) names? not be|not be) (?:named|identified|used)|to remain anonymous|anonymity)\b/i; // prettier-ignore
const BECAUSE = /\b(?:because|since|for fear|fearing|citing|as (?:he|she|they) (?:was|were|is|are) not (?:authori[sz]ed|allowed)|(?:was|were|is|are) not authori[sz]ed)\b/i; // prettier-ignore

const BARE = /^(?:(?:a|an|one|another|the|two|three|several|some|multiple|other)\s+)?sources?$/i;
const PLURAL = /\b(?:sources|officials|insiders|diplomats|aides|people (?:familiar|close|with knowledge|briefed))\b/i; // prettier-ignore
/** Said of what an unnamed source said; "the source of the river" is none. */
const BARE_IN_TEXT = /\b(?:(?:a|one|another|the|two|three|several|multiple)\s+)?sources?\s+(?:said|says|say|told|added|claimed|confirmed|close to|familiar with)\b|\b(?:said|according to|told by)\s+(?:a|one|another|two|three|several|multiple)?\s*sources?(?=[.,;]|\s+(?:close|familiar|with))/gi; // prettier-ignore

/**
 * Who is quoted without a name: whether a reason is given, whether more is said than "a source", and
 * whether several are told of where the evidence comes from one person.
 */
export function anonymousSources(input: LedgerInput): readonly LedgerEntry[] {
  const anonymous = input.attributions.filter((one) => isAnonymous(input.text, one));
  const marked = anonymous.flatMap((one) => entryOf(input, one));
  const known = input.attributions.flatMap(({ source }) => source);
  return [...marked, ...bareInText(input, known)].sort((a, b) => a.start - b.start);
}

export function isAnonymous(text: string, one: LedgerAttribution): boolean {
  return one.sourceType === 'anonymous' || (one.sourceType === null && BARE.test(wordsOf(text, one)));
} // prettier-ignore

function wordsOf(text: string, { source }: LedgerAttribution): string {
  return source.map(({ start, end }) => text.slice(start, end)).join(' ').trim(); // prettier-ignore
}

function entryOf(input: LedgerInput, one: LedgerAttribution): readonly LedgerEntry[] {
  const place = one.source[0] ?? one.content[0];
  if (place === undefined) return [];
  const words = wordsOf(input.text, one);
  const told = tell(words, reasonOf(input, one, place), one.personsBehind);
  const { start, end } = place;
  return [{ start, end, annotationId: one.isSuggested ? null : one.annotationId, ...told }];
}

function tell(
  words: string,
  reason: string | null,
  personsBehind: number | null,
): Pick<LedgerEntry, 'sentence' | 'asks'> {
  const name = words === '' ? 'A source without a name' : `“${words}”`;
  if (PLURAL.test(words) && personsBehind === 1) {
    return { asks: true, sentence: `${name} is plural, and the evidence comes from one person.` };
  }
  if (BARE.test(words)) {
    return { asks: true, sentence: `${name}: nothing is said of who this is or how they know.` };
  }
  if (reason === null) return { asks: true, sentence: `${name}: no reason is given for leaving the name out.` }; // prettier-ignore
  return { asks: false, sentence: `${name}: ${reason}` };
}

/** What the desk noted, else what the article says; null for neither. */
function reasonOf(input: LedgerInput, one: LedgerAttribution, place: Span): string | null {
  const noted = one.anonymityReason?.trim() ?? '';
  if (noted !== '' && noted !== 'none_given') return noted;
  const block = input.blocks.find((each) => spansOverlap(each, place));
  if (block === undefined || noted === 'none_given') return null;
  const sentences = sentencesOf(input.text.slice(block.start, block.end));
  const at = sentences.findIndex(({ end }) => block.start + end > place.start);
  const said = sentences.slice(Math.max(0, at - 1), at + 2).map(({ start, end }) => input.text.slice(block.start + start, block.start + end)); // prettier-ignore
  const found = said.find((sentence) => REASON.test(sentence));
  return found !== undefined && BECAUSE.test(found) ? 'the article says why.' : null;
}

/** Bare sources that nobody has marked as attributions. */
function bareInText({ text, blocks }: LedgerInput, known: readonly Span[]): readonly LedgerEntry[] {
  return blocks.flatMap((block) => {
    if (block.role === 'furniture' || block.role === 'reader_comment') return [];
    return [...text.slice(block.start, block.end).matchAll(BARE_IN_TEXT)].flatMap((match) => {
      const word = /sources?/i.exec(match[0])!;
      const start = block.start + match.index + word.index;
      const place = { start, end: start + word[0].length };
      if (known.some((span) => spansOverlap(span, place))) return [];
      const rest = text.slice(place.end, place.end + 40);
      if (/^\s+(?:close|familiar|with)/i.test(rest)) return [];
      const sentence = `“${word[0]}”: nothing is said of who this is or how they know.`;
      return [{ ...place, annotationId: null, asks: true, sentence }];
    });
  });
}
