import type {
  DatasetAnnotation,
  DatasetArticle,
  DatasetAssessment,
  DatasetBlock,
  DatasetCheck,
  DatasetEvidence,
} from '@/corpus/interchange/article';
import type { Part, Terms } from '@/corpus/annotation/model';

export type HeadRow = Omit<
  DatasetArticle,
  'places' | 'revision' | 'text' | 'blocks' | 'annotations'
> & {
  /** JSON. */
  readonly places: string;
  readonly revision: number;
  readonly revisionId: string;
  readonly sha256: string;
};

/**
 * An annotation with its check and what was judged and cited in it: persons are ids, and the check's
 * columns (from `status` on) are null where there is none. Its lists are in no order.
 */
export type AnnotationRow = readonly [
  id: string,
  kind: DatasetAnnotation['kind'],
  layer: string,
  origin: DatasetAnnotation['origin'],
  /** JSON, as the flags. */
  types: string,
  flags: string,
  speech: DatasetAnnotation['speech'],
  sourceType: DatasetAnnotation['sourceType'],
  terms: DatasetAnnotation['terms'],
  anonymityReason: string | null,
  createdBy: string,
  createdAt: string,
  status: DatasetCheck['status'] | null,
  finding: DatasetCheck['finding'],
  fidelity: DatasetCheck['fidelity'],
  disposition: DatasetCheck['disposition'],
  replacement: string | null,
  rationale: string | null,
  checkedBy: string | null,
  signedBy: string | null,
  signedAt: string | null,
  spans: readonly SpanRow[],
  assessments: readonly AssessmentRow[],
  evidence: readonly EvidenceRow[],
];

/** part, ordinal, piece, start, end (UTF-16 units), exact. */
export type SpanRow = readonly [Part, number, number, number, number, string];

export type AssessmentRow = readonly [
  id: string,
  personId: string,
  finding: DatasetAssessment['finding'],
  fidelity: DatasetAssessment['fidelity'],
  rationale: string | null,
  at: string,
];

export type EvidenceRow = readonly [
  id: string,
  item: string,
  kind: DatasetEvidence['kind'],
  title: string,
  place: string,
  origin: string,
  terms: Terms,
  locator: string | null,
  excerpt: string | null,
  stance: DatasetEvidence['stance'],
  primary: number,
];

/** role, start, end (UTF-16 units), depth, group. */
export type BlockRow = readonly [DatasetBlock['role'], number, number, number, number | null];

/**
 * A piece of an article’s rows: its head, with which it begins, or some rows as JSON. The annotations are
 * those that the filter chooses, in no order.
 */
export type ArticlePiece =
  | { readonly head: HeadRow; readonly text: string }
  /** Of AnnotationRow. */
  | { readonly name: 'annotations'; readonly list: string }
  /** Of BlockRow. */
  | { readonly name: 'blocks'; readonly list: string };
