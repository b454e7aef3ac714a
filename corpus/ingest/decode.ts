import {
  MAX_CONTROL_SHARE,
  MAX_FILE_BYTES,
  MAX_INVISIBLE_SHARE,
  MAX_LINE_CHARACTERS,
  MAX_LINES,
  MAX_STRAY_CONTROLS,
  MAX_WINDOWS_1252_SHARE,
} from './limits';
import { fromWindows1252 } from './windows-1252';

export type Decoded =
  | {
      readonly ok: true;
      readonly text: string;
      readonly encoding: string;
      readonly notes: string[];
    }
  | { readonly ok: false; readonly refused: string };

interface Format {
  readonly name: string;
  readonly signature: readonly number[];
  readonly remedy: string;
}

const SAVE_AS_TEXT = 'save its words as a plain text file in UTF-8 and import that';

const FORMATS: readonly Format[] = [
  { name: 'a PDF', signature: [0x25, 0x50, 0x44, 0x46, 0x2d], remedy: SAVE_AS_TEXT },
  {
    name: 'a zip archive or an office document',
    signature: [0x50, 0x4b, 0x03, 0x04],
    remedy: `unpack it, or ${SAVE_AS_TEXT}`,
  },
  { name: 'an office document', signature: [0xd0, 0xcf, 0x11, 0xe0], remedy: SAVE_AS_TEXT },
  { name: 'rich text (RTF)', signature: [0x7b, 0x5c, 0x72, 0x74, 0x66], remedy: SAVE_AS_TEXT },
  { name: 'an image', signature: [0x89, 0x50, 0x4e, 0x47], remedy: SAVE_AS_TEXT },
  { name: 'an image', signature: [0xff, 0xd8, 0xff], remedy: SAVE_AS_TEXT },
  { name: 'an image', signature: [0x47, 0x49, 0x46, 0x38], remedy: SAVE_AS_TEXT },
  { name: 'a compressed file', signature: [0x1f, 0x8b], remedy: `unpack it and import the text` },
  { name: 'text in UTF-32', signature: [0xff, 0xfe, 0, 0], remedy: 'save it as UTF-8' },
  { name: 'text in UTF-32', signature: [0, 0, 0xfe, 0xff], remedy: 'save it as UTF-8' },
];

/**
 * Turns a file's bytes into text. UTF-8 is read strictly; UTF-16 with a mark and, where it is
 * plausible, Windows-1252 are converted and said so in `notes`. Everything else, and what no
 * article can be, is refused with one sentence without the file's name. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refuse('The file is empty; there is nothing to import.');
  if (bytes.length > MAX_FILE_BYTES) {
    const size = (bytes.length / (1024 * 1024)).toFixed(1);
    return refuse(`The file has ${size} MB and the limit is 20 MB; split it into smaller files.`);
  }
  const format = FORMATS.find(({ signature }) => startsWith(bytes, signature));
  if (format !== undefined) {
    return refuse(`This is ${format.name}, not plain text; ${format.remedy}.`);
  }
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const reason = refusalOfText(decoded.text);
  if (reason !== null) return refuse(reason);
  return { ...decoded, notes: [...decoded.notes, ...notesOn(decoded.text)] };
}

function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'utf-16le', 'UTF-16 LE');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'utf-16be', 'UTF-16 BE');
  if (bytes.includes(0)) return refuse(refusalOfNulBytes(bytes));
  const text = strictly(bytes, 'utf-8');
  if (text !== null) return { ok: true, text, encoding: 'UTF-8', notes: [] };
  const reason = whyNotWindows1252(bytes);
  if (reason !== null) return refuse(reason);
  return {
    ok: true,
    text: fromWindows1252(bytes),
    encoding: 'Windows-1252',
    notes: ['Converted from Windows-1252.'],
  };
}

function decodeUtf16(bytes: Uint8Array, label: string, name: string): Decoded {
  const text = strictly(bytes, label);
  if (text === null) {
    return refuse(`The file is marked as ${name} but is damaged; save it again as UTF-8.`);
  }
  return { ok: true, text, encoding: name, notes: [`Converted from ${name}.`] };
}

/** UTF-16 without a mark shows as a zero in every second byte; anything else is not text. */
function refusalOfNulBytes(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (Math.max(even, odd) > half * 0.6 && Math.min(even, odd) < half * 0.1) {
    return 'This looks like UTF-16 without a byte order mark; save it as UTF-8 and import it again.';
  }
  return 'This is a binary file, not plain text; import a text file in UTF-8.';
}

/** Null where the bytes may well be Windows-1252; else the sentence that refuses them. */
function whyNotWindows1252(bytes: Uint8Array): string | null {
  let high = 0;
  let undefinedBytes = 0;
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    high++;
    if (UNDEFINED_IN_WINDOWS_1252.has(byte)) undefinedBytes++;
  }
  const sequences = utf8Sequences(bytes);
  if (sequences >= 2 && sequences * 3 > high) {
    return 'This is UTF-8 that is damaged or cut off; save it again as UTF-8 and import it then.';
  }
  if (undefinedBytes > 0 || high > bytes.length * MAX_WINDOWS_1252_SHARE) {
    return 'This is neither UTF-8 nor Windows-1252 text; save it as UTF-8 and import it again.';
  }
  return null;
}

const UNDEFINED_IN_WINDOWS_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** How many well-formed multi-byte UTF-8 sequences stand in the bytes. */
function utf8Sequences(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at++) {
    const follow = followers(bytes[at] ?? 0);
    if (follow === 0) continue;
    let seen = 0;
    while (seen < follow && ((bytes[at + seen + 1] ?? 0) & 0xc0) === 0x80) seen++;
    if (seen === follow) {
      count++;
      at += follow;
    }
  }
  return count;
}

function followers(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  if (lead >= 0xf0 && lead <= 0xf4) return 3;
  return 0;
}

function refusalOfText(text: string): string | null {
  if (text.includes('\0')) {
    return 'This is a binary file, not plain text; import a text file in UTF-8.';
  }
  const controls = countOf(text, CONTROLS);
  if (controls > MAX_STRAY_CONTROLS && controls > text.length * MAX_CONTROL_SHARE) {
    return `The file holds ${controls} control characters; take them out and import it again.`;
  }
  const invisible = countOf(text, INVISIBLE);
  if (invisible > 64 && invisible > text.length * MAX_INVISIBLE_SHARE) {
    return `The file holds ${invisible} invisible characters; take them out and import it again.`;
  }
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) {
    return 'The file holds white space only; there is nothing to import.';
  }
  return refusalOfLines(text);
}

function refusalOfLines(text: string): string | null {
  let lines = 0;
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (
      end - start >= MAX_LINE_CHARACTERS &&
      longestPart(text, start, end) >= MAX_LINE_CHARACTERS
    ) {
      return 'One line has 5,000,000 characters or more; break the text into paragraphs first.';
    }
    if (end > start && ++lines > MAX_LINES) {
      return 'The file has more than 1,000,000 lines; split it into smaller files.';
    }
    start = end + 1;
  }
  return null;
}

/** The longest stretch without a carriage return, which ends a line in old files. */
function longestPart(text: string, start: number, end: number): number {
  let longest = 0;
  let from = start;
  while (from <= end) {
    const found = text.indexOf('\r', from);
    const to = found === -1 || found > end ? end : found;
    longest = Math.max(longest, to - from);
    from = to + 1;
  }
  return longest;
}

function notesOn(text: string): string[] {
  const notes: string[] = [];
  const controls = countOf(text, CONTROLS);
  if (controls > 0) notes.push(`Holds ${controls} control character(s), kept as they came.`);
  if (/^\s*<(?:!doctype html|html|\?xml)\b/i.test(text.slice(0, 2000))) {
    notes.push('This looks like a web page’s source; its tags were taken in as text.');
  }
  return notes;
}

/** All controls but the white space that text is made of (tab, line feeds, form feed, returns). */
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function refuse(refused: string): Decoded {
  return { ok: false, refused };
}
