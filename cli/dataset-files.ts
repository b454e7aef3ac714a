import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { FileFacts } from '@/corpus/interchange/datapackage';

/** How much text is held before it is written, in UTF-16 units. */
const HELD = 256 * 1024;

/** A new file that is written piece by piece and hashed on the way. */
export class HashedFile {
  private readonly descriptor: number;
  private readonly hash = createHash('sha256');
  private held: string[] = [];
  private length = 0;
  private bytes = 0;

  constructor(
    folder: string,
    readonly name: string,
  ) {
    this.descriptor = openSync(join(folder, name), 'wx');
  }

  write(text: string): void {
    this.held.push(text);
    this.length += text.length;
    if (this.length >= HELD) this.flush();
  }

  /** Closes the file, its bytes safe on the disk. */
  finish(): FileFacts {
    this.flush();
    fsyncSync(this.descriptor);
    closeSync(this.descriptor);
    return { name: this.name, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private flush(): void {
    if (this.length === 0) return;
    const bytes = Buffer.from(this.held.join(''), 'utf8');
    this.held = [];
    this.length = 0;
    this.hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(this.descriptor, bytes, at);
    this.bytes += bytes.length;
  }
}

/** Writes a whole file of JSON, indented, with a line break at its end. */
export function writeJson(folder: string, name: string, content: unknown): FileFacts {
  const file = new HashedFile(folder, name);
  file.write(`${JSON.stringify(content, null, 2)}\n`);
  return file.finish();
}
