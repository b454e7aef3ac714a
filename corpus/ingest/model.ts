import type { DraftBlock } from '../document/block';

export interface InferredDate {
  /** YYYY-MM-DD. */
  readonly value: string;
  /** `stated`: the article gives its own date; `inferred`: put together from what it says. */
  readonly basis: 'stated' | 'inferred';
  /** One sentence for a person: what the date rests on. */
  readonly reason: string;
}

/** What a format says about an article beside its words. Every field only where it is said. */
export interface ArticleMetadata {
  /** The article's own address: canonical link, og:url, feed link. http or https only. */
  readonly url?: string;
  /** The agency's or system's own id, the same for all versions: NewsML guid, ninjs uri, NITF doc-id, feed guid, Message-ID. */
  readonly externalId?: string;
  /** The sender's version of it: "2", "3". */
  readonly version?: string;
  readonly publisher?: string;
  /** BCP 47: "en", "de-AT". */
  readonly language?: string;
  readonly slug?: string;
  readonly section?: string;
  /** ISO 8601 with its zone where it is said. */
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  readonly embargoedUntil?: string;
  /** The sender's sign that it corrects or updates an earlier text: "CORRECTED", "UPDATE 2", "correction". */
  readonly correction?: string;
  readonly rights?: string;
  readonly keywords?: readonly string[];
}

/** Of what a sender said, what a person can set right. */
export const SETTABLE_METADATA = ['publisher', 'language', 'slug', 'embargoedUntil'] as const;

export type SettableMetadata = (typeof SETTABLE_METADATA)[number];

/** What somebody wrote in a file about its text. */
export interface NoteMessage {
  /** The name as it stands in the file. */
  readonly author: string | null;
  readonly body: string;
  /** When, as the file says it: ISO 8601, mostly the writer's own time without its zone. */
  readonly writtenAt: string | null;
}

/** Words of one block; UTF-16 offsets of its text, start = end where no words are named. */
export interface NotePlace {
  /** Index in `blocks`. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** A remark that came with the file (a Word comment). */
export interface IngestedNote extends NoteMessage {
  /** The words that it is about, a place a block; none where they are not in the text. */
  readonly places: readonly NotePlace[];
  readonly replies: readonly NoteMessage[];
  /** The file says that it is done with. */
  readonly isResolved: boolean;
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
  readonly metadata?: ArticleMetadata;
  readonly notes?: readonly IngestedNote[];
}

export type IngestOutcome =
  | {
      readonly ok: true;
      /** Text formats: the decoded text, without a byte order mark; "" for others. */
      readonly text: string;
      /** Text formats: the encoding; others: the format's name, "HTML", "DOCX". */
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
