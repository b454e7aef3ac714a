import { useCallback, useState } from 'react';
import {
  asRead,
  chooseRole,
  cutBefore,
  dropOrKeep,
  joinAbove,
  type Arrangement,
} from '@/corpus/ingest/arrangement';
import type { BlockRole } from '@/corpus/document/block';
import type { ImportLook } from '@/corpus/ingest/look';

/** A reading that was not refused. */
export type Reading = Exclude<ImportLook, { readonly refused: string }>;

/** What a person makes of a reading, step by step; the last step can be taken back. */
export function useArranging({ reading, articles }: Reading) {
  const [steps, setSteps] = useState<readonly Arrangement[]>(() => [asRead(reading, articles)]);
  const change = useCallback((act: (now: Arrangement) => Arrangement) => {
    setSteps((before) => {
      const now = before.at(-1)!;
      const next = act(now);
      return next === now ? before : [...before, next];
    });
  }, []);
  return {
    arrangement: steps.at(-1)!,
    isChanged: steps.length > 1,
    takeBack: () => setSteps((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    choose: useCallback(
      (block: number, role: BlockRole) => change((now) => chooseRole(now, block, role)),
      [change],
    ),
    cut: useCallback((block: number) => change((now) => cutBefore(now, block)), [change]),
    join: (start: number) => change((now) => joinAbove(now, start)),
    dropOrKeep: (start: number) => change((now) => dropOrKeep(now, start)),
  };
}
