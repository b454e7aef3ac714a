import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFacts, Piece, WholeFile } from '@/corpus/interchange/format';

/** How much is held before it is written, in bytes. */
const HELD = 1024 * 1024;

/** The most bytes that a UTF-16 unit takes in UTF-8. */
const WIDEST = 3;

/** A new file that is written piece by piece and hashed on the way. */
export class HashedFile {
  private readonly descriptor: number;
  private readonly hash = createHash('sha256');
  private readonly held = Buffer.allocUnsafe(HELD);
  private filled = 0;
  private bytes = 0;

  constructor(
    folder: string,
    readonly name: string,
  ) {
    this.descriptor = openSync(join(folder, name), 'wx');
  }

  write(piece: Piece): void {
    if (typeof piece === 'string') this.writeText(piece);
    else {
      this.flush();
      this.put(piece);
    }
  }

  private writeText(text: string): void {
    if (this.filled + text.length * WIDEST > HELD) this.flush();
    if (text.length * WIDEST > HELD) this.put(Buffer.from(text, 'utf8'));
    else this.filled += this.held.write(text, this.filled, 'utf8');
  }

  /** Closes the file, its bytes safe on the disk. */
  finish(): FileFacts {
    this.flush();
    fsyncSync(this.descriptor);
    closeSync(this.descriptor);
    return { name: this.name, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private flush(): void {
    this.put(this.held.subarray(0, this.filled));
    this.filled = 0;
  }

  private put(bytes: Uint8Array): void {
    this.hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.descriptor, bytes, at);
    this.bytes += bytes.length;
  }
}

/** Writes a file whose content is at hand. */
export function writeWhole(folder: string, { name, content }: WholeFile): FileFacts {
  const file = new HashedFile(folder, name);
  file.write(content);
  return file.finish();
}

/** Writes a whole file of JSON, indented, with a line break at its end. */
export function writeJson(folder: string, name: string, content: unknown): FileFacts {
  return writeWhole(folder, { name, content: `${JSON.stringify(content, null, 2)}\n` });
}
