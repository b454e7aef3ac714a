/** The fields at the top of a Markdown file, names in small letters, and where the text begins. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly body: string;
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();
const MOST_LINES = 200;

/**
 * Reads the small part of YAML that front matter is made of: "key: value", quoted values, lists in
 * brackets or on lines with dashes. Other lines are passed over; without an end it is no front matter.
 */
export function frontMatterOf(text: string): FrontMatter {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines[0]?.trimEnd() !== '---') return { fields: NONE, body: text };
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1 || end > MOST_LINES) return { fields: NONE, body: text };
  const inner = lines.slice(1, end);
  if (!inner.some((line) => FIELD.test(line))) return { fields: NONE, body: text };
  return { fields: fieldsOf(inner), body: lines.slice(end + 1).join('\n') };
}

const FIELD = /^([A-Za-z][\w -]{0,40}?)\s*:(?:\s+(.*)|)$/;

function fieldsOf(lines: readonly string[]): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  let open: string[] = [];
  for (const line of lines) {
    const field = FIELD.exec(line);
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (field !== null) {
      open = valuesOf(field[2] ?? '');
      fields.set((field[1] ?? '').toLowerCase(), open);
    } else if (item !== undefined) {
      open.push(...valuesOf(item));
    }
  }
  return fields;
}

function valuesOf(value: string): string[] {
  const bare = value.trim();
  const list = /^\[(.*)\]$/.exec(bare)?.[1];
  const parts = list === undefined ? [bare] : list.split(',');
  return parts.map(unquoted).filter((part) => part !== '' && part !== '|' && part !== '>');
}

function unquoted(value: string): string {
  const bare = value.trim();
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(bare);
  if (quoted?.[1] !== undefined) return quoted[1].replace(/\\(["\\])/g, '$1');
  if (quoted?.[2] !== undefined) return quoted[2].replaceAll("''", "'");
  return bare.replace(/\s+#.*$/, '').trim();
}
