import type { Feedback } from './feedback';
import type { GuideBlock } from './guide';
import type { Labelling, Use } from './model';
import type { TagSet } from './tag-set';

/** An article that is handed to a person, and how far they are. */
export interface Assignment {
  readonly id: string;
  readonly articleId: string;
  readonly headline: string;
  readonly collectionId: string;
  readonly personId: string;
  readonly person: string;
  readonly use: Use;
  readonly handedOutAt: string;
  /** Null while it is open. */
  readonly submittedAt: string | null;
  /** Why an editor gave it back for more work; null where nobody did. */
  readonly returnReason: string | null;
  readonly version: number;
  readonly activeAt: string;
  /** Time spent on it. */
  readonly seconds: number;
  /** How many marks stand in the layer. */
  readonly marks: number;
}

/** A project of which a person is a member. */
export interface OwnWork {
  readonly collectionId: string;
  readonly name: string;
  readonly submitted: number;
  readonly open: readonly Assignment[];
}

export interface ArticleProgress {
  readonly id: string;
  readonly headline: string;
  readonly use: Use;
  readonly assignments: readonly (Assignment & { readonly isLapsed: boolean })[];
}

export interface PersonProgress {
  readonly id: string;
  readonly name: string;
  readonly isMember: boolean;
  readonly open: number;
  readonly submitted: number;
  readonly marks: number;
  readonly seconds: number;
}

/** What the workbench shows of an article's project. */
export interface ArticleProject {
  readonly collectionId: string;
  readonly collectionName: string;
  readonly labelling: Labelling;
  readonly use: Use;
  /** The newest version; null where nothing is written. */
  readonly guide: { readonly number: number; readonly blocks: readonly GuideBlock[] } | null;
  readonly tagSet: TagSet;
  /** The reader's own; null where the article is not handed to them. */
  readonly assignment: Assignment | null;
  /** Of a submitted training article with an adjudicated layer: how the reader's own compares; else null. */
  readonly feedback: readonly Feedback[] | null;
  /** How many layers are submitted, for who may see them all; else null. */
  readonly standing: LayerStanding | null;
}

/** How many layers of an article were handed out, and how many of those are submitted. */
export interface LayerStanding {
  readonly handedOut: number;
  readonly submitted: number;
}
