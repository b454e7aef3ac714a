import type { ComparedBlock } from '@/corpus/anchoring/comparison';
import type { RevisionName } from '@/corpus/annotation/reading';
import { counted, figure } from '@/corpus/wording/numbers';
import { dayOfMoment } from '@/corpus/wording/dates';

/** “Revision 2, 4 Mar 2026 (second edition)”. */
export function revisionWords({ number, createdAt, note }: RevisionName): string {
  const day = dayOfMoment(createdAt);
  return `Revision ${number}, ${day}${note === null ? '' : ` (${note})`}`;
}

/** “3 paragraphs changed, 1 added, 1 moved”; a paragraph can be both changed and moved. */
export function summaryWords(rows: readonly ComparedBlock[]): string {
  const count = (change: ComparedBlock['change']) =>
    rows.filter((row) => row.change === change).length;
  const parts = [
    { name: 'changed', amount: count('changed') },
    { name: 'added', amount: count('added') },
    { name: 'removed', amount: count('removed') },
    { name: 'moved', amount: rows.filter(({ moved }) => moved).length },
  ].filter(({ amount }) => amount > 0);
  if (parts.length === 0) return 'No paragraph differs';
  return parts
    .map(({ name, amount }, index) =>
      index === 0 ? `${counted(amount, 'paragraph')} ${name}` : `${figure(amount)} ${name}`,
    )
    .join(', ');
}

/** What happened to a block, in words; null where nothing did. */
export function changeWords({ change, moved, before }: ComparedBlock): string | null {
  const place = moved && before !== null ? ` from place ${before.index + 1}` : '';
  if (change === 'same') return moved ? `Moved${place}` : null;
  const words = { changed: 'Changed', added: 'Added', removed: 'Removed' }[change];
  return moved ? `${words}, moved${place}` : words;
}
