import { constants, createGunzip } from 'node:zlib';
import { MAX_FILE_BYTES } from '../limits';
import { bytesOf, portionsOf, type Source } from '../source';
import { ByteQueue } from './byte-queue';

/** The most that one archive may unpack to, in bytes; no more than a record of it is in memory. */
const MAX_UNPACKED_BYTES = 4 * 1024 * 1024 * 1024;

export interface WarcRecord {
  /** Header fields, names in small letters. */
  readonly fields: ReadonlyMap<string, string>;
  /** Null where the record is larger than a page may be. */
  readonly content: Uint8Array | null;
  /** How much of the file is behind it, from 0 to 1. */
  readonly share: number;
}

const LONGEST_HEAD = 64 * 1024;

/**
 * The whole records of a WARC 1.0 or 1.1 file, packed or not, in order, up to the first that is
 * cut off or damaged. Returns true where the file ends with its last record.
 */
export async function* recordsOf(
  source: Source,
  size: number,
): AsyncGenerator<WarcRecord, boolean> {
  let position = 0;
  const raw = portionsOf(source, (at) => (position = at));
  const [first, second] = await bytesOf(source, 0, 2);
  const queue = new ByteQueue(first === 0x1f && second === 0x8b ? unpacked(raw) : raw);
  for (;;) {
    await skipBreaks(queue);
    const window = await queue.peek(LONGEST_HEAD);
    if (window.length === 0) return true;
    const head = headAt(window);
    const length = head === null ? Number.NaN : Number(head.fields.get('content-length') ?? 'none');
    if (head === null || !Number.isSafeInteger(length) || length < 0) return false;
    await queue.skip(head.end);
    const isLarge = length > MAX_FILE_BYTES;
    const content = isLarge ? null : await queue.take(length);
    if (isLarge ? !(await queue.skip(length)) : content === null) return false;
    yield { fields: head.fields, content, share: position / size };
  }
}

/** Unpacks gzip, all its members; ends where they are damaged, cut off or more than the limit. */
async function* unpacked(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  const ready: Uint8Array[] = [];
  let isDamaged = false;
  gunzip.on('data', (bytes: Uint8Array) => ready.push(bytes)).on('error', () => (isDamaged = true));
  let size = 0;
  try {
    for await (const portion of inSmall(packed)) {
      await new Promise<void>((done) => {
        gunzip.once('error', () => done());
        gunzip.write(portion, () => done());
      });
      for (const bytes of ready.splice(0)) {
        size += bytes.length;
        yield bytes;
      }
      gunzip.removeAllListeners('error').on('error', () => (isDamaged = true));
      if (isDamaged || size > MAX_UNPACKED_BYTES) return;
    }
    gunzip.end();
    await new Promise<void>((done) => gunzip.once('close', done).once('end', () => done()));
    yield* ready.splice(0);
  } finally {
    gunzip.destroy();
  }
}

/** Packed bytes in portions that unpack to no more than some megabytes. */
async function* inSmall(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const SMALL = 16 * 1024;
  for await (const portion of packed) {
    for (let at = 0; at < portion.length; at += SMALL) yield portion.subarray(at, at + SMALL);
  }
}

export interface Head {
  /** "WARC/1.0" or "HTTP/1.1 200 OK". */
  readonly first: string;
  readonly fields: ReadonlyMap<string, string>;
  /** Offset of what follows its blank line. */
  readonly end: number;
}

/** Reads a first line and header fields from the start, as WARC and HTTP write them. */
export function headersOf(bytes: Uint8Array): Head | null {
  const length = Math.min(LONGEST_HEAD, bytes.length);
  const window = Buffer.from(bytes.buffer, bytes.byteOffset, length);
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
  return { first, fields, end: found + (isLf ? 2 : 4) };
}

function headAt(bytes: Uint8Array): Head | null {
  const head = headersOf(bytes);
  return head !== null && /^WARC\/\d/.test(head.first) ? head : null;
}

async function skipBreaks(queue: ByteQueue): Promise<void> {
  for (;;) {
    const [byte] = await queue.peek(1);
    if (byte !== 0x0d && byte !== 0x0a) return;
    await queue.skip(1);
  }
}
