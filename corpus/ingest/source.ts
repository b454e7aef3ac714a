import { read as readWithCallback } from 'node:fs';
import { promisify } from 'node:util';

const read = promisify(readWithCallback);

/** A file on disk that whoever opened it closes. */
export interface OpenFile {
  readonly fd: number;
  /** In bytes. */
  readonly size: number;
}

/** What is imported: bytes in memory, or a file that is read part by part. */
export type Source = Uint8Array | OpenFile;

export function sizeOf(source: Source): number {
  return source instanceof Uint8Array ? source.length : source.size;
}

/** At most `length` bytes from `start`; fewer where the source ends. */
export async function bytesOf(source: Source, start: number, length: number): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source.subarray(start, start + length);
  const bytes = new Uint8Array(Math.max(0, Math.min(length, source.size - start)));
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await read(
      source.fd,
      bytes,
      filled,
      bytes.length - filled,
      start + filled,
    );
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

const PORTION = 256 * 1024;

/** The source from its start, in portions; `onPosition` is told how many bytes were handed on. */
export async function* portionsOf(
  source: Source,
  onPosition: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < sizeOf(source); at += PORTION) {
    const portion = await bytesOf(source, at, PORTION);
    if (portion.length === 0) return;
    onPosition(at + portion.length);
    yield portion;
  }
}
