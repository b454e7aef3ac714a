import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isArchiveName, refusalOfSize } from '@/corpus/ingest/limits';
import type { OpenFile } from '@/corpus/ingest/source';

/**
 * Streams a request's body to a temporary file, which has no name any more when it is opened: once
 * it is closed, also by a crash, nothing of it is left. Refuses a body that is too large before it
 * is read where its length is declared, else as soon as there is more. Throws where the sender goes
 * away; then the file is closed already.
 */
export async function receiveFile(
  request: Request,
  name: string,
): Promise<OpenFile | { readonly refused: string }> {
  const isArchive = isArchiveName(name);
  const declared = Number(request.headers.get('content-length') ?? 0);
  const refused = refusalOfSize(declared, isArchive);
  if (refused !== null) return { refused };
  const fd = openNameless();
  const reader = request.body?.getReader();
  let size = 0;
  try {
    for (;;) {
      const part = await reader?.read();
      if (part === undefined || part.done) return { fd, size };
      size += part.value.byteLength;
      const tooLarge = refusalOfSize(size, isArchive);
      if (tooLarge !== null) {
        await reader?.cancel();
        closeSync(fd);
        return { refused: tooLarge.replace('has', 'has over') };
      }
      writeWhole(fd, part.value);
    }
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function openNameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'stet-import-'));
  try {
    return openSync(join(folder, 'upload'), 'wx+', 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
}
