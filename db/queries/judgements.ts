import { and, asc, eq } from 'drizzle-orm';
import type { CheckDetail, JudgingState } from '@/corpus/verification/check-detail';
import { JUDGING_STATUSES, judgingOf, type ModeSettings } from '@/corpus/verification/modes';
import type { Status } from '@/corpus/verification/model';
import type { Desk } from '../client';
import * as schema from '../schema';

const judging = JUDGING_STATUSES.map((status) => `'${status}'`).join(', ');

/** Of a row of `check k`: no judgement is being made apart, so what is cited for it may be seen. */
export const JUDGED_OPENLY = `NOT (k.status IN (${judging}) AND EXISTS (SELECT 1 FROM collection m
  WHERE m.id = k.collection_id AND m.mode IN ('blind_double', 'panel')))`;

interface Judgements {
  readonly judging: JudgingState | null;
  /** Those that the viewer may see. */
  readonly assessments: CheckDetail['assessments'];
  /** The viewer's own while they are not open; else null. */
  readonly own: CheckDetail['assessments'][number] | null;
  /** Whether evidence that others cite is kept from the viewer too. */
  readonly isApart: boolean;
}

/** The judgements of a check as this person may see them: while they are made apart, their own alone. */
export function readJudgements(
  desk: Desk,
  { id, status }: { readonly id: string; readonly status: Status },
  settings: ModeSettings,
  viewerId: string,
): Judgements {
  const all = listAssessments(desk, id);
  const rule = judgingOf(settings);
  const shown = all.map(({ handedInAt: _h, ...assessment }) => assessment);
  if (rule === null) return { judging: null, assessments: shown, own: null, isApart: false };
  const isOpen = !JUDGING_STATUSES.includes(status);
  const handedIn = all.filter(({ handedInAt }) => handedInAt !== null);
  const judging: JudgingState = {
    ...rule,
    handedIn: handedIn.length,
    isMineIn: handedIn.some(({ person }) => person.id === viewerId),
    isOpen,
  };
  if (isOpen) return { judging, assessments: shown, own: null, isApart: false };
  const own = shown.filter(({ person }) => person.id === viewerId);
  const none = { person: { id: viewerId, name: '' }, finding: null, fidelity: null, rationale: null }; // prettier-ignore
  return { judging, assessments: own, own: own[0] ?? none, isApart: true };
}

function listAssessments(desk: Desk, checkId: string) {
  const { assessment, person } = schema;
  return desk.orm
    .select({
      person: { id: person.id, name: person.name },
      finding: assessment.finding,
      fidelity: assessment.fidelity,
      rationale: assessment.rationale,
      handedInAt: assessment.handedInAt,
    })
    .from(assessment)
    .innerJoin(person, eq(person.id, assessment.personId))
    .where(and(eq(assessment.checkId, checkId), eq(assessment.removed, false)))
    .orderBy(asc(assessment.id))
    .all();
}
