import type { DraftBlock } from '../document/block';
import type { Status } from '../verification/model';
import type { Kind, PartSpan } from './model';
import type { RevisionName } from './reading';

/** A mark as an editor of the text sees it; offsets are UTF-16 of the revision's text. */
export interface EditableMark {
  readonly id: string;
  readonly kind: Kind;
  readonly status: Status | null;
  readonly spans: readonly PartSpan[];
}

/** An article's newest text, ready to be edited. */
export interface EditableArticle {
  readonly articleId: string;
  readonly headline: string;
  readonly revision: RevisionName;
  readonly blocks: readonly DraftBlock[];
  readonly marks: readonly EditableMark[];
}
