import type { DatedWords, Figure, Speaker } from '../detect/model';

/** `withdrawn`: a later run of the same detector did not propose it any more. */
export const SUGGESTION_STATES = ['proposed', 'accepted', 'rejected', 'withdrawn'] as const;

/** Who proposes: a run is repeated only when the name, the version or the article is another. */
export interface DetectorName {
  readonly name: string;
  readonly version: string;
}

/** What a page shows of a suggestion beside its annotation. */
export interface SuggestionReason {
  readonly detector: string;
  readonly rule: string;
  /** One sentence, without rule names or figures. */
  readonly reason: string;
  /** The words that made the rule fire, in text order. */
  readonly evidence: readonly string[];
  /** 0 to 1, moved by the desk's decisions. */
  readonly confidence: number;
  readonly speaker: string | null;
  /** What a claim says in figures. */
  readonly figures: readonly Figure[];
}

/** What a detector says of a suggestion that no annotation has a place for; spans are those of its revision. */
export interface SuggestionDetails {
  readonly speaker: Speaker | null;
  readonly figures: readonly Figure[];
  readonly dates: readonly DatedWords[];
}

/** How many of each kind a run proposed. */
export interface RunCounts {
  readonly claim: number;
  readonly quote: number;
  readonly attribution: number;
}

/** Stet's own rules; the version is raised when they propose other things than before. */
export const OWN_DETECTOR: DetectorName = { name: 'stet', version: '5' };
