import {
  EXPORTED_TERMS,
  type DatasetAssessment,
  type DatasetCheck,
  type DatasetEvidence,
} from '@/corpus/interchange/article';
import {
  rowsOf,
  type AnnotationRow,
  type ArticleRows,
  type AssessmentRow,
  type EvidenceRow,
} from './article-rows';

/** Person id → name. */
export type Names = ReadonlyMap<string, string>;

/** What was judged and cited in one check. */
interface Judgement {
  readonly assessments: DatasetAssessment[];
  readonly evidence: DatasetEvidence[];
  /** Citations of confidential evidence, which is not in `evidence`. */
  withheld: number;
}

/** Check id → its judgement; none for a check in which nothing was judged or cited. */
export type Judgements = ReadonlyMap<string, Judgement>;

/** The assessments and the evidence of an article's checks. */
export function judgementsOf(
  rows: Pick<ArticleRows, 'assessments' | 'evidence'>,
  names: Names,
): Judgements {
  const judgements = new Map<string, Judgement>();
  const of = (checkId: string): Judgement => {
    let judgement = judgements.get(checkId);
    if (judgement === undefined) {
      judgement = { assessments: [], evidence: [], withheld: 0 };
      judgements.set(checkId, judgement);
    }
    return judgement;
  };
  for (const row of rowsOf(rows.assessments)) {
    of(row[0]).assessments.push(assessmentOf(row, names));
  }
  for (const row of rowsOf(rows.evidence)) {
    const cited = exportable(row);
    if (cited === null) of(row[0]).withheld += 1;
    else of(row[0]).evidence.push(cited);
  }
  return judgements;
}

function assessmentOf(row: AssessmentRow, names: Names): DatasetAssessment {
  const [, id, personId, finding, fidelity, rationale, at] = row;
  return { id, person: names.get(personId) ?? '', finding, fidelity, rationale, at };
}

/** Null where the terms keep it on the desk. */
function exportable(row: EvidenceRow): DatasetEvidence | null {
  const [, id, item, kind, title, place, origin, of, locator, excerpt, stance, primary] = row;
  const terms = EXPORTED_TERMS.find((exported) => exported === of);
  if (terms === undefined) return null;
  return {
    id,
    item,
    kind,
    title,
    place,
    origin,
    terms,
    locator,
    excerpt,
    stance,
    primary: primary === 1,
  };
}

const NONE: readonly never[] = [];

/** The check of an annotation, persons by their names; null where it has none. */
export function checkOf(
  row: AnnotationRow,
  judgement: Judgement | undefined,
  names: Names,
): DatasetCheck | null {
  if (row[13] === null) return null;
  return {
    status: row[14],
    finding: row[15],
    fidelity: row[16],
    disposition: row[17],
    replacement: row[18],
    rationale: row[19],
    checkedBy: nameOf(row[20], names),
    signedBy: nameOf(row[21], names),
    signedAt: row[22],
    assessments: judgement?.assessments ?? NONE,
    evidence: judgement?.evidence ?? NONE,
  };
}

function nameOf(id: string | null, names: Names): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
