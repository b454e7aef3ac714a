import type { Attributes, Kind } from '../annotation/model';
import type {
  Disposition,
  EvidenceKind,
  Fidelity,
  Finding,
  Stance,
  Status,
} from '../verification/model';

/** A sample annotation, told by its words: each string must occur in the article exactly once. */
export interface SampleAnnotation {
  /** The file in this folder that holds the article. */
  readonly file: string;
  readonly kind: Kind;
  /** One string a piece, in text order; pieces never cross a paragraph. */
  readonly content: readonly string[];
  /** Words just around a string that occurs more than once: `within` holds it and is itself unique. */
  readonly within?: string;
  readonly source?: string;
  readonly cue?: string;
  readonly addressee?: string;
  readonly attributes?: Partial<Attributes>;
  readonly check?: SampleCheck;
}

export interface SampleCheck {
  readonly status: Status;
  readonly reason?: string;
  readonly finding?: Finding;
  readonly fidelity?: Fidelity;
  readonly disposition?: Disposition;
  readonly replacement?: string;
  readonly rationale?: string;
  readonly evidence?: readonly SampleEvidence[];
  readonly messages?: readonly string[];
}

export interface SampleEvidence {
  /** Two uses of one title are one item, cited twice. */
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly place: string;
  readonly origin: string;
  readonly stance: Stance;
  readonly primary: boolean;
  readonly locator?: string;
  readonly excerpt?: string;
}
