import type { DatasetArticle, DatasetCheck } from './article';

/** A cell before it is written: null and the empty text are both an empty cell. */
export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];
/** The rows that an article gives to one table, in a fixed order. */
export type RowsOf = (article: DatasetArticle) => readonly Row[];

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

export const annotationRows: RowsOf = ({ id, annotations }) =>
  annotations.map((annotation) => [
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
  ]);

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

export const spanRows: RowsOf = ({ annotations }) =>
  annotations.flatMap(({ id, parts }) =>
    parts.flatMap(({ part, ordinal, pieces }) =>
      pieces.map(({ start, end, exact }, piece) => [id, part, ordinal, piece, start, end, exact]),
    ),
  );

export const assessmentRows: RowsOf = ({ annotations }) =>
  annotations.flatMap(({ id: annotationId, check }) =>
    (check?.assessments ?? []).map(({ id, person, finding, fidelity, rationale, at }) => [
      id,
      annotationId,
      person,
      finding,
      fidelity,
      rationale,
      at,
    ]),
  );

export const evidenceRows: RowsOf = ({ annotations }) =>
  annotations.flatMap(({ id: annotationId, check }) =>
    (check?.evidence ?? []).map((evidence) => [
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
    ]),
  );
