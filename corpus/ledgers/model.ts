import type { SourceType, Terms } from '../annotation/model';
import type { BlockRole } from '../document/block';
import type { Span } from '../spans/span';

/** What is looked at, apart from the text: an attribution of the article, as people left it. */
export interface LedgerAttribution {
  readonly annotationId: string;
  /** True while it is only proposed. */
  readonly isSuggested: boolean;
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  /** Under which name the source is listed; null for a pronoun that leads nowhere. */
  readonly sourceKey: string | null;
  readonly sourceType: SourceType | null;
  readonly terms: Terms | null;
  readonly anonymityReason: string | null;
  /** How many persons its check's evidence comes from; null where none is cited. */
  readonly personsBehind: number | null;
}

/** A check whose words are left on the author. */
export interface LedgerOnAuthor {
  readonly annotationId: string;
  readonly spans: readonly Span[];
  readonly reason: string | null;
}

/** An article as the ledgers read it; offsets are UTF-16 of `text`. */
export interface LedgerInput {
  readonly text: string;
  readonly blocks: readonly (Span & { readonly role: BlockRole })[];
  /** YYYY-MM-DD; null where the article has none. */
  readonly date: string | null;
  readonly attributions: readonly LedgerAttribution[];
  /** Content of claims that are checked or signed. */
  readonly checkedClaims: readonly Span[];
  readonly onAuthor: readonly LedgerOnAuthor[];
}

export const LEDGERS = ['anonymous', 'single_source', 'on_author', 'names', 'arithmetic'] as const;
export type LedgerName = (typeof LEDGERS)[number];

/** One line of a ledger: a place and what there is to say about it. */
export interface LedgerEntry extends Span {
  /** What was found, in a sentence; for arithmetic with the computation. */
  readonly sentence: string;
  /** False where the line only counts and asks for nothing. */
  readonly asks: boolean;
  readonly annotationId: string | null;
}

export type Ledgers = Readonly<Record<LedgerName, readonly LedgerEntry[]>>;

/** Something found in the text of one block or sentence; offsets of that text. */
export interface Finding extends Span {
  readonly sentence: string;
}
