'use client';

import { useRef, type RefObject } from 'react';
import type { CheckDetail } from '@/corpus/verification/check-detail';
import { FIDELITIES, FINDINGS, type Status } from '@/corpus/verification/model';
import { FIDELITY_LABELS, FINDING_LABELS, STEP_LABELS } from '@/corpus/vocabulary';
import { useDesk } from '../desk/desk-context';
import { useShortcuts, type Shortcut } from '../desk/shortcuts';
import { useKeptFocus } from '../ui/use-kept-focus';
import { stepsOf } from './steps-of';

/** The keys that work while a check is open; returns where the panel is mounted. */
export function useCheckKeys(
  check: CheckDetail,
  onClose: (() => void) | undefined,
): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  const { run, me } = useDesk();
  const focus = (part: string) => {
    const section = panel.current?.querySelector(`[data-part="${part}"]`);
    if (section instanceof HTMLDetailsElement) section.open = true;
    const fields = 'select, textarea, input';
    const wanted = section instanceof HTMLDetailsElement ? fields : `button, ${fields}, summary`;
    section?.querySelector<HTMLElement>(wanted)?.focus();
  };
  const press = (to: Status) => {
    const button = panel.current?.querySelector<HTMLButtonElement>(`[data-step="${to}"]`);
    if (button?.disabled === false) button.click();
    else focus('status');
  };
  const entry = (keys: string | null, name: string, act: () => void): Shortcut => ({
    keys,
    name,
    group: 'Check',
    run: act,
  });
  const { id: checkId, version } = check;
  useShortcuts([
    ...FINDINGS.map((finding, index) =>
      entry(String(index + 1), FINDING_LABELS[finding], () => {
        void run({ name: 'recordFinding', input: { checkId, version, finding } });
      }),
    ),
    ...(check.annotation.kind === 'quote'
      ? FIDELITIES.map((fidelity, index) =>
          entry(`Alt+Digit${index + 1}`, FIDELITY_LABELS[fidelity], () => {
            void run({ name: 'recordFinding', input: { checkId, version, fidelity } });
          }),
        )
      : []),
    ...stepsOf(check).map(({ to }) => entry(null, STEP_LABELS[to], () => press(to))),
    entry('t', 'To the status', () => focus('status')),
    entry('r', 'To the rationale', () => focus('rationale')),
    entry('v', 'Cite evidence', () => focus('evidence')),
    entry('p', 'To the disposition', () => focus('disposition')),
    entry('.', 'Take it', () => {
      if (check.assignee !== null && check.assignee.id !== me.id) {
        void run({ name: 'assignCheck', input: { checkId, version, assigneeId: me.id } });
      } else void run({ name: 'takeCheck', input: { checkId } });
    }),
    entry('w', 'Hand it over', () => focus('hand-over')),
    entry('d', 'To the discussion', () => focus('discussion')),
    ...(check.judging === null || check.judging.isOpen
      ? []
      : [
          entry('Shift+F', 'Hand in my judgement', () => {
            void run({ name: 'handInJudgement', input: { checkId } });
          }),
        ]),
    ...(check.status === 'disputed' && check.may.decide
      ? [entry('Shift+D', 'Decide the dispute', () => focus('decision'))]
      : []),
    entry('Escape', 'Close the check', () => onClose?.()),
  ]);
  return panel;
}
