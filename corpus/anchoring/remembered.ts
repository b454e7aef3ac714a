import type { Span } from '../spans/span';

/** The same function, which makes the answer for each thing once and keeps it as long as the thing lives. */
export function remembered<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.value;
    const value = make(of);
    known.set(of, { value });
    return value;
  };
}

/** More than any text has tokens. */
const BEYOND_ANY = 0x400000;

/** The same for each range of tokens of a thing. */
export function rememberedByRange<K extends object, V>(
  make: (of: K, range: Span) => V,
): (of: K, range: Span) => V {
  const knownOf = remembered((_: K) => new Map<number, V>());
  return (of, range) => {
    const known = knownOf(of);
    const key = range.start * BEYOND_ANY + range.end;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = make(of, range);
    known.set(key, value);
    return value;
  };
}
