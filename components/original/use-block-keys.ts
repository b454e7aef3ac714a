import type { RefObject } from 'react';
import { useShortcuts } from '../desk/shortcuts';

interface BlockActs {
  /** The block in which the focus is, -1 for none. */
  split(index: number): void;
  join(side: 'before' | 'after', index: number): void;
}

/** The keys of the blocks inside an element: from one role to the next, split, join. */
export function useBlockKeys(
  container: RefObject<HTMLElement | null>,
  { split, join }: BlockActs,
): void {
  const go = (step: 1 | -1) => {
    const fields = [...(container.current?.querySelectorAll('select') ?? [])];
    const at = fields.indexOf(document.activeElement as HTMLSelectElement);
    const next = fields[at < 0 ? 0 : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'center' });
  };
  const focused = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-block]');
    return container.current?.contains(row ?? null) === true ? Number(row?.dataset['block']) : -1;
  };
  const keys = (name: string, key: string, run: () => void) =>
    ({ keys: key, name, group: 'Blocks', run, inFields: true }) as const;
  useShortcuts([
    keys('Next block', 'Alt+ArrowDown', () => go(1)),
    keys('Block before', 'Alt+ArrowUp', () => go(-1)),
    keys('Split the article before this block', 'Alt+Enter', () => split(focused())),
    keys('Join with the article before', 'Alt+Shift+ArrowUp', () => join('before', focused())),
    keys('Join with the article after', 'Alt+Shift+ArrowDown', () => join('after', focused())),
  ]);
}
