import type { PartSpan, SourceType, Speech } from '../annotation/model';
import { snapToGraphemes, type Span } from '../spans/span';
import type { FoundAttribution } from './attributions';
import { DOUBT_WORDS } from './doubts';
import type { Suggestion } from './model';
import type { Quotation } from './quotations';
import { confidenceOf } from './rule-precision';
import type { Resolved } from './speakers';

const SOURCE_WORDS: Readonly<Record<SourceType, string>> = {
  named_person: 'a person',
  organisation: 'an organisation',
  document: 'a document',
  anonymous: 'a source without a name',
  group: 'a group',
  author: 'the author',
  social_account: 'an account',
  implicit: 'nobody named',
};

/** A quote as it is proposed; `by` is the attribution that holds it, with its speaker. */
export function quoteOf(
  text: string,
  quotation: Quotation,
  by: { found: FoundAttribution; resolved: Resolved } | null,
): Suggestion {
  const rule = quotation.isBlock ? 'quote-block' : by === null ? 'quote-loose' : 'quote-attributed';
  const cue = by?.found.cue ?? null;
  return {
    kind: 'quote',
    spans: parts(text, 'content', quotation.pieces),
    rule,
    evidence: cue === null ? [] : [cue],
    reason:
      by === null
        ? quotation.isBlock
          ? 'words set off as a block quotation'
          : 'words between quotation marks that make a sentence'
        : `quotation with ${cueWords(text, cue)} and ${SOURCE_WORDS[by.resolved.sourceType]}`,
    confidence: confidenceOf(rule),
    types: ['quote'],
    flags: [],
    speech: 'direct',
    sourceType: by?.resolved.sourceType ?? null,
    anonymityReason: by?.resolved.anonymityReason ?? null,
    speaker: by?.resolved.speaker ?? null,
    score: null,
    figures: [],
    dates: [],
  };
}

export function attributionOf(text: string, found: FoundAttribution, who: Resolved): Suggestion {
  const { content, source, cue, addressee, rule } = found;
  return {
    kind: 'attribution',
    spans: [
      ...parts(text, 'content', content),
      ...parts(text, 'source', source === null ? [] : [source]),
      ...parts(text, 'cue', cue === null ? [] : [cue]),
      ...parts(text, 'addressee', addressee === null ? [] : [addressee]),
    ],
    rule,
    evidence: [cue, source].filter((span) => span !== null).sort((a, b) => a.start - b.start),
    reason: `${found.isDirect ? 'quotation' : 'statement'} with ${cueWords(text, cue)} and ${SOURCE_WORDS[who.sourceType]}${doubtWords(found)}`,
    confidence: confidenceOf(rule, found.doubt),
    types: [],
    flags: [],
    speech: speechOf(found),
    sourceType: who.sourceType,
    anonymityReason: who.anonymityReason,
    speaker: who.speaker,
    score: null,
    figures: [],
    dates: [],
  };
}

function doubtWords({ doubt }: FoundAttribution): string {
  return doubt === null ? '' : `, ${DOUBT_WORDS[doubt]}`;
}

function cueWords(text: string, cue: Span | null): string {
  return cue === null ? 'a colon' : `“${text.slice(cue.start, cue.end)}”`;
}

function speechOf(found: FoundAttribution): Speech {
  if (found.isDirect) return 'direct';
  return found.quotations.length > 0 ? 'mixed' : 'indirect';
}

/** Pieces in text order, whole characters only; one that would overlap the one before is left out. */
function parts(text: string, part: PartSpan['part'], spans: readonly Span[]): PartSpan[] {
  const pieces: PartSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const whole = snapToGraphemes(text, span);
    if (whole === null || whole.start < (pieces.at(-1)?.end ?? 0)) continue;
    const { start, end } = whole;
    pieces.push({ start, end, part, ordinal: 0, piece: pieces.length });
  }
  return pieces;
}
