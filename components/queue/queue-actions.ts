import type { CommandStep } from '@/corpus/commands/requests';
import { stepsFrom, type Finding, type Status } from '@/corpus/verification/model';
import type { QueueItem } from '@/corpus/verification/queue';

/** One command that does the same to every item, so that one undo takes all of it back. */
export function assignSteps(items: readonly QueueItem[], assigneeId: string | null): CommandStep[] {
  return items.map(({ id: checkId, version }) => ({
    name: 'assignCheck',
    input: { checkId, version, assigneeId },
  }));
}

export function findingSteps(items: readonly QueueItem[], finding: Finding): CommandStep[] {
  return items.map(({ id: checkId, version }) => ({
    name: 'recordFinding',
    input: { checkId, version, finding },
  }));
}

export function statusSteps(
  items: readonly QueueItem[],
  status: Status,
  reason: string | null,
): CommandStep[] {
  return items.map(({ id: checkId, version }) => ({
    name: 'setStatus',
    input: { checkId, version, status, ...(reason === null ? {} : { reason }) },
  }));
}

/** The steps that every one of the items allows; a reason is needed where one of them needs it. */
export function commonSteps(
  items: readonly QueueItem[],
): readonly { readonly to: Status; readonly needsReason: boolean }[] {
  const [first, ...rest] = items;
  if (first === undefined) return [];
  return stepsFrom(first.status).flatMap(({ to, needsReason }) => {
    const others = rest.map((item) => stepsFrom(item.status).find((step) => step.to === to));
    if (others.some((step) => step === undefined)) return [];
    return [{ to, needsReason: needsReason || others.some((step) => step?.needsReason) }];
  });
}
