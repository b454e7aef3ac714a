'use client';

import { useState, type SyntheticEvent } from 'react';
import type { Answer } from './ask';

/** A form's state while it asks the desk: whether it waits, and the sentence of the last refusal. */
export function useAsking() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async <T>(asking: () => Promise<Answer<T>>): Promise<T | null> => {
    setBusy(true);
    const answer = await asking();
    setBusy(false);
    setProblem(answer.ok ? null : answer.message);
    return answer.ok ? answer.value : null;
  };
  /** Handles a form's submission by `work`, one at a time. */
  const onSubmit = (work: () => Promise<void>) => (event: SyntheticEvent) => {
    event.preventDefault();
    if (!busy) void work();
  };
  return { busy, problem, run, onSubmit };
}

/** Asks the desk; null where it refused. */
export type Run = ReturnType<typeof useAsking>['run'];
