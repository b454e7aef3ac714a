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

/** Rows as JSON: lists of some rows each, so that the rows of a large article are not all held at once. */
export type RowLists<Row> = readonly string[] & { readonly of?: Row };

/** Reads the rows list by list. */
export function* rowsOf<Row>(lists: RowLists<Row>): Generator<Row, void, undefined> {
  for (const list of lists) yield* JSON.parse(list) as readonly Row[];
}

/** A piece of an article’s rows: its head, with which it begins, or a list of rows. */
export type ArticlePiece =
  | { readonly head: HeadRow; readonly text: string }
  | { readonly name: ListName; readonly list: string };

type ListName = 'blocks' | 'annotations';

/** The rows of one article. */
export interface ArticleRows {
  readonly head: HeadRow;
  readonly text: string;
  readonly blocks: RowLists<BlockRow>;
  /** Those that the filter chooses, in no order. */
  readonly annotations: RowLists<AnnotationRow>;
}

/** Puts the pieces of articles together, article by article. */
export class ArticleAssembly {
  private rows: (ArticleRows & Readonly<Record<ListName, string[]>>) | null = null;

  /** Takes the next piece; returns the article before where another begins. */
  take(piece: ArticlePiece): ArticleRows | null {
    if ('list' in piece) {
      this.rows![piece.name].push(piece.list);
      return null;
    }
    const before = this.rows;
    this.rows = { ...piece, blocks: [], annotations: [] };
    return before;
  }

  /** The last article; null where there was none. */
  last(): ArticleRows | null {
    return this.rows;
  }
}
