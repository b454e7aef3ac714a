const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }; // prettier-ignore

/** Text as text, in an element or a quoted attribute: nothing in it is markup. */
export function escapeText(words: string): string {
  return words.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/** As escapeText, for an element alone: its line feeds are seen. */
export function escapeLines(words: string): string {
  return escapeText(words).replaceAll('\n', '<br>');
}
