import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { Source } from '../source';

/** What one part of a zip may hold. */
export interface PartLimits {
  /** The most bytes of a part, unpacked. */
  readonly bytes: number;
  /** The most times that unpacking may make a part larger. */
  readonly ratio: number;
  /** Parts of this many bytes or fewer, unpacked, may have any ratio. */
  readonly freeBytes: number;
}

/** Why a part is not unpacked; a code, for the caller to word. */
export type PartRefusal = 'encrypted' | 'too large' | 'too dense' | 'method' | 'damaged';

export type Part =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: PartRefusal };

const OPTIONS = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;

/** Opens a zip in memory or on disk, which stays open; null where its directory cannot be read. */
export async function openZip(source: Source): Promise<ZipFile | null> {
  try {
    if (!(source instanceof Uint8Array)) return await yauzl.fromFdPromise(source.fd, OPTIONS);
    const buffer = Buffer.from(source.buffer, source.byteOffset, source.byteLength);
    return await yauzl.fromBufferPromise(buffer, OPTIONS);
  } catch {
    return null;
  }
}

/** The entries of an opened zip one after another; ends with null where the directory breaks off. */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry | null> {
  try {
    for await (const entry of zip.eachEntry()) yield entry;
  } catch {
    yield null;
  }
}

/** An entry's name as it is written, without any repair. */
export function nameOf(entry: Entry): string {
  try {
    const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
    return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  } catch {
    return entry.fileNameRaw.toString('latin1');
  }
}

/** What the directory alone says against a part; null where nothing does. */
export function declaredRefusal(entry: Entry, limits: PartLimits): PartRefusal | null {
  const { uncompressedSize: size, compressedSize: packed, compressionMethod: method } = entry;
  if (entry.isEncrypted()) return 'encrypted';
  if (method !== 0 && method !== 8) return 'method';
  if (size > limits.bytes) return 'too large';
  return size > limits.freeBytes && size > packed * limits.ratio ? 'too dense' : null;
}

/** Unpacks one part into memory, counting while it does: sizes in a directory may be lies. */
export async function unpack(zip: ZipFile, entry: Entry, limits: PartLimits): Promise<Part> {
  const refusal = declaredRefusal(entry, limits);
  if (refusal !== null) return { ok: false, refusal };
  try {
    return await bytesOf(await zip.openReadStreamPromise(entry), entry, limits);
  } catch {
    return { ok: false, refusal: 'damaged' };
  }
}

async function bytesOf(stream: Readable, entry: Entry, limits: PartLimits): Promise<Part> {
  const most = Math.min(
    limits.bytes,
    Math.max(limits.freeBytes, entry.compressedSize * limits.ratio),
  );
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) {
      stream.destroy();
      return { ok: false, refusal: size > limits.bytes ? 'too large' : 'too dense' };
    }
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(Buffer.concat(chunks));
  if (crc32(bytes) !== entry.crc32) return { ok: false, refusal: 'damaged' };
  return { ok: true, bytes };
}
