import type { Outcome } from '../adjudication/model';
import type { Attributes, Kind, PartSpan } from '../annotation/model';
import type { Answers, DatasetTerms } from '../datasheet/model';
import type { ProjectSettings, Use } from '../project/model';
import type { Migration, TagSet } from '../project/tag-set';

/** A span as a command takes it: offsets only, the words are read from the revision. */
export type SpanInput = Pick<PartSpan, 'part' | 'ordinal' | 'piece' | 'start' | 'end'>;

/** How a case of several layers is decided. `revisionId` is the one that the curator saw. */
interface DecisionInput {
  revisionId: string;
  /** The marks that it is about, of layers of people. */
  members: readonly string[];
  outcome: Exclude<Outcome, 'agreed'>;
  /** The member whose version stands; for `taken`. */
  takenId?: string;
  /** For `merged` and `written`. */
  mark?: { kind: Kind; spans: SpanInput[]; attributes?: Partial<Attributes> };
  /** For `rejected` the reason, for `guide_unclear` the note. */
  reason?: string;
}

/** What the commands of a project and of its adjudication take. */
export interface ProjectInputs {
  /** `id`: the collection's; version 0 where nothing was set yet. */
  setProject: ProjectSettings & { id: string; version: number };
  /** `after`: the number of the newest version that the sender saw, 0 for none; here and below. */
  writeGuide: { id: string; collectionId: string; after: number; body: string };
  setTagSet: {
    id: string;
    collectionId: string;
    after: number;
    tagSet: TagSet;
    migrations: readonly Migration[];
  };
  /** `version`: 0 where nothing was ever said. What is not named stays; null, and an empty answer, takes away. */
  writeDatasheet: Partial<DatasetTerms> & { id: string; version: number; answers?: Answers };
  setMember: { id: string; collectionId: string; personId: string; joined: boolean };
  setUse: { articleId: string; use: Use };
  /** Asks for the next article of a project; `id` is the assignment's. */
  takeArticle: { id: string; collectionId: string };
  handOutArticle: { id: string; articleId: string; personId: string };
  giveBackArticle: { id: string; version: number };
  submitLayer: { id: string; version: number };
  returnLayer: { id: string; version: number; reason: string };
  /** `standingId`: a mark of the adjudicated layer that came with a file and is now decided. */
  adjudicate: DecisionInput & { id: string; articleId: string; standingId?: string };
  adjudicateAgain: DecisionInput & { id: string; version: number };
  /** Accepts every undecided mark in which all layers of the article are the same. */
  adjudicateAgreed: { articleId: string; revisionId: string };
}
