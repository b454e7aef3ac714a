'use client';

import { useState } from 'react';
import type { CommandResult } from '@/corpus/commands/requests';

interface FormFields<Fields> {
  readonly fields: Fields;
  readonly set: (change: Partial<Fields>) => void;
  /** Of what the fields were written; it goes with them when they are saved. */
  readonly version: number;
  /** Goes on from what was saved, as one version more where that changed anything. */
  readonly onSaved: (result: CommandResult) => void;
}

/**
 * The fields of a form that stays on its page. What is saved elsewhere shows in them while nothing is
 * typed; what is typed stays, and is saved as written of what stood before, which the desk then refuses.
 */
export function useFields<Fields extends object>(
  stored: Fields,
  version: number,
): FormFields<Fields> {
  const [typed, setTyped] = useState({ fields: stored, seen: stored, version });
  const isUntouched = isSame(typed.fields, typed.seen) || isSame(typed.fields, stored);
  if (version > typed.version && isUntouched) setTyped({ fields: stored, seen: stored, version });
  return {
    fields: typed.fields,
    version: typed.version,
    onSaved: ({ written }) =>
      setTyped((now) => ({
        ...{ fields: now.fields, seen: now.fields },
        version: now.version + (written.length > 0 ? 1 : 0),
      })),
    set: (change) => setTyped((now) => ({ ...now, fields: { ...now.fields, ...change } })),
  };
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
