import { KINDS, type Kind } from '@/corpus/annotation/model';
import type { ReadingAnnotation } from '@/corpus/annotation/reading';
import { OPEN_STATUSES, type Status } from '@/corpus/verification/model';

/** Which annotations of the article are shown. */
export interface AnnotationFilter {
  readonly kinds: readonly Kind[];
  readonly status: Status | 'open' | 'all';
  readonly layer: string | 'all';
}

export const SHOW_ALL: AnnotationFilter = { kinds: KINDS, status: 'all', layer: 'all' };

export function passesFilter(filter: AnnotationFilter, annotation: ReadingAnnotation): boolean {
  const status = annotation.check?.status ?? 'unchecked';
  if (!filter.kinds.includes(annotation.kind)) return false;
  if (filter.layer !== 'all' && annotation.layer !== filter.layer) return false;
  if (filter.status === 'all') return true;
  if (filter.status === 'open') return (OPEN_STATUSES as readonly Status[]).includes(status);
  return status === filter.status;
}
