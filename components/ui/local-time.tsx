'use client';

import { useSyncExternalStore } from 'react';
import { momentWords } from '@/corpus/wording/dates';

const NEVER = () => () => undefined;

/** A moment by the clock of the reader's place; a page from the server tells it in UTC until it is awake. */
export function LocalTime({ at }: { at: string }) {
  const words = useSyncExternalStore(
    NEVER,
    () => momentWords(at),
    () => `${momentWords(at, 'UTC')} UTC`,
  );
  return <time dateTime={at}>{words}</time>;
}
