import type { Use } from './model';

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
