import type { BlockRole, DraftBlock } from '../document/block';
import { layOut } from '../document/text';
import { alignTexts } from './alignment';

interface OldBlock {
  readonly role: BlockRole;
  readonly depth: number;
  readonly group: number | null;
  readonly start: number;
  readonly end: number;
}

/**
 * The blocks of a text that a person edited: cut at empty lines, each with the role, depth and
 * group of the older block that most of its words come from; a new one is a paragraph.
 */
export function keepRoles(
  before: { readonly text: string; readonly blocks: readonly OldBlock[] },
  edited: string,
): readonly DraftBlock[] {
  const texts = edited
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n\s*/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const drafts = texts.map((text): DraftBlock => ({
    role: 'paragraph',
    text,
    depth: 0,
    group: null,
    original: null,
  }));
  const { before: old, after, back } = alignTexts(before, layOut(drafts));
  const votes = drafts.map(() => new Map<number, number>());
  for (const [token, from] of back.entries()) {
    if (from < 0) continue;
    const mine = votes[after.blocks[token]!]!;
    mine.set(old.blocks[from]!, (mine.get(old.blocks[from]!) ?? 0) + 1);
  }
  return drafts.map((draft, index) => {
    const [best] = [...votes[index]!].sort(([, x], [, y]) => y - x)[0] ?? [];
    const { role, depth, group } = before.blocks[best ?? -1] ?? draft;
    return { ...draft, role, depth, group };
  });
}
