import { MAX_FILE_BYTES } from '../limits';
import { fromWindows1252 } from '../windows-1252';

export type DecodedHtml =
  | {
      readonly ok: true;
      readonly text: string;
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly refused: string };

/** How far into a page its charset may be declared, in bytes. */
const DECLARATION_REACH = 4096;

/**
 * A page's bytes as text, without a byte order mark. The charset is the mark's, else the declared
 * type's ("text/html; charset=…"), else the page's own <meta>, else UTF-8. A declaration that does
 * not fit the bytes is overruled, and `notes` says so. Never throws.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): DecodedHtml {
  if (bytes.length === 0) return refuse('The file is empty; there is nothing to import.');
  if (bytes.length > MAX_FILE_BYTES) {
    const size = (bytes.length / (1024 * 1024)).toFixed(1);
    return refuse(`The page has ${size} MB and the limit is 20 MB; save only its article.`);
  }
  const marked = charsetOfMark(bytes);
  if (marked !== null) return read(bytes, marked, []);
  const declared = charsetIn(contentType ?? '') ?? charsetIn(startOf(bytes));
  const label = declared === null ? 'utf-8' : knownLabel(declared);
  if (label === null) return unknownCharset(bytes, declared ?? '');
  return label === 'utf-8' ? readAsUtf8(bytes, declared !== null) : readAs(bytes, label);
}

function charsetOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, DECLARATION_REACH));
}

/** The charset that a type, a <meta> or an XML declaration names, in small letters. */
function charsetIn(text: string): string | null {
  const match = /(?:charset|<\?xml[^>]{0,80}\bencoding)\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(text);
  return match?.[1]?.toLowerCase() ?? null;
}

/** The decoder's own name for a charset; null where it knows none. */
function knownLabel(charset: string): string | null {
  try {
    const label = new TextDecoder(charset).encoding;
    return label.startsWith('utf-16') ? 'utf-8' : label;
  } catch {
    return null;
  }
}

function readAsUtf8(bytes: Uint8Array, isDeclared: boolean): DecodedHtml {
  const text = strictly(bytes);
  if (text !== null) return accept(text, []);
  const whose = isDeclared ? 'The page says UTF-8' : 'The page names no charset and is not UTF-8';
  return read(bytes, 'windows-1252', [
    isDeclared
      ? `${whose} but is not; it was read as Windows-1252.`
      : `${whose}; it was read as Windows-1252.`,
  ]);
}

/** Bytes over 0x7F that make valid UTF-8 throughout are UTF-8, whatever the page says. */
function readAs(bytes: Uint8Array, label: string): DecodedHtml {
  const isSingleByte = /^(?:windows-|iso-8859|koi8|macintosh|x-mac|ibm)/.test(label);
  const text = isSingleByte && bytes.some((byte) => byte > 0x7f) ? strictly(bytes) : null;
  if (text === null) return read(bytes, label, [`Converted from ${label}.`]);
  return accept(text, [`The page says ${label} but is UTF-8; it was read as UTF-8.`]);
}

function unknownCharset(bytes: Uint8Array, declared: string): DecodedHtml {
  const text = strictly(bytes);
  const name = text === null ? 'Windows-1252' : 'UTF-8';
  const note = `The page names an unknown charset, “${declared}”; it was read as ${name}.`;
  return text === null ? read(bytes, 'windows-1252', [note]) : accept(text, [note]);
}

function strictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function read(bytes: Uint8Array, label: string, notes: readonly string[]): DecodedHtml {
  const text =
    label === 'windows-1252' ? fromWindows1252(bytes) : new TextDecoder(label).decode(bytes);
  return accept(text, notes);
}

function accept(text: string, notes: readonly string[]): DecodedHtml {
  return { ok: true, text, notes };
}

function refuse(refused: string): DecodedHtml {
  return { ok: false, refused };
}
