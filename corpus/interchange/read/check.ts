import { TERMS } from '../../annotation/model';
import {
  DISPOSITIONS,
  EVIDENCE_KINDS,
  FIDELITIES,
  FINDINGS,
  STANCES,
  STATUSES,
} from '../../verification/model';
import type { DatasetAssessment, DatasetCheck, DatasetEvidence } from '../article';
import { isObject, objects, textOr, type Json } from './values';

/** The check that a record of Stet's holds; null where there is none that can be understood. */
export function checkFrom(value: unknown): DatasetCheck | null {
  if (!isObject(value)) return null;
  const status = one(STATUSES, value['status']);
  if (status === null) return null;
  return {
    status,
    ...judgementOf(value),
    disposition: one(DISPOSITIONS, value['disposition']),
    replacement: textOr(value['replacement'], null),
    checkedBy: textOr(value['checkedBy'], null),
    signedBy: textOr(value['signedBy'], null),
    signedAt: textOr(value['signedAt'], null),
    assessments: objects(value['assessments']).flatMap(assessmentOf),
    evidence: objects(value['evidence']).flatMap(evidenceOf),
  };
}

function judgementOf(value: Json) {
  return {
    finding: one(FINDINGS, value['finding']),
    fidelity: one(FIDELITIES, value['fidelity']),
    rationale: textOr(value['rationale'], null),
  };
}

function assessmentOf(value: Json): readonly DatasetAssessment[] {
  const [id, at] = [textOr(value['id'], null), textOr(value['at'], null)];
  if (id === null || at === null) return [];
  return [{ id, person: textOr(value['person'], ''), ...judgementOf(value), at }];
}

function evidenceOf(value: Json): readonly DatasetEvidence[] {
  const [id, item] = [textOr(value['id'], null), textOr(value['item'], null)];
  const [kind, stance] = [one(EVIDENCE_KINDS, value['kind']), one(STANCES, value['stance'])];
  const terms = one(TERMS, value['terms']);
  const isOpen = terms === 'on_record' || terms === 'background';
  if (id === null || item === null || kind === null || stance === null || !isOpen) return [];
  return [
    {
      ...{ id, item, kind, terms, stance, primary: value['primary'] === true },
      ...{ title: textOr(value['title'], ''), place: textOr(value['place'], '') },
      origin: textOr(value['origin'], ''),
      ...{ locator: textOr(value['locator'], null), excerpt: textOr(value['excerpt'], null) },
    },
  ];
}

function one<T>(known: readonly T[], value: unknown): T | null {
  return known.find((word) => word === value) ?? null;
}
