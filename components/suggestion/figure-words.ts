import type { Figure } from '@/corpus/detect/model';
import { figure } from '@/corpus/wording/numbers';
import { dayWords } from '@/corpus/wording/dates';

/** A figure as it is meant: “about 24 boats”, “41 people, as of 3 Mar 2026”. */
export function figureWords({ value, upTo, kind, unit, approximate, bound, asOf }: Figure): string {
  const lead = kind === 'ordinal' ? 'no. ' : '';
  const number = `${lead}${figure(value)}${upTo === null ? '' : ` to ${figure(upTo)}`}`;
  const what = unit === null ? number : `${number} ${unit}`;
  const how =
    bound === 'over' ? 'at least ' : bound === 'under' ? 'at most ' : approximate ? 'about ' : '';
  if (asOf === null) return `${how}${what}`;
  const days = asOf.from === asOf.to ? [asOf.from] : [asOf.from, asOf.to];
  return `${how}${what}, as of ${days.map(dayWords).join(' to ')}`;
}
