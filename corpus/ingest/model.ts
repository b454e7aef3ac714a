import type { DraftBlock } from '../document/block';

export interface InferredDate {
  /** YYYY-MM-DD. */
  readonly value: string;
  /** `stated`: the article gives its own date; `inferred`: put together from what it says. */
  readonly basis: 'stated' | 'inferred';
  /** One sentence for a person: what the date rests on. */
  readonly reason: string;
}

/** One article found in a text, before it is stored. */
export interface IngestedArticle {
  readonly headline: string;
  readonly deck: string | null;
  /** Names as written, without "By"; several as they stand: "A and B". */
  readonly byline: string | null;
  /** As written in the dateline: ["VESSA, Norland", "PORT ARLEN"]. */
  readonly places: readonly string[];
  readonly agency: string | null;
  readonly date: InferredDate | null;
  readonly credit: string | null;
  /** In the order of the text; `original` is a UTF-16 range in the decoded text. */
  readonly blocks: readonly DraftBlock[];
  /** Sentences for a person: what was guessed or is missing. */
  readonly warnings: readonly string[];
}

export type IngestOutcome =
  | {
      readonly ok: true;
      /** The decoded text, without a byte order mark. */
      readonly text: string;
      readonly encoding: string;
      /** Sentences about the file as a whole: "Converted from Windows-1252." */
      readonly notes: readonly string[];
      /** At least one. */
      readonly articles: readonly IngestedArticle[];
    }
  | {
      readonly ok: false;
      /** One sentence with the reason and what to do; the caller adds the file's name. */
      readonly refused: string;
    };
