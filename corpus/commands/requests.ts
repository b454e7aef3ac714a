import type { CarryDecision } from '../anchoring/review';
import type { Attributes, Kind, Terms } from '../annotation/model';
import type { ChecklistItem } from '../coverage/checklist';
import type { BlockRole } from '../document/block';
import type { SettableMetadata } from '../ingest/model';
import type { ContactWay } from '../outside/model';
import type { Role } from '../people/model';
import type {
  Disposition,
  EvidenceKind,
  Fidelity,
  Finding,
  Stance,
  Status,
} from '../verification/model';
import type { Mode } from '../verification/modes';
import type { ProjectInputs, SpanInput } from './project-requests';

/** Who was asked what, when and how, and what they said; `answer` is null while nothing has come. */
interface ContactInput {
  name: string;
  way: ContactWay;
  askedAt: string;
  question: string;
  answer: string | null;
  terms: Terms;
}

/**
 * What each command takes. `version` is the version the sender saw; a stale one is refused with
 * the current state. `force` sends a change on purpose over a newer version ("keep mine").
 */
export interface CommandInputs extends ProjectInputs {
  createAnnotation: {
    id: string;
    articleId: string;
    revisionId: string;
    kind: Kind;
    spans: SpanInput[];
    attributes?: Partial<Attributes>;
  };
  respanAnnotation: { id: string; version: number; spans: SpanInput[] };
  retagAnnotation: { id: string; version: number; kind?: Kind; attributes?: Partial<Attributes> };
  removeAnnotation: { id: string; version: number };
  setStatus: { checkId: string; version: number; status: Status; reason?: string };
  recordFinding: {
    checkId: string;
    version: number;
    finding?: Finding | null;
    fidelity?: Fidelity | null;
    rationale?: string | null;
  };
  setDisposition: {
    checkId: string;
    version: number;
    disposition: Disposition | null;
    replacement?: string | null;
  };
  assignCheck: { checkId: string; version: number; assigneeId: string | null };
  /** Gives a check that nobody has to the person who asks. */
  takeCheck: { checkId: string };
  /** `id`: of the note, which becomes a message in the check's discussion. */
  handOverCheck: { id: string; checkId: string; version: number; toId: string; note: string };
  /** A day, or a minute in UTC (verification/due.ts). */
  setDue: { checkId: string; version: number; dueAt: string | null };
  /** Says that the person's judgement is complete, where judgements are made apart. */
  handInJudgement: { checkId: string };
  /** What is left out stands as it is. */
  decideDispute: {
    id: string;
    checkId: string;
    version: number;
    finding?: Finding | null;
    fidelity?: Fidelity | null;
    reason: string;
  };
  overrideSignOff: { id: string; checkId: string; version: number; reason: string };
  /** `id`: the collection's; the figures belong to a panel. */
  setMode: {
    id: string;
    version: number;
    mode: Mode;
    panelSize?: number | null;
    quorum?: number | null;
  };
  addEvidence: {
    id: string;
    collectionId: string;
    kind: EvidenceKind;
    title: string;
    place: string;
    origin: string;
    terms: Terms;
  };
  editEvidence: {
    id: string;
    version: number;
    kind?: EvidenceKind;
    title?: string;
    place?: string;
    origin?: string;
    terms?: Terms;
  };
  citeEvidence: {
    id: string;
    checkId: string;
    evidenceItemId: string;
    locator?: string | null;
    excerpt?: string | null;
    stance: Stance;
    primary: boolean;
  };
  editCitation: {
    id: string;
    version: number;
    locator?: string | null;
    excerpt?: string | null;
    stance?: Stance;
    primary?: boolean;
  };
  removeCitation: { id: string; version: number };
  /** Takes an archived copy away. */
  removeCopy: { id: string; version: number };
  /** `personIds`: everybody who sees something confidential beside who brought it in. */
  nameConfidants: {
    about: 'evidence' | 'contact';
    id: string;
    personIds: readonly string[];
  };
  postMessage: { id: string; annotationId: string; body: string };
  /** Goes on with a discussion that came with a file. */
  replyToThread: { id: string; threadId: string; body: string };
  resolveThread: { id: string; version: number; resolved: boolean };
  /** What a person says of a mark that came to a revision changed, ambiguous or lost. */
  reviewCarried: {
    id: string;
    annotationId: string;
    revisionId: string;
    decision: CarryDecision;
  };
  /** Takes a suggestion over, with the quote's attribution; corrected where spans or attributes are given. */
  acceptSuggestion: {
    id: string;
    version: number;
    spans?: SpanInput[];
    attributes?: Partial<Attributes>;
  };
  rejectSuggestion: { id: string; version: number };
  /** Takes over all open suggestions of an article whose shown confidence is at least this (0 to 1). */
  acceptAllSuggestions: { articleId: string; confidence: number };
  /** Makes one source, `id`, of several: `members` are ids as the register lists them. */
  joinSources: { id: string; name: string; members: readonly string[] };
  /** Says that a name is a source of its own again. */
  splitSource: { key: string };
  switchRule: { id: string; collectionId: string; rule: string; off: boolean };
  /** `seconds`: how long it may take for one article. */
  addDetector: { id: string; address: string; seconds: number };
  switchDetector: { id: string; version: number; off: boolean };
  removeDetector: { id: string; version: number };
  saveView: { id: string; name: string; query: string };
  removeView: { id: string; version: number };
  editArticle: {
    id: string;
    version: number;
    headline?: string;
    byline?: string | null;
    places?: string[];
    agency?: string | null;
    date?: string | null;
    /** Null takes out what is said; what is not named stays. */
    metadata?: { readonly [Field in SettableMetadata]?: string | null };
  };
  setBlockRole: { id: string; version: number; role: BlockRole };
  /** `newId`: the article that the blocks from `blockOrdinal` on become. */
  splitArticle: {
    id: string;
    version: number;
    revisionId: string;
    blockOrdinal: number;
    newId: string;
  };
  /** `withId`: the next article of the same original, whose text goes behind this one's. */
  joinArticles: { id: string; version: number; withId: string; withVersion: number };
  /** Makes the newest revision, taken wrongly for a later version, the article `newId`. */
  separateRevision: { id: string; revisionId: string; newId: string };
  /** Makes an article's text the newest revision of another one of the collection. */
  takeAsRevision: { id: string; version: number; intoId: string; intoVersion: number };
  /** Says that words of a block, as a rule a sentence, hold nothing to check. */
  markNothingToCheck: {
    id: string;
    articleId: string;
    revisionId: string;
    start: number;
    end: number;
  };
  removeNothingToCheck: { id: string; version: number };
  addChecklist: {
    id: string;
    collectionId: string;
    name: string;
    items: readonly ChecklistItem[];
    required: boolean;
  };
  editChecklist: {
    id: string;
    version: number;
    name?: string;
    items?: readonly ChecklistItem[];
    required?: boolean;
  };
  removeChecklist: { id: string; version: number };
  /** Ticks a line of a checklist for a revision, or takes the tick away. */
  tickItem: {
    id: string;
    articleId: string;
    revisionId: string;
    checklistId: string;
    itemId: string;
    ticked: boolean;
  };
  /** Signs the revision, which the signer saw, as a whole. */
  signArticle: { id: string; articleId: string; revisionId: string };
  withdrawSignature: { id: string; version: number; reason: string };
  /**
   * Makes a link for somebody outside; `sourceId` where they are a source, who sees only their own
   * words. `key` is the link's, 256 random bits that only the sender knows: the desk keeps its hash.
   */
  openInquiry: {
    id: string;
    articleId: string;
    name: string;
    sourceId: string | null;
    annotationIds: readonly string[];
    showsHeadline: boolean;
    days: number;
    key: string;
  };
  /** Ends an inquiry's link. */
  revokeInquiry: { id: string; version: number };
  /** `askedAt`: a day, or a minute in UTC (verification/due.ts). */
  logContact: ContactInput & { id: string; checkId: string };
  editContact: Partial<ContactInput> & { id: string; version: number };
  removeContact: { id: string; version: number };
  /** Without a role: an admin on a solo desk, a reader on a team desk. */
  addPerson: { id: string; name: string; role?: Role };
  renamePerson: { id: string; name: string };
  setRole: { id: string; role: Role };
  /** Frees the open checks that the person has; the name stays in the history. */
  removePerson: { id: string };
  undoCommand: { commandId: string };
}

export type CommandName = keyof CommandInputs;

export type CommandStep = {
  [Name in CommandName]: { readonly name: Name; readonly input: CommandInputs[Name] };
}[CommandName];

/** One thing a person does: its steps succeed together or not at all, and are undone together. */
export interface CommandRequest {
  /** Made by the sender: sending it twice does it once. */
  readonly id: string;
  readonly steps: readonly CommandStep[];
}

/** Something a command wrote, with the version it has now. */
export interface Written {
  readonly entity: string;
  readonly id: string;
  readonly version: number;
}

export interface CommandResult {
  readonly id: string;
  readonly written: readonly Written[];
  /** The newest event that the command wrote; 0 where nothing changed. */
  readonly seq: number;
}

/** What the server answers instead of a result. */
export type CommandRefusal =
  | { readonly refused: 'stale'; readonly message: string; readonly current: StaleState }
  | { readonly refused: 'invalid' | 'forbidden' | 'missing'; readonly message: string };

/** What stands now where a stale command wanted to write. */
export interface StaleState {
  readonly entity: string;
  readonly id: string;
  readonly version: number;
  readonly by: string;
  /** Whether it was the sender, in another window. */
  readonly own: boolean;
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
