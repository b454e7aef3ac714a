import type { Feedback } from '@/corpus/project/feedback';
import type { Use } from '@/corpus/project/model';

export const USE_LABELS: Readonly<Record<Use, string>> = {
  work: 'Work',
  training: 'Training',
  reserve: 'Reserve',
};

export const FEEDBACK_LABELS: Readonly<Record<Feedback['outcome'], string>> = {
  same: 'As adjudicated',
  differs: 'Differs',
  missed: 'Missed',
  extra: 'Not in the adjudicated layer',
};

/** Time at work, to the minute. */
export function timeWords(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
