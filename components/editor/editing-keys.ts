import { baseKeymap, chainCommands, splitBlockAs } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Command, EditorState, Plugin } from 'prosemirror-state';
import { canJoin } from 'prosemirror-transform';
import type { BlockRole } from '@/corpus/document/block';

/** Roles that stand once at the head of a text: what follows them is a paragraph. */
const HEAD: readonly BlockRole[] = ['kicker', 'headline', 'deck', 'byline', 'crosshead'];

const split = splitBlockAs((node, atEnd) => {
  const role = node.attrs['role'] as BlockRole;
  const attrs =
    atEnd && HEAD.includes(role)
      ? { ...node.attrs, role: 'paragraph', depth: 0, group: null }
      : node.attrs;
  return { type: node.type, attrs };
});

/** A line break inside a block: one character. */
const breakLine: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
};

/** At a block's edge: joins it with its neighbour, which keeps its role. */
function join(side: -1 | 1): Command {
  return (state, dispatch) => {
    const { empty, $from } = state.selection;
    const atEdge = $from.parentOffset === (side < 0 ? 0 : $from.parent.content.size);
    if (!empty || !atEdge || $from.depth === 0) return false;
    const at = side < 0 ? $from.before() : $from.after();
    if (canJoin(state.doc, at)) dispatch?.(state.tr.join(at).scrollIntoView());
    return true;
  };
}

/** The role of the block with the caret. */
export function roleAt({ selection }: EditorState): BlockRole {
  return selection.$head.parent.attrs['role'] as BlockRole;
}

/** Gives every block that the selection touches a role. */
export function setRole(role: BlockRole): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const change = state.tr;
    state.doc.nodesBetween(from, to, (node, at) => {
      if (node.isTextblock) change.setNodeAttribute(at, 'role', role);
    });
    dispatch?.(change.scrollIntoView());
    return true;
  };
}

/** The keys of a text that is edited: a block each Enter, undo and redo. */
export function editingKeys(onSave: () => void): readonly Plugin[] {
  return [
    keymap({
      Enter: split,
      'Shift-Enter': breakLine,
      Backspace: chainCommands(join(-1)),
      Delete: chainCommands(join(1)),
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Z': redo,
      // The view takes every Enter for itself, so the page never hears of this one.
      'Mod-Enter': () => {
        onSave();
        return true;
      },
      'Mod-b': () => true,
      'Mod-i': () => true,
    }),
    keymap(baseKeymap),
  ];
}
