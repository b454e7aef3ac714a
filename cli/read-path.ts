import { closeSync, fstatSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { allowedLoopbackPort, fetchPage } from '@/corpus/fetching/fetch-page';
import type { IngestOutcome } from '@/corpus/ingest/model';
import { readFiles } from '@/corpus/ingest/read-file';
import type { Source } from '@/corpus/ingest/source';
import { isAddress, type FoundText } from './find-texts';
import { reasonOf } from './problems';

/** A file of a path, read and ready to be stored, or the reason why not. */
export type ReadPath =
  | { readonly file: string; readonly refused: string }
  | { readonly file: string; readonly note: string }
  | {
      /** The name it is stored under, and the path as it was given. */
      readonly file: string;
      readonly shown: string;
      readonly bytes: Uint8Array;
      readonly outcome: IngestOutcome;
      readonly url: string | null;
      /** How much of the file or the archive is behind it, from 0 to 1. */
      readonly share: number;
    };

/** The file at a path or an address; of an archive each file in it, one at a time. */
export async function* readPath(found: FoundText): AsyncGenerator<ReadPath> {
  if ('refused' in found) {
    yield found;
    return;
  }
  const got = await getBytes(found.file);
  if ('refused' in got) {
    yield { file: found.file, refused: got.refused };
    return;
  }
  const { source, name, url, contentType } = got;
  try {
    for await (const read of readFiles(source, { name, url, contentType })) {
      const shown = read.file === name ? found.file : found.file + read.file.slice(name.length);
      yield 'note' in read ? { ...read, file: shown } : { ...read, shown };
    }
  } finally {
    if (!(source instanceof Uint8Array)) closeSync(source.fd);
  }
}

interface Got {
  readonly source: Source;
  readonly name: string;
  readonly url: string | null;
  readonly contentType: string | null;
}

async function getBytes(path: string): Promise<Got | { readonly refused: string }> {
  if (isAddress(path)) {
    const port = allowedLoopbackPort();
    const page = await fetchPage(path, port === undefined ? {} : { allowedLoopbackPort: port });
    if ('refused' in page) return page;
    return { source: page.bytes, name: page.url, url: page.url, contentType: page.contentType };
  }
  try {
    const fd = openSync(path, 'r');
    const source = { fd, size: fstatSync(fd).size };
    return { source, name: basename(path), url: null, contentType: null };
  } catch (error) {
    return { refused: `The file cannot be read: ${reasonOf(error)}.` };
  }
}
