/** One line that is not blank. Offsets are UTF-16 units of the decoded text. */
export interface Line {
  /** The line's content without white space at its edges: text.slice(start, end). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Columns of white space before the content; a tab reaches to the next multiple of four. */
  readonly indent: number;
  /** Blank lines before this one. */
  readonly gap: number;
  /** A form feed stands between this line and the one before. */
  readonly newPage: boolean;
}

// White space as Unicode has it. Not \s, which also takes U+FEFF: inside a text that is a
// character of the text.
const SPACE =
  '[\\t\\v\\f\\r\\n \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const IS_SPACE = new RegExp(SPACE);
const BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;

/**
 * The lines of a text that hold anything but white space, in order. Line feeds, carriage returns,
 * both together, form feeds and Unicode's own line and paragraph separators end a line.
 */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let newPage = false;
  let from = 0;
  const add = (to: number): void => {
    const line = lineAt(text, from, to, gap, newPage);
    if (line === null) gap++;
    else {
      lines.push(line);
      gap = 0;
      newPage = false;
    }
  };
  for (const match of text.matchAll(BREAK)) {
    add(match.index);
    if (match[0] === '\f') {
      newPage = true;
      gap = Math.max(gap, 1);
    }
    if (match[0] === '\u2029') gap = Math.max(gap, 1);
    from = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}

function lineAt(
  text: string,
  from: number,
  to: number,
  gap: number,
  newPage: boolean,
): Line | null {
  let start = from;
  let indent = 0;
  while (start < to && isSpace(text, start)) {
    indent = text[start] === '\t' ? (Math.floor(indent / 4) + 1) * 4 : indent + 1;
    start++;
  }
  if (start === to) return null;
  let end = to;
  while (isSpace(text, end - 1)) end--;
  return { text: text.slice(start, end), start, end, indent, gap, newPage };
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 32 && code < 127) return false;
  return code === 32 || IS_SPACE.test(text.charAt(at));
}

/**
 * The line without its first `length` characters (a list marker) and the white space after them.
 * The line must hold more than that.
 */
export function withoutStart(line: Line, length: number): Line {
  let at = length;
  while (at < line.text.length && isSpace(line.text, at)) at++;
  return { ...line, text: line.text.slice(at), start: line.start + at };
}
