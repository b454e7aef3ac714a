/** What was kept under a key, in this browser or in this tab alone; null where there is none. */
export function readKept<Kept>(storage: Storage, key: string): Kept | null {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** False where there is no room for it. */
export function keep(storage: Storage, key: string, value: unknown): boolean {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
