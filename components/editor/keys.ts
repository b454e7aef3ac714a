import { Plugin } from 'prosemirror-state';

/** What a key does; `Mod-` stands for Ctrl or ⌘, Shift is in the letter: `S`, `}`, `Mod-z`. */
export type Keys = Readonly<Record<string, () => void>>;

/** Binds keys in the article; each set of keys is looked up when a key is pressed. */
export function bindKeys(...sets: readonly Keys[]): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(_, event) {
        if (event.altKey || event.isComposing) return false;
        const name = event.key === ' ' ? 'Space' : event.key;
        const modified = event.ctrlKey || event.metaKey ? `Mod-${name}` : name;
        const act = sets.find((keys) => modified in keys)?.[modified];
        act?.();
        return act !== undefined;
      },
    },
  });
}
