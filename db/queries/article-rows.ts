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
 * An annotation with its check: persons are ids, and the check's columns (from `checkId` on) are
 * null where there is none.
 */
export type AnnotationRow = readonly [
  targetId: string,
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
  checkId: string | null,
  status: DatasetCheck['status'],
  finding: DatasetCheck['finding'],
  fidelity: DatasetCheck['fidelity'],
  disposition: DatasetCheck['disposition'],
  replacement: string | null,
  rationale: string | null,
  checkedBy: string | null,
  signedBy: string | null,
  signedAt: string | null,
];

/** target, part, ordinal, piece, start, end (UTF-16 units), exact. */
export type SpanRow = readonly [string, Part, number, number, number, number, string];

export type AssessmentRow = readonly [
  checkId: string,
  id: string,
  personId: string,
  finding: DatasetAssessment['finding'],
  fidelity: DatasetAssessment['fidelity'],
  rationale: string | null,
  at: string,
];

export type EvidenceRow = readonly [
  checkId: string,
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

type ListName = 'blocks' | 'spans' | 'annotations' | 'assessments' | 'evidence';

/** The rows of one article. */
export interface ArticleRows {
  readonly head: HeadRow;
  readonly text: string;
  readonly blocks: RowLists<BlockRow>;
  /** In the order of targets, parts, ordinals and pieces. */
  readonly spans: RowLists<SpanRow>;
  /** Those that the filter chooses, in no order. */
  readonly annotations: RowLists<AnnotationRow>;
  /** In the order of their ids, as the evidence. */
  readonly assessments: RowLists<AssessmentRow>;
  readonly evidence: RowLists<EvidenceRow>;
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
    const lists = { blocks: [], spans: [], annotations: [], assessments: [], evidence: [] };
    this.rows = { ...piece, ...lists };
    return before;
  }

  /** The last article; null where there was none. */
  last(): ArticleRows | null {
    return this.rows;
  }
}
