/** Characters that XML 1.0 cannot hold: most controls, lone surrogates, two noncharacters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** How many characters of a text XML cannot hold. */
export function countForbidden(text: string): number {
  return text.match(FORBIDDEN)?.length ?? 0;
}

/** A text as the content of an element or an attribute; what XML forbids becomes U+FFFD, so that no offset moves. */
export function xmlText(text: string): string {
  return text
    .replace(FORBIDDEN, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r\u0085\u2028]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** The attributes of an element, those that are null left out. */
export function xmlAttributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
