import { trimSpan, type Span } from '../spans/span';
import type { Part } from '../annotation/model';

/** Reporting verbs in their past and present forms (the most frequent of English news). */
const VERBS = [
  'said',
  'says',
  'say',
  'told',
  'tells',
  'tell',
  'added',
  'adds',
  'asked',
  'asks',
  'announced',
  'announces',
  'warned',
  'warns',
  'wrote',
  'writes',
  'argued',
  'argues',
  'claimed',
  'claims',
  'confirmed',
  'confirms',
  'denied',
  'denies',
  'declared',
  'declares',
  'explained',
  'explains',
  'insisted',
  'insists',
  'noted',
  'notes',
  'promised',
  'promises',
  'replied',
  'reported',
  'reports',
  'stated',
  'states',
  'suggested',
  'suggests',
  'believes',
  'believed',
  'hopes',
  'hoped',
  'estimates',
  'estimated',
  'expects',
  'expected',
  'admitted',
  'admits',
  'acknowledged',
  'conceded',
  'recalled',
  'continued',
  'concluded',
  'complained',
  'predicted',
  'quoted',
  'vowed',
  'urged',
  'urges',
  'called',
  'described',
  'testified',
  'alleged',
  'alleges',
  'agreed',
  'found',
].join('|');

const AUXILIARY = String.raw`(?:(?:has|have|had|did|does|would|could|will|may|might)(?:\s+not|n’t|n't)?\s+|(?:was|were|is|are)\s+(?:quoted\s+as\s+)?|later\s+|also\s+|repeatedly\s+)*`;
const CUE = new RegExp(
  String.raw`(?<![\p{L}’'-])(?:according to|${AUXILIARY}(?:not\s+|also\s+|later\s+)?(?:${VERBS}|saying|adding))(?![\p{L}-])`,
  'giu',
);

/** Words that can begin or fill a source before its noun: titles, determiners, names. */
const SOURCE_START =
  /^(?:the|a|an|one|two|three|some|several|many|his|her|their|its|he|she|they|it|we|i)$/i;

/** A proposal for one attribution; every range is of the text that it was proposed for. */
export type AttributionProposal = readonly (Span & { readonly part: Part })[];

/**
 * Proposes source, cue and content for a sentence of `text`; `content`, where the person selected
 * it, is kept. Null where no cue is found and nothing was selected. Follows PolNeAR's guideline:
 * the cue keeps its verb group, the content leaves out an introductory "that" and the final stop.
 */
export function proposeAttribution(
  text: string,
  sentence: Span,
  content: Span | null,
): AttributionProposal | null {
  const cue = findCue(text, sentence, content);
  if (cue === null) return content === null ? null : [{ ...content, part: 'content' }];
  const source = findSource(text, sentence, cue, content);
  const addressee = findAddressee(text, sentence, cue);
  const words = content ?? findContent(text, sentence, cue, source, addressee);
  if (words === null) return null;
  return [
    { ...words, part: 'content' },
    { ...cue, part: 'cue' },
    ...(source === null ? [] : [{ ...source, part: 'source' as const }]),
    ...(addressee === null ? [] : [{ ...addressee, part: 'addressee' as const }]),
  ];
}

/** The cue nearest to the content, outside of it and of any quotation. */
function findCue(text: string, sentence: Span, content: Span | null): Span | null {
  const cues = [...text.slice(sentence.start, sentence.end).matchAll(CUE)].map((match) => ({
    start: sentence.start + match.index,
    end: sentence.start + match.index + match[0].trimEnd().length,
  }));
  const outside = cues.filter(
    (cue) =>
      !isQuoted(text, sentence, cue) &&
      (content === null || cue.end <= content.start || cue.start >= content.end),
  );
  if (content === null) return outside[0] ?? null;
  const distance = (cue: Span) =>
    cue.end <= content.start ? content.start - cue.end : cue.start - content.end;
  return outside.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

function isQuoted(text: string, sentence: Span, span: Span): boolean {
  const before = text.slice(sentence.start, span.start);
  const opened = before.split(/[“«]/).length - before.split(/[”»]/).length;
  return opened > 0 || (before.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** The noun phrase beside the cue: before it, or behind it where the order is "said X". */
function findSource(text: string, sentence: Span, cue: Span, content: Span | null): Span | null {
  const isAccordingTo = /^according/i.test(text.slice(cue.start, cue.end));
  if (!isAccordingTo) {
    const before = phraseBefore(text, sentence, cue, content);
    if (before !== null) return before;
  }
  return phraseAfter(text, sentence, cue, content);
}

function phraseBefore(text: string, sentence: Span, cue: Span, content: Span | null): Span | null {
  const from = content !== null && content.end <= cue.start ? content.end : sentence.start;
  const stretch = text.slice(from, cue.start);
  const lead = stretch.search(/[^\s,;:–—]/);
  if (lead < 0) return null;
  const afterBreak = Math.max(
    ...['”', '"', ';', ':', '–', '—'].map((mark) => stretch.lastIndexOf(mark) + 1),
  );
  const clause = clauseStart(stretch, Math.max(lead, afterBreak));
  const phrase = trimSpan(text, { start: from + clause, end: cue.start });
  return phrase === null ? null : withoutEdgeCommas(text, phrase);
}

/** The start of the last clause: behind a comma that is followed by a subject and no apposition. */
function clauseStart(stretch: string, from: number): number {
  const commas = [...stretch.slice(from).matchAll(/, /g)].map((match) => from + match.index + 2);
  const endsWithComma = /,\s*$/.test(stretch);
  if (commas.length === 0 || endsWithComma) return from;
  const last = commas.at(-1)!;
  const word = stretch.slice(last).match(/^\S+/)?.[0] ?? '';
  return SOURCE_START.test(word) || /^\p{Lu}/u.test(word) || /^(but|and|while)$/i.test(word)
    ? skipConjunction(stretch, last)
    : from;
}

function skipConjunction(stretch: string, from: number): number {
  return from + (stretch.slice(from).match(/^(?:but|and|while|as)\s+/i)?.[0].length ?? 0);
}

function phraseAfter(text: string, sentence: Span, cue: Span, content: Span | null): Span | null {
  const to = content !== null && content.start >= cue.end ? content.start : sentence.end;
  const stretch = text.slice(cue.end, to);
  const end = stretch.search(/[,.;:“"]|\s(?:that|on|in|after|as|when|while|at|who)\s/u);
  const phrase = trimSpan(text, { start: cue.end, end: end < 0 ? to : cue.end + end });
  if (phrase === null) return null;
  const [first = ''] = text.slice(phrase.start, phrase.end).split(/\s/);
  return SOURCE_START.test(first) || /^\p{Lu}/u.test(first) || /^\p{L}+$/u.test(first)
    ? phrase
    : null;
}

/** "told the board": who was told stands right behind the verb. */
function findAddressee(text: string, sentence: Span, cue: Span): Span | null {
  if (!/\b(?:told|tells|tell|asked|asks|warned|urged)$/i.test(text.slice(cue.start, cue.end))) {
    return null;
  }
  const stretch = text.slice(cue.end, sentence.end);
  const end = stretch.search(/[,.;:“"]|\s(?:that|on|in|after|when|while|at|to|he|she|they|it)\s/u);
  return trimSpan(text, { start: cue.end, end: end < 0 ? sentence.end : cue.end + end });
}

function findContent(
  text: string,
  sentence: Span,
  cue: Span,
  source: Span | null,
  addressee: Span | null,
): Span | null {
  const used = [cue, source, addressee].filter((span) => span !== null);
  const first = Math.min(...used.map((span) => span.start));
  const last = Math.max(...used.map((span) => span.end));
  const before = trimContent(text, { start: sentence.start, end: first });
  const after = trimContent(text, { start: last, end: sentence.end });
  const length = (span: Span | null) => (span === null ? 0 : span.end - span.start);
  return length(before) > length(after) ? before : after;
}

function trimContent(text: string, span: Span): Span | null {
  const words = text.slice(span.start, span.end);
  const lead = words.match(/^[\s,;:–—]*(?:that\s+)?/)?.[0].length ?? 0;
  const trail = words.match(/(?:[\s,;:–—]|[.!?](?=\s*$))*$/)?.[0].length ?? 0;
  return trimSpan(text, { start: span.start + lead, end: span.end - trail });
}

function withoutEdgeCommas(text: string, span: Span): Span | null {
  const words = text.slice(span.start, span.end);
  const lead = words.match(/^[\s,]*(?:but|and|while)?\s*/i)?.[0].length ?? 0;
  const trail = words.match(/[\s,]*$/)?.[0].length ?? 0;
  return trimSpan(text, { start: span.start + lead, end: span.end - trail });
}
