import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { FileFacts, Piece } from './format';

/** Names are UTF-8; sizes follow the bytes, which are not known before. */
const FLAGS = 0x0808;
/** 1 January 1980, the first day that the format knows: equal content gives equal bytes. */
const DAY = 0x0021;
const MOST = 0xffffffff;
const MOST_ENTRIES = 0xffff;
const VERSION = 45;

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly size: number;
  readonly crc: number;
}

/**
 * Writes a zip archive of stored files piece by piece (APPNOTE 6.3, with zip64 where numbers grow
 * out of the old fields). Nothing is compressed, so the bytes depend on the content alone.
 */
export class ZipWriter {
  private readonly entries: Entry[] = [];
  private offset = 0;

  /** Yields the bytes of one file's entry; returns the file's facts. */
  *file(name: string, pieces: Iterable<Piece>): Generator<Uint8Array, FileFacts> {
    const bytesOfName = Buffer.from(name, 'utf8');
    const offset = this.offset;
    yield this.out(localHeader(bytesOfName));
    const hash = createHash('sha256');
    let [crc, size] = [0, 0];
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      if (bytes.length === 0) continue;
      crc = crc32(bytes, crc);
      size += bytes.length;
      hash.update(bytes);
      yield this.out(bytes);
    }
    yield this.out(descriptor(crc, size));
    this.entries.push({ name: bytesOfName, offset, size, crc });
    return { name, bytes: size, sha256: hash.digest('hex') };
  }

  /** Yields the archive's directory; nothing may be added then. */
  *finish(): Generator<Uint8Array> {
    const start = this.offset;
    for (const entry of this.entries) yield this.out(centralHeader(entry));
    const size = this.offset - start;
    const count = this.entries.length;
    if (count >= MOST_ENTRIES || start > MOST || size > MOST) {
      const end = this.offset;
      yield this.out(zip64End(count, size, start, end));
    }
    yield this.out(endOfDirectory(count, size, start));
  }

  private out(bytes: Uint8Array): Uint8Array {
    this.offset += bytes.length;
    return bytes;
  }
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DAY, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor(crc: number, size: number): Buffer {
  const wide = size > MOST;
  const bytes = Buffer.alloc(wide ? 24 : 16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(crc, 4);
  for (const at of [0, 1]) {
    if (wide) bytes.writeBigUInt64LE(BigInt(size), 8 + at * 8);
    else bytes.writeUInt32LE(size, 8 + at * 4);
  }
  return bytes;
}

function centralHeader({ name, offset, size, crc }: Entry): Buffer {
  const wide = size > MOST || offset > MOST;
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(FLAGS, 8);
  head.writeUInt16LE(DAY, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(wide ? MOST : size, 20);
  head.writeUInt32LE(wide ? MOST : size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(wide ? 28 : 0, 30);
  head.writeUInt32LE(wide ? MOST : offset, 42);
  return Buffer.concat(wide ? [head, name, wideField(size, offset)] : [head, name]);
}

/** The extra field of zip64: both sizes and the offset. */
function wideField(size: number, offset: number): Buffer {
  const field = Buffer.alloc(28);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(24, 2);
  field.writeBigUInt64LE(BigInt(size), 4);
  field.writeBigUInt64LE(BigInt(size), 12);
  field.writeBigUInt64LE(BigInt(offset), 20);
  return field;
}

function zip64End(count: number, size: number, start: number, end: number): Buffer {
  const bytes = Buffer.alloc(76);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(44n, 4);
  bytes.writeUInt16LE(VERSION, 12);
  bytes.writeUInt16LE(VERSION, 14);
  bytes.writeBigUInt64LE(BigInt(count), 24);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(start), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(end), 64);
  bytes.writeUInt32LE(1, 72);
  return bytes;
}

function endOfDirectory(count: number, size: number, start: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(Math.min(count, MOST_ENTRIES), 8);
  bytes.writeUInt16LE(Math.min(count, MOST_ENTRIES), 10);
  bytes.writeUInt32LE(Math.min(size, MOST), 12);
  bytes.writeUInt32LE(Math.min(start, MOST), 16);
  return bytes;
}
