import {
  EXPORTED_TERMS,
  type DatasetAssessment,
  type DatasetCheck,
  type DatasetEvidence,
} from '@/corpus/interchange/article';
import type { AnnotationRow, AssessmentRow, EvidenceRow } from './article-rows';

/** Person id → name. */
export type Names = ReadonlyMap<string, string>;

/** A check as it leaves the desk. */
interface Told {
  readonly check: DatasetCheck;
  /** Citations of confidential evidence, which is not in the check. */
  readonly withheld: number;
}

/** The check of an annotation, persons by their names; null where it has none. */
export function checkOf(row: AnnotationRow, names: Names): Told | null {
  const status = row[12];
  if (status === null) return null;
  const evidence = listOf(row[23], exportable);
  const check: DatasetCheck = {
    status,
    finding: row[13],
    fidelity: row[14],
    disposition: row[15],
    replacement: row[16],
    rationale: row[17],
    checkedBy: nameOf(row[18], names),
    signedBy: nameOf(row[19], names),
    signedAt: row[20],
    assessments: listOf(row[22], (assessment) => assessmentOf(assessment, names)),
    evidence,
  };
  return { check, withheld: row[23].length - evidence.length };
}

const NONE: readonly never[] = [];

/** What is made of the rows, by their ids; rows of which nothing is made are left out. */
function listOf<Row extends readonly [id: string, ...rest: unknown[]], Made>(
  rows: readonly Row[],
  make: (row: Row) => Made | null,
): readonly Made[] {
  if (rows.length === 0) return NONE;
  const inOrder = rows.length === 1 ? rows : [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(make).filter((made) => made !== null);
}

function assessmentOf(row: AssessmentRow, names: Names): DatasetAssessment {
  const [id, personId, finding, fidelity, rationale, at] = row;
  return { id, person: names.get(personId) ?? '', finding, fidelity, rationale, at };
}

/** Null where the terms keep it on the desk. */
function exportable(row: EvidenceRow): DatasetEvidence | null {
  const [id, item, kind, title, place, origin, of, locator, excerpt, stance, primary] = row;
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

function nameOf(id: string | null, names: Names): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
