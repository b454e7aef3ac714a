'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import type { Reader } from '../editor/reader';

/** Numbers every mark while the page is printed; returns whether it is. */
export function useProof(
  reader: Reader | null,
  annotations: readonly ReadingAnnotation[],
): boolean {
  const [printing, setPrinting] = useState(false);
  const latest = useRef(annotations);
  useEffect(() => {
    latest.current = annotations;
  });
  useEffect(() => {
    if (reader === null) return;
    const before = (): void => {
      reader.setNumbers(new Map(latest.current.map(({ id }, index) => [id, index + 1])));
      flushSync(() => setPrinting(true));
    };
    const after = (): void => {
      reader.setNumbers(null);
      setPrinting(false);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [reader]);
  return printing;
}
