import type { ArticleMetadata } from '../ingest/model';
import type { Block } from '../document/block';
import type { SuggestionReason } from '../suggestion/model';
import type { Finding, Status } from '../verification/model';
import type { Attributes, Kind, Origin, PartSpan } from './model';

/** A person as pages show them. */
export interface PersonName {
  readonly id: string;
  readonly name: string;
}

export interface ArticleDetails {
  readonly id: string;
  readonly collectionId: string;
  readonly collectionName: string;
  readonly headline: string;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly places: readonly string[];
  readonly agency: string | null;
  readonly date: string | null;
  readonly dateBasis: 'stated' | 'inferred' | 'set' | null;
  readonly dateReason: string | null;
  readonly fileName: string | null;
  readonly metadata: ArticleMetadata | null;
  readonly wordCount: number;
  readonly version: number;
}

/** One annotation as the reading view needs it; its check's details are loaded when it is opened. */
export interface ReadingAnnotation extends Attributes {
  readonly id: string;
  readonly kind: Kind;
  /** What it is called: of a person's own layer their name. */
  readonly layer: string;
  readonly origin: Origin;
  readonly spans: readonly PartSpan[];
  readonly version: number;
  readonly removed: boolean;
  readonly createdBy: string;
  readonly check: ReadingCheck | null;
  /** Why a detector proposes it, while nobody has decided; else null. */
  readonly suggestion: SuggestionReason | null;
}

export interface ReadingCheck {
  readonly id: string;
  readonly status: Status;
  readonly finding: Finding | null;
  readonly assigneeId: string | null;
  readonly version: number;
}

export type ReadingBlock = Pick<
  Block,
  'ordinal' | 'role' | 'text' | 'depth' | 'group' | 'start' | 'end' | 'formatting'
> & { readonly id: string };

export interface RevisionName {
  readonly id: string;
  readonly number: number;
  readonly note: string | null;
  readonly createdAt: string;
}

/** All that the workbench needs to draw an article; suggestions are asked for apart. */
export interface ReadingArticle {
  readonly article: ArticleDetails;
  readonly revision: RevisionName;
  readonly revisions: readonly RevisionName[];
  readonly blocks: readonly ReadingBlock[];
  readonly annotations: readonly ReadingAnnotation[];
  /** Whether a detector's suggestions wait for a decision. */
  readonly hasSuggestions: boolean;
  /** Whether several people work here, an admin signed against the rules, or there is a project: what is shown then is loaded then. */
  readonly isShared: boolean;
  readonly people: readonly PersonName[];
  /** The newest event when this was read: where live updates go on from. */
  readonly eventSeq: number;
}
