import type { Figure } from '../detect/model';
import type { PersonName } from '../annotation/reading';
import type { Attributes, Kind, PartSpan, Terms } from '../annotation/model';
import type { ArchivedCopy } from './archive';
import type { Contact, InquiryAnswer } from '../outside/model';
import type { TagSet } from '../project/tag-set';
import type { Disposition, EvidenceKind, Fidelity, Finding, Stance, Status } from './model';
import type { Judging, Mode } from './modes';

export interface EvidenceItem {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly place: string;
  readonly origin: string;
  readonly terms: Terms;
  readonly version: number;
  /** Who sees it; null where everybody does. */
  readonly knownTo: readonly PersonName[] | null;
}

/** Something confidential that the viewer does not see. */
export interface Unseen {
  readonly about: 'evidence' | 'contact';
  readonly id: string;
  readonly knownTo: readonly PersonName[];
}

export interface Citation {
  readonly id: string;
  readonly item: EvidenceItem;
  readonly copies: readonly ArchivedCopy[];
  /** How many checks cite the item, this one included. */
  readonly uses: number;
  readonly locator: string | null;
  readonly excerpt: string | null;
  readonly stance: Stance;
  readonly primary: boolean;
  readonly version: number;
}

export interface Message {
  readonly id: string;
  readonly person: PersonName;
  readonly body: string;
  readonly at: string;
  readonly version: number;
}

/** One line of the history, in words. */
export interface HistoryEntry {
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly sentence: string;
}

/** What somebody signed, as the history has it. */
export interface Signature {
  /** The number of its event. */
  readonly seq: number;
  readonly at: string;
  readonly person: string;
  readonly annotationId: string;
  /** The number of the article's revision on which the words stood. */
  readonly revision: number | null;
  readonly words: string;
  /** When it ceased to stand, and why; null while it stands. */
  readonly ended: { readonly at: string; readonly reason: string | null } | null;
}

/** Who works on a check, since when, and for how long nobody else can unless it is renewed. */
export interface CheckLock {
  readonly person: PersonName;
  readonly since: string;
  readonly milliseconds: number;
}

/** How far judgements made apart have come. */
export interface JudgingState extends Judging {
  /** How many are handed in. */
  readonly handedIn: number;
  /** Whether the viewer has handed in theirs. */
  readonly isMineIn: boolean;
  /** Whether everybody sees them. */
  readonly isOpen: boolean;
}

/** What an editor decided of a dispute. */
export interface Decision {
  readonly id: string;
  readonly person: PersonName;
  readonly at: string;
  readonly finding: Finding | null;
  readonly fidelity: Fidelity | null;
  readonly reason: string;
  /** False where the check was disputed again since. */
  readonly stands: boolean;
}

/** A signature given against the rules of who may sign. */
export interface Override {
  readonly id: string;
  readonly annotationId: string;
  readonly words: string;
  readonly person: PersonName;
  readonly at: string;
  readonly reason: string;
  /** What stood against signing. */
  readonly lifted: readonly string[];
}

/** Everything the check panel shows of one annotation. */
export interface CheckDetail {
  readonly id: string;
  readonly version: number;
  readonly annotation: Attributes & {
    readonly id: string;
    readonly kind: Kind;
    readonly version: number;
    readonly articleId: string;
    readonly spans: readonly PartSpan[];
    readonly createdBy: PersonName;
    readonly createdAt: string;
  };
  readonly words: string;
  /** What the words say in figures, as they are meant. */
  readonly figures: readonly Figure[];
  readonly context: { readonly before: string; readonly after: string };
  readonly headline: string;
  readonly collectionId: string;
  readonly mode: Mode;
  /** What the mark may be tagged with. */
  readonly tagSet: TagSet;
  /** Null where a check has one finding that all see. */
  readonly judging: JudgingState | null;
  readonly status: Status;
  readonly reason: string | null;
  /** While judgements are made apart these three are the viewer's own. */
  readonly finding: Finding | null;
  readonly fidelity: Fidelity | null;
  readonly disposition: Disposition | null;
  readonly replacement: string | null;
  readonly rationale: string | null;
  readonly assignee: PersonName | null;
  readonly dueAt: string | null;
  readonly checkedBy: PersonName | null;
  readonly signedBy: PersonName | null;
  readonly signedAt: string | null;
  readonly assessments: readonly {
    readonly person: PersonName;
    readonly finding: Finding | null;
    readonly fidelity: Fidelity | null;
    readonly rationale: string | null;
  }[];
  readonly citations: readonly Citation[];
  readonly contacts: readonly Contact[];
  readonly unseen: readonly Unseen[];
  /** What people outside answered through a link. */
  readonly answers: readonly InquiryAnswer[];
  readonly messages: readonly Message[];
  /** The discussion that the messages stand in; null before the first. */
  readonly thread: { readonly id: string; readonly version: number; readonly resolved: boolean } | null; // prettier-ignore
  /** Newest first. */
  readonly decisions: readonly Decision[];
  readonly overrides: readonly Override[];
  /** Who is working on it; null where nobody is. */
  readonly lock: CheckLock | null;
  /** Whether several people may work at once, so that a check that is being worked on is locked. */
  readonly isShared: boolean;
  /** What the viewer may do beside what a checker may. */
  readonly may: {
    readonly decide: boolean;
    readonly override: boolean;
    readonly nameAnyway: boolean;
  };
  readonly history: readonly HistoryEntry[];
  /** Newest first. */
  readonly signatures: readonly Signature[];
  /** What still stands against signing, each a sentence; empty when it may be signed. */
  readonly signOffBlockers: readonly string[];
}
