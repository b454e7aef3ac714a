import type { LibraryItem } from '@/corpus/annotation/library';
import type { BlockRole } from '@/corpus/document/block';
import { ROLE_LABELS } from '@/corpus/vocabulary';
import { counted, figure } from '@/corpus/wording/numbers';

/** How far an article's checks are, in words. */
export function progressWords({ settled, inWork, untouched }: LibraryItem['progress']): string {
  const total = settled + inWork + untouched;
  if (total === 0) return 'Nothing marked yet';
  if (settled === total)
    return total === 1 ? 'The only one settled' : `All ${figure(total)} settled`;
  if (inWork === 0 && settled === 0) return `${figure(total)} to check, none begun`;
  const begun = `${figure(settled)} of ${figure(total)} settled`;
  return inWork === 0 ? begun : `${begun}, ${figure(inWork)} at work`;
}

const IN_SENTENCE: Partial<Record<BlockRole, readonly [string, string]>> = {
  furniture: ['block of furniture', 'blocks of furniture'],
};

/** What an article is made of: “1 headline, 14 paragraphs, 2 captions”. */
export function roleWords(roles: Readonly<Partial<Record<BlockRole, number>>>): string {
  return (Object.keys(ROLE_LABELS) as BlockRole[])
    .flatMap((role) => {
      const count = roles[role] ?? 0;
      const name = ROLE_LABELS[role].toLowerCase();
      const [one, many] = IN_SENTENCE[role] ?? [name, `${name}s`];
      return count === 0 ? [] : [counted(count, one, many)];
    })
    .join(', ');
}
