import {
  EXPORTED_TERMS,
  type DatasetAssessment,
  type DatasetCheck,
  type DatasetEvidence,
} from '@/corpus/interchange/article';
import type { AnnotationRow, DatasetStatements, EvidenceRow } from './dataset-rows';

/** What was judged and cited in the checks of one article. */
export interface Judgements {
  readonly assessments: ReadonlyMap<string, readonly DatasetAssessment[]>;
  readonly evidence: ReadonlyMap<string, readonly DatasetEvidence[]>;
  readonly evidenceCount: number;
  readonly withheld: number;
}

/** The assessments and the evidence of these annotations' checks; confidential evidence is counted. */
export function readJudgements(
  statements: DatasetStatements,
  articleId: string,
  rows: readonly AnnotationRow[],
  names: ReadonlyMap<string, string>,
): Judgements {
  const assessments = new Map<string, DatasetAssessment[]>();
  const evidence = new Map<string, DatasetEvidence[]>();
  let withheld = 0;
  let evidenceCount = 0;
  if (rows.length === 0) return { assessments, evidence, evidenceCount, withheld };
  const checks = new Set(rows.map((row) => row.checkId));
  for (const { checkId, personId, ...row } of statements.assessments(articleId)) {
    if (!checks.has(checkId)) continue;
    append(assessments, checkId, { ...row, person: names.get(personId) ?? '' });
  }
  for (const row of statements.evidence(articleId)) {
    if (!checks.has(row.checkId)) continue;
    const cited = exportable(row);
    if (cited === null) withheld += 1;
    else {
      evidenceCount += 1;
      append(evidence, row.checkId, cited);
    }
  }
  return { assessments, evidence, evidenceCount, withheld };
}

/** Null where the terms keep it on the desk. */
function exportable({ checkId: _checkId, terms, primary, ...row }: EvidenceRow) {
  const open = EXPORTED_TERMS.find((exported) => exported === terms);
  return open === undefined ? null : { ...row, terms: open, primary: primary === 1 };
}

function append<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const NONE: readonly never[] = [];

/** The check of an annotation, persons by their names; null where it has none. */
export function checkOf(
  row: AnnotationRow,
  { assessments, evidence }: Judgements,
  names: ReadonlyMap<string, string>,
): DatasetCheck | null {
  if (row.checkId === null) return null;
  const { status, finding, fidelity, disposition, replacement, rationale, signedAt } = row;
  return {
    status,
    finding,
    fidelity,
    disposition,
    replacement,
    rationale,
    checkedBy: nameOf(row.checkedBy, names),
    signedBy: nameOf(row.signedBy, names),
    signedAt,
    assessments: assessments.get(row.checkId) ?? NONE,
    evidence: evidence.get(row.checkId) ?? NONE,
  };
}

function nameOf(id: string | null, names: ReadonlyMap<string, string>): string | null {
  return id === null ? null : (names.get(id) ?? null);
}
