import {
  ARTICLE_SCHEMA,
  OFFSET_UNIT,
  type DatasetAnnotation,
  type DatasetArticle,
  type DatasetAssessment,
  type DatasetBlock,
  type DatasetCheck,
  type DatasetEvidence,
  type DatasetPart,
} from './article';

/** How many annotations are put into one piece of a line. */
const PIECE = 100;

/**
 * One article as one line of JSON Lines, its line break included, in pieces that are small also
 * where the article is large. The keys stand in the order of docs/formats.md whatever the order
 * in the record, so equal articles give equal bytes.
 */
export function* articleLine(article: DatasetArticle): Generator<string> {
  const { annotations } = article;
  yield `${headOf(article).slice(0, -1)},"annotations":[`;
  for (let from = 0; from < annotations.length; from += PIECE) {
    const piece = JSON.stringify(annotations.slice(from, from + PIECE).map(ordered));
    yield `${from === 0 ? '' : ','}${piece.slice(1, -1)}`;
  }
  yield ']}\n';
}

/** Everything but the annotations. */
function headOf(article: DatasetArticle): string {
  const { id, collection, headline, deck, byline, places, agency, date, dateBasis } = article;
  const { file, revision, text, blocks } = article;
  return JSON.stringify({
    schema: ARTICLE_SCHEMA,
    offsetUnit: OFFSET_UNIT,
    id,
    collection,
    headline,
    deck,
    byline,
    places,
    agency,
    date,
    dateBasis,
    file,
    revision: { number: revision.number, sha256: revision.sha256 },
    text,
    blocks: blocks.map(orderedBlock),
  });
}

function orderedBlock({ role, start, end, depth, group }: DatasetBlock): DatasetBlock {
  return { role, start, end, depth, group };
}

function ordered(annotation: DatasetAnnotation): DatasetAnnotation {
  const { id, kind, layer, origin, types, flags, speech, sourceType, terms } = annotation;
  const { anonymityReason, createdBy, createdAt, parts, check } = annotation;
  return {
    id,
    kind,
    layer,
    origin,
    types,
    flags,
    speech,
    sourceType,
    terms,
    anonymityReason,
    createdBy,
    createdAt,
    parts: parts.map(orderedPart),
    check: check === null ? null : orderedCheck(check),
  };
}

function orderedPart({ part, ordinal, pieces }: DatasetPart): DatasetPart {
  return {
    part,
    ordinal,
    pieces: pieces.map(({ start, end, exact }) => ({ start, end, exact })),
  };
}

function orderedCheck(check: DatasetCheck): DatasetCheck {
  const { status, finding, fidelity, disposition, replacement, rationale } = check;
  const { checkedBy, signedBy, signedAt, assessments, evidence } = check;
  return {
    status,
    finding,
    fidelity,
    disposition,
    replacement,
    rationale,
    checkedBy,
    signedBy,
    signedAt,
    assessments: assessments.map(orderedAssessment),
    evidence: evidence.map(orderedEvidence),
  };
}

function orderedAssessment(assessment: DatasetAssessment): DatasetAssessment {
  const { id, person, finding, fidelity, rationale, at } = assessment;
  return { id, person, finding, fidelity, rationale, at };
}

function orderedEvidence(evidence: DatasetEvidence): DatasetEvidence {
  const { id, item, kind, title, place, origin, terms } = evidence;
  const { locator, excerpt, stance, primary } = evidence;
  return { id, item, kind, title, place, origin, terms, locator, excerpt, stance, primary };
}
