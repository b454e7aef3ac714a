import type { DatasetArticle, DatasetCheck } from './article';

/** A cell before it is written: null and the empty text are both an empty cell. */
export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];
/** The rows that an article gives to one table, in a fixed order. */
export type RowsOf = (article: DatasetArticle) => Iterable<Row>;

export const articleRows: RowsOf = (article) => [
  [
    article.id,
    article.collection,
    article.headline,
    article.deck,
    article.byline,
    JSON.stringify(article.places),
    article.agency,
    article.date,
    article.dateBasis,
    article.file,
    article.revision.number,
    article.revision.sha256,
    article.text,
  ],
];

export const blockRows: RowsOf = ({ id, blocks }) =>
  blocks.map(({ role, start, end, depth, group }, ordinal) => [
    id,
    ordinal,
    role,
    start,
    end,
    depth,
    group,
  ]);

export function* annotationRows({ id, annotations }: DatasetArticle): Generator<Row> {
  for (const annotation of annotations) {
    yield [
      annotation.id,
      id,
      annotation.kind,
      annotation.layer,
      annotation.origin,
      annotation.types.join('|'),
      annotation.flags.join('|'),
      annotation.speech,
      annotation.sourceType,
      annotation.terms,
      annotation.anonymityReason,
      annotation.createdBy,
      annotation.createdAt,
      ...checkCells(annotation.check),
    ];
  }
}

const NO_CHECK: Row = Array.from({ length: 9 }, () => null);

function checkCells(check: DatasetCheck | null): Row {
  if (check === null) return NO_CHECK;
  return [
    check.status,
    check.finding,
    check.fidelity,
    check.disposition,
    check.replacement,
    check.rationale,
    check.checkedBy,
    check.signedBy,
    check.signedAt,
  ];
}

export function* spanRows({ annotations }: DatasetArticle): Generator<Row> {
  for (const { id, parts } of annotations) {
    for (const { part, ordinal, pieces } of parts) {
      for (const [piece, { start, end, exact }] of pieces.entries()) {
        yield [id, part, ordinal, piece, start, end, exact];
      }
    }
  }
}

export function* assessmentRows({ annotations }: DatasetArticle): Generator<Row> {
  for (const { id: annotationId, check } of annotations) {
    for (const { id, person, finding, fidelity, rationale, at } of check?.assessments ?? []) {
      yield [id, annotationId, person, finding, fidelity, rationale, at];
    }
  }
}

export function* evidenceRows({ annotations }: DatasetArticle): Generator<Row> {
  for (const { id: annotationId, check } of annotations) {
    for (const evidence of check?.evidence ?? []) {
      yield [
        evidence.id,
        annotationId,
        evidence.item,
        evidence.kind,
        evidence.title,
        evidence.place,
        evidence.origin,
        evidence.terms,
        evidence.locator,
        evidence.excerpt,
        evidence.stance,
        evidence.primary,
      ];
    }
  }
}
