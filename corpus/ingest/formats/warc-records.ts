import { gunzipSync } from 'node:zlib';

/** The most that one archive may unpack to, in bytes. */
export const MAX_UNPACKED_BYTES = 200 * 1024 * 1024;

export interface WarcRecord {
  /** Header fields, names in small letters. */
  readonly fields: ReadonlyMap<string, string>;
  readonly content: Uint8Array;
}

export interface WarcRecords {
  readonly records: readonly WarcRecord[];
  /** True where the file ends, or is damaged, before its last record does. */
  readonly isCutOff: boolean;
}

const LONGEST_HEAD = 64 * 1024;

/** Unpacks .warc.gz, all its members; null where it is damaged or larger than the limit. */
export function unpacked(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch {
    return null;
  }
}

/** The whole records of a WARC 1.0 or 1.1 file, in order, up to the first that is damaged. */
export function recordsIn(bytes: Uint8Array): WarcRecords {
  const records: WarcRecord[] = [];
  let at = afterBreaks(bytes, 0);
  while (at < bytes.length) {
    const head = headAt(bytes, at);
    const length = head === null ? Number.NaN : Number(head.fields.get('content-length') ?? 'none');
    if (head === null || !Number.isSafeInteger(length) || length < 0) {
      return { records, isCutOff: true };
    }
    const end = head.end + length;
    if (end > bytes.length) return { records, isCutOff: true };
    records.push({ fields: head.fields, content: bytes.subarray(head.end, end) });
    at = afterBreaks(bytes, end);
  }
  return { records, isCutOff: false };
}

export interface Head {
  /** "WARC/1.0" or "HTTP/1.1 200 OK". */
  readonly first: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Offset of what follows its blank line. */
  readonly end: number;
}

/** Reads a first line and header fields, as WARC and HTTP write them. */
export function headersAt(bytes: Uint8Array, at: number): Head | null {
  const window = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + at,
    Math.min(LONGEST_HEAD, bytes.length - at),
  );
  const [crlf, lf] = [window.indexOf('\r\n\r\n'), window.indexOf('\n\n')];
  const isLf = lf !== -1 && (crlf === -1 || lf < crlf);
  const found = isLf ? lf : crlf;
  if (found === -1) return null;
  const [first = '', ...lines] = window.toString('utf8', 0, found).split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0)
      fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { first, fields, end: at + found + (isLf ? 2 : 4) };
}

function headAt(bytes: Uint8Array, at: number): Head | null {
  const head = headersAt(bytes, at);
  return head !== null && /^WARC\/\d/.test(head.first) ? head : null;
}

function afterBreaks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x0d || bytes[at] === 0x0a) at++;
  return at;
}
