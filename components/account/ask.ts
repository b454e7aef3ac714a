/** What a route of accounts answered: its content, or a sentence for the person. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }; // prettier-ignore

/** Sends JSON to the desk's own route. */
export async function ask<T>(path: string, body: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const content: unknown = await response.json();
    if (response.ok) return { ok: true, value: content as T };
    return { ok: false, message: (content as { message: string }).message };
  } catch {
    return { ok: false, message: 'The desk did not answer; try again.' };
  }
}
