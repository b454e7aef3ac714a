import type { Kind, Terms } from '../annotation/model';
import type { EvidenceKind, Stance } from './model';

/** What the rule has to know of one citation. */
export interface CitedEvidence {
  readonly kind: EvidenceKind;
  /** Items that share an origin (three copies of one wire story) count once. */
  readonly origin: string;
  readonly terms: Terms;
  readonly stance: Stance;
  readonly primary: boolean;
}

const QUOTE_PROOFS: readonly EvidenceKind[] = [
  'recording',
  'transcript',
  'document',
  'page',
  'speaker_confirmation',
];

/** How many independent secondary origins stand for one primary item (KSJ handbook's rule of three). */
const INDEPENDENT_ORIGINS = 3;

/**
 * Whether the evidence cited is enough: null when it is, else one sentence that says what is
 * missing. Off-record items and mere context never count.
 */
export function findEvidenceGap(kind: Kind, citations: readonly CitedEvidence[]): string | null {
  const counted = citations.filter(
    (citation) => citation.terms !== 'off_record' && citation.stance !== 'context',
  );
  if (kind === 'quote') {
    return counted.some((citation) => QUOTE_PROOFS.includes(citation.kind))
      ? null
      : 'A quote needs a recording, a transcript, a published text or the speaker’s confirmation.';
  }
  if (counted.some((citation) => citation.primary)) return null;
  const origins = new Set(counted.map((citation) => citation.origin));
  if (origins.size >= INDEPENDENT_ORIGINS) return null;
  return `Needs one primary source, or ${INDEPENDENT_ORIGINS} from independent origins (${origins.size} so far).`;
}
