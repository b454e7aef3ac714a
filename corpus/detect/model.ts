import type { ClaimType, Flag, Kind, PartSpan, SourceType, Speech } from '../annotation/model';
import type { BlockRole, Range } from '../document/block';
import type { Span } from '../spans/span';

/** A block as detectors see it: its place in the text (UTF-16, half-open) and its role. */
export interface DetectableBlock extends Range {
  readonly role: BlockRole;
}

/** What detectors get: one revision's text, its blocks in order, and the article's date if known. */
export interface DetectableText {
  readonly text: string;
  readonly blocks: readonly DetectableBlock[];
  /** ISO date (`2019-10-27`), for dates that are told by weekday or "last month"; null if unsaid. */
  readonly date: string | null;
}

export const FIGURE_UNITS = [
  'count',
  'percent',
  'money',
  'length',
  'area',
  'weight',
  'duration',
  'ordinal',
  'other',
] as const;

/** A figure as it is meant: "some two dozen" is { value: 24, approximate: true }. */
export interface Figure {
  /** Where the words of the figure stand in the text. */
  readonly span: Span;
  readonly value: number;
  /** The other end of "between 30 and 40", the value being the lower one; else null. */
  readonly upTo: number | null;
  readonly kind: (typeof FIGURE_UNITS)[number];
  /** What is counted or measured, lower case, as the text says it: "people", "percent", "km". */
  readonly unit: string | null;
  /** "about", "some", "nearly", "dozens": not meant to the digit. */
  readonly approximate: boolean;
  /** "more than", "at least": `over`; "fewer than", "up to": `under`; else null. */
  readonly bound: 'over' | 'under' | null;
  /** The day or days that the text says it is of ("as of Tuesday"), ISO; null where unsaid. */
  readonly asOf: { readonly from: string; readonly to: string } | null;
}

/** A date or a stretch of time that the words name; ISO, `to` equal to `from` for one day. */
export interface DatedWords {
  readonly span: Span;
  readonly from: string;
  readonly to: string;
  /** Whether it was resolved against the article's date. */
  readonly relative: boolean;
}

/** Who speaks, as far as the article tells: one entity for all of its names. */
export interface Speaker {
  /** The fullest name the article gives ("Ada Orm"), or the description ("a hospital official"). */
  readonly name: string;
  /** False for a description, a pronoun that leads nowhere, and an implicit source. */
  readonly named: boolean;
  /** Where the article introduces the speaker; null for an implicit source. */
  readonly introduced: Span | null;
}

/** One proposed annotation. Its spans obey `findShapeProblem`; one piece a paragraph. */
export interface Suggestion {
  readonly kind: Kind;
  readonly spans: readonly PartSpan[];
  /** The rule that proposed it, a stable kebab-case name: what precision is counted by. */
  readonly rule: string;
  /** The words that made the rule fire, in text order. */
  readonly evidence: readonly Span[];
  /** One sentence for a person, without rule names or figures: "quotation followed by “said” and a person". */
  readonly reason: string;
  /** 0 to 1: of the suggestions of its rule in articles written for Stet, the share that was right. */
  readonly confidence: number;
  readonly types: readonly ClaimType[];
  readonly flags: readonly Flag[];
  readonly speech: Speech | null;
  readonly sourceType: SourceType | null;
  /** `none_given` for an anonymous source without a reason; null where not anonymous. */
  readonly anonymityReason: string | null;
  /** Attributions and the quotes they hold; null for claims. */
  readonly speaker: Speaker | null;
  /** Claims: how much it needs checking, 0 to 1, for the ranking; null for the other kinds. */
  readonly score: number | null;
  readonly figures: readonly Figure[];
  readonly dates: readonly DatedWords[];
}

/** A detector of ours: pure, synchronous, the same answer for the same text. In text order. */
export type Detect = (input: DetectableText) => readonly Suggestion[];
