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

/** The caret's keys; what they do is loaded when the first of them is pressed. */
export function caretKeys(reader: CaretField): Keys {
  const press = (key: string) => (): Promise<void> =>
    import('./caret-moves').then(
      ({ caretMoves }) => caretMoves(reader)[key]?.(),
      // Without the desk the key does nothing; the page says elsewhere that it is away.
      () => undefined,
    );
  const keys = CARET_KEY_NAMES.map(([name]) => name.replace('Shift+', ''));
  return Object.fromEntries(keys.map((key) => [key, press(key)]));
}
