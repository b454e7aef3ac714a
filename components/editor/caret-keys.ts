import type { CaretField } from './caret-moves';
import type { Keys } from './keys';

/** The keys that move the caret and shape the selection, for the page's list of keys. */
export const CARET_KEY_NAMES: readonly (readonly [keys: string, name: string])[] = [
  [']', 'Next sentence'],
  ['[', 'Previous sentence'],
  ['Shift+}', 'Next paragraph'],
  ['Shift+{', 'Previous paragraph'],
  ['w', 'Select the word'],
  ['s', 'Select the sentence'],
  ['d', 'Select the quotation (direct speech)'],
];

let moves: ((field: CaretField) => Readonly<Record<string, () => void>>) | null = null;

/** Loads what the caret's keys do; from then on they act at once. */
export async function loadCaretMoves(): Promise<void> {
  const { caretMoves } = await import('./caret-moves');
  moves = caretMoves;
}

/** The caret's keys; a key that is pressed before its code is there waits for it. */
export function caretKeys(reader: CaretField): Keys {
  const act = (key: string): void => moves?.(reader)[key]?.();
  const press = (key: string) => (): void | Promise<void> =>
    moves === null
      ? loadCaretMoves().then(
          () => act(key),
          // Without the desk the key does nothing; the page says elsewhere that it is away.
          () => undefined,
        )
      : act(key);
  const keys = CARET_KEY_NAMES.map(([name]) => name.replace('Shift+', ''));
  return Object.fromEntries(keys.map((key) => [key, press(key)]));
}
