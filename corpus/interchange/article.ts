import type {
  ClaimType,
  Flag,
  Kind,
  Origin,
  Part,
  SourceType,
  Speech,
  Terms,
} from '../annotation/model';
import type { BlockRole } from '../document/block';
import type {
  Disposition,
  EvidenceKind,
  Fidelity,
  Finding,
  Stance,
  Status,
} from '../verification/model';

/** Name and version of the record; a change that a reader would notice makes a new version. */
export const ARTICLE_SCHEMA = 'stet-article/1';

/** The unit of every offset in an export: Unicode code points, half-open. */
export const OFFSET_UNIT = 'codepoint';

/** Terms under which evidence may leave the desk; the other two are withheld and counted. */
export const EXPORTED_TERMS = ['on_record', 'background'] as const satisfies readonly Terms[];

/** Origins of annotations that leave the desk: a suggestion is nobody's word yet. */
export const EXPORTED_ORIGINS = ['person', 'import'] as const satisfies readonly Origin[];

/**
 * All that an export holds of one article: the newest revision's text and what people said about
 * it. Offsets are code points of `text`. Texts that are empty are told as null, where null is
 * allowed. What the encoders write is this and nothing else.
 */
export interface DatasetArticle {
  readonly id: string;
  /** The collection's name. */
  readonly collection: string;
  readonly headline: string;
  readonly deck: string | null;
  readonly byline: string | null;
  readonly places: readonly string[];
  readonly agency: string | null;
  readonly date: string | null;
  readonly dateBasis: 'stated' | 'inferred' | 'set' | null;
  /** Name of the file that the article came from; null where it was pasted. */
  readonly file: string | null;
  readonly revision: { readonly number: number; readonly sha256: string };
  readonly text: string;
  readonly blocks: readonly DatasetBlock[];
  /** By first offset, then id. */
  readonly annotations: readonly DatasetAnnotation[];
}

export interface DatasetBlock {
  readonly role: BlockRole;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly group: number | null;
}

export interface DatasetAnnotation {
  readonly id: string;
  readonly kind: Kind;
  readonly layer: string;
  readonly origin: (typeof EXPORTED_ORIGINS)[number];
  /** The main type first. */
  readonly types: readonly ClaimType[];
  readonly flags: readonly Flag[];
  readonly speech: Speech | null;
  readonly sourceType: SourceType | null;
  readonly terms: Terms | null;
  readonly anonymityReason: string | null;
  /** A person's name, here and wherever an export names somebody. */
  readonly createdBy: string;
  readonly createdAt: string;
  readonly parts: readonly DatasetPart[];
  readonly check: DatasetCheck | null;
}

export interface DatasetPart {
  readonly part: Part;
  readonly ordinal: number;
  readonly pieces: readonly DatasetPiece[];
}

export interface DatasetPiece {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
}

export interface DatasetCheck {
  readonly status: Status;
  readonly finding: Finding | null;
  readonly fidelity: Fidelity | null;
  readonly disposition: Disposition | null;
  readonly replacement: string | null;
  readonly rationale: string | null;
  readonly checkedBy: string | null;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly assessments: readonly DatasetAssessment[];
  readonly evidence: readonly DatasetEvidence[];
}

export interface DatasetAssessment {
  readonly id: string;
  readonly person: string;
  readonly finding: Finding | null;
  readonly fidelity: Fidelity | null;
  readonly rationale: string | null;
  readonly at: string;
}

/** One citation of an evidence item; `item` is the same wherever the same item is cited. */
export interface DatasetEvidence {
  readonly id: string;
  readonly item: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly place: string;
  readonly origin: string;
  readonly terms: (typeof EXPORTED_TERMS)[number];
  readonly locator: string | null;
  readonly excerpt: string | null;
  readonly stance: Stance;
  readonly primary: boolean;
}
