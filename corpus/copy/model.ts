import type { Flag, Kind, ClaimType, Terms } from '../annotation/model';
import type { CoverageCounts } from '../coverage/coverage';
import type { BlockRole } from '../document/block';
import type { Span } from '../spans/span';
import type { ArchivedCopy } from '../verification/archive';
import type { Disposition, EvidenceKind, Fidelity, Finding, Stance, Status } from '../verification/model'; // prettier-ignore

export const COPY_FORMATS = ['html', 'docx'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** `notes`: the article with a note for each mark; `redline`: with its corrections alone. */
export const COPY_KINDS = ['notes', 'redline'] as const;
export type CopyKind = (typeof COPY_KINDS)[number];

/** One citation; what may not leave the desk never becomes one of these. */
export interface CopyEvidence {
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly place: string;
  readonly origin: string;
  readonly terms: Terms;
  readonly stance: Stance;
  readonly primary: boolean;
  readonly locator: string | null;
  readonly excerpt: string | null;
  /** The archived copies that the desk keeps of it. */
  readonly copies: readonly Pick<ArchivedCopy, 'sha256' | 'keptAt'>[];
}

export interface CopyMessage {
  readonly person: string;
  readonly at: string;
  readonly body: string;
}

/** What people say of one mark. Spans are its content pieces in text order, never none. */
export interface CopyNote {
  /** The annotation's. */
  readonly id: string;
  readonly kind: Kind;
  readonly spans: readonly Span[];
  readonly types: readonly ClaimType[];
  readonly flags: readonly Flag[];
  readonly terms: Terms | null;
  readonly anonymityReason: string | null;
  /** The words that name the source of an attribution. */
  readonly source: string | null;
  readonly status: Status;
  readonly reason: string | null;
  readonly finding: Finding | null;
  readonly fidelity: Fidelity | null;
  readonly disposition: Disposition | null;
  readonly replacement: string | null;
  readonly rationale: string | null;
  /** Names; null for nobody, and in a discreet copy. */
  readonly checkedBy: string | null;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
  readonly evidence: readonly CopyEvidence[];
  readonly messages: readonly CopyMessage[];
  /** How much of it stays on the desk. */
  readonly withheld: number;
}

export interface CopyBlock extends Span {
  readonly role: BlockRole;
}

/** An article as a copy of it shows it; offsets are UTF-16 of `text`. */
export interface CopyArticle {
  readonly headline: string;
  readonly byline: string | null;
  readonly date: string | null;
  readonly collection: string;
  readonly revision: { readonly number: number; readonly hash: string };
  readonly text: string;
  readonly blocks: readonly CopyBlock[];
  /** In text order; a note's number is its place here, from 1. */
  readonly notes: readonly CopyNote[];
  readonly coverage: CoverageCounts;
  /** Null where the article is not signed, or has changed since. */
  readonly signature: { readonly person: string | null; readonly at: string } | null;
}
