import { z } from 'zod';
import { CLAIM_TYPES, FLAGS, KINDS, PARTS, type PartSpan } from '../annotation/model';
import { offsetTable } from '../document/positions';
import type { DetectableText, Suggestion } from './model';

/** The protocol that docs/detectors.md describes. */
const PROTOCOL = 1;

/** More suggestions than this for one article are no help to anybody. */
const MOST_SUGGESTIONS = 5000;

/** What another program gets to read: offsets are in code points of `text`. */
export interface DetectorRequest extends DetectableText {
  readonly stet: typeof PROTOCOL;
  readonly unit: 'codepoint';
}

/** What is posted to a detector about one revision. */
export function detectorRequest({ text, date, blocks }: DetectableText): DetectorRequest {
  const { rangeToCodePoints } = offsetTable(text);
  const told = blocks.map(({ role, start, end }) => ({
    role,
    ...rangeToCodePoints({ start, end }),
  }));
  return { stet: PROTOCOL, unit: 'codepoint', text, date, blocks: told };
}

const line = (most: number) => z.string().trim().min(1).max(most);
const count = z.number().int().min(0).max(10_000_000);

const SPAN = z.object({
  part: z.enum(PARTS).default('content'),
  ordinal: count.max(50).default(0),
  piece: count.max(500).default(0),
  start: count,
  end: count,
  /** The words, by which the offsets are checked. */
  exact: z.string().max(20_000).optional(),
});

const SUGGESTION = z.object({
  kind: z.enum(KINDS),
  spans: z.array(SPAN).min(1).max(100),
  rule: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(60),
  reason: line(300),
  confidence: z.number().min(0).max(1),
  types: z.array(z.enum(CLAIM_TYPES)).max(CLAIM_TYPES.length).default([]),
  flags: z.array(z.enum(FLAGS)).max(FLAGS.length).default([]),
  speaker: line(200).nullable().default(null),
});

const ANSWER = z.object({
  detector: z.object({ name: line(60), version: line(60) }),
  unit: z.enum(['codepoint', 'utf16']),
  suggestions: z.array(z.unknown()),
});

export interface DetectorAnswer {
  readonly detector: { readonly name: string; readonly version: string };
  /** What its offsets counted; those of `suggestions` are UTF-16. */
  readonly unit: 'codepoint' | 'utf16';
  readonly suggestions: readonly Suggestion[];
  /** Those that were not understood, or whose words are not where they are said to be. */
  readonly dropped: number;
}

/**
 * Reads what a detector answered about a text: spans in UTF-16, checked against the words that it
 * quotes. What cannot be read is dropped one by one; an answer that is none, or too much, is
 * refused as a whole with one sentence.
 */
export function readDetectorAnswer(
  text: string,
  answer: unknown,
  reserved: string,
): DetectorAnswer | { readonly refused: string } {
  const parsed = ANSWER.safeParse(answer);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return { refused: `The detector’s answer is not understood${where === '' ? '' : ` (at “${where}”)`}: see docs/detectors.md.` }; // prettier-ignore
  }
  const { detector, unit, suggestions } = parsed.data;
  if (detector.name === reserved) {
    return { refused: `The name “${reserved}” is Stet’s own: give the detector another one.` };
  }
  if (suggestions.length > MOST_SUGGESTIONS) {
    return { refused: `The detector sent ${suggestions.length} suggestions for one article; at most ${MOST_SUGGESTIONS} are taken.` }; // prettier-ignore
  }
  const { toUtf16 } = offsetTable(text);
  const offset = unit === 'utf16' ? (at: number) => at : toUtf16;
  const read = suggestions.flatMap((one) => readSuggestion(text, one, offset) ?? []);
  return { detector, unit, suggestions: read, dropped: suggestions.length - read.length };
}

function readSuggestion(
  text: string,
  one: unknown,
  offset: (at: number) => number,
): Suggestion | null {
  const parsed = SUGGESTION.safeParse(one);
  if (!parsed.success) return null;
  const { spans: told, speaker, ...rest } = parsed.data;
  const spans: PartSpan[] = [];
  for (const { exact, ...span } of told) {
    const start = offset(span.start);
    const end = offset(span.end);
    if (start >= end || end > text.length) return null;
    if (exact !== undefined && text.slice(start, end) !== exact) return null;
    spans.push({ ...span, start, end });
  }
  return {
    ...rest,
    spans,
    evidence: [],
    speech: null,
    sourceType: null,
    anonymityReason: null,
    speaker: speaker === null ? null : { name: speaker, named: true, introduced: null },
    score: null,
    figures: [],
    dates: [],
  };
}
