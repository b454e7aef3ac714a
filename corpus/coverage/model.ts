import type { Coverage } from './coverage';
import type { TickedChecklist } from './checklist';
import type { Obstacle } from './gate';
import type { Span } from '../spans/span';

/** A nothing-to-check mark where it stands on the newest revision. */
export interface NothingMark extends Span {
  readonly id: string;
  readonly version: number;
}

/** What an article's page shows of its coverage. */
export interface ArticleCoverage extends Coverage {
  readonly articleId: string;
  readonly revisionId: string;
  readonly nothing: readonly NothingMark[];
}

/** That an article was signed as a whole, and what is different since. */
export interface ArticleSignature {
  readonly id: string;
  readonly version: number;
  readonly person: string;
  readonly at: string;
  /** Of the revision that was signed. */
  readonly revision: number;
  /** SHA-256 of the signed text. */
  readonly hash: string;
  /** Why it no longer stands for the article; empty where nothing changed. */
  readonly changes: readonly SignatureChange[];
  /** Why somebody withdrew it. */
  readonly withdrawn: { readonly reason: string | null } | null;
}

export interface SignatureChange {
  readonly sentence: string;
  readonly person: string;
  readonly at: string;
  readonly annotationId: string | null;
  /** The revisions to compare, where the text changed. */
  readonly compare: { readonly from: number; readonly to: number } | null;
}

/** Everything that decides whether an article can be signed, for one person. */
export interface Gate {
  readonly revision: { readonly id: string; readonly number: number; readonly hash: string };
  readonly coverage: Coverage;
  readonly checklists: readonly TickedChecklist[];
  readonly obstacles: readonly Obstacle[];
  /** Newest first; those that were taken back by undo are left out. */
  readonly signatures: readonly ArticleSignature[];
}
