import type { PersonName } from '../annotation/reading';
import type { Attributes, Kind, PartSpan, Terms } from '../annotation/model';
import type { Disposition, EvidenceKind, Fidelity, Finding, Stance, Status } from './model';

export interface EvidenceItem {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly place: string;
  readonly origin: string;
  readonly terms: Terms;
  readonly version: number;
}

export interface Citation {
  readonly id: string;
  readonly item: EvidenceItem;
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
  readonly context: { readonly before: string; readonly after: string };
  readonly headline: string;
  readonly collectionId: string;
  readonly mode: 'single' | 'four_eyes';
  readonly status: Status;
  readonly reason: string | null;
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
  readonly messages: readonly Message[];
  readonly history: readonly HistoryEntry[];
  /** Newest first. */
  readonly signatures: readonly Signature[];
  /** What still stands against signing, each a sentence; empty when it may be signed. */
  readonly signOffBlockers: readonly string[];
}
