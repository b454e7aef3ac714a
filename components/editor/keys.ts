import { Plugin } from 'prosemirror-state';

/**
 * What a key does; `Mod-` stands for Ctrl or ⌘, Shift is in the letter: `S`, `}`, `Mod-z`. A promise
 * says when it is done, where its code had to be loaded first.
 */
export type Keys = Readonly<Record<string, () => void | Promise<void>>>;

/**
 * Binds keys in the article; each set of keys is looked up when a key is pressed. While one is not
 * done, those after it wait, so that all are carried out in the order in which they were pressed.
 */
export function bindKeys(...sets: readonly Keys[]): Plugin {
  let last: Promise<void> | null = null;
  const keep = (done: Promise<void>): void => {
    const settled = done.finally(() => {
      if (last === settled) last = null;
    });
    last = settled;
  };
  return new Plugin({
    props: {
      handleKeyDown(_, event) {
        if (event.altKey || event.isComposing) return false;
        const name = event.key === ' ' ? 'Space' : event.key;
        const modified = event.ctrlKey || event.metaKey ? `Mod-${name}` : name;
        const act = sets.find((keys) => modified in keys)?.[modified];
        if (act === undefined) return false;
        if (last !== null) keep(last.then(act));
        else {
          const done = act();
          if (done !== undefined) keep(done);
        }
        return true;
      },
    },
  });
}
