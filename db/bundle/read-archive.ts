import { createHash } from 'node:crypto';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { entriesOf, nameOf, openZip } from '@/corpus/ingest/formats/archive-part';
import {
  BUNDLE,
  BUNDLE_HEAD,
  BUNDLE_MANIFEST,
  type BundleManifest,
} from '@/corpus/interchange/bundle';
import { bytesOf, type Source } from '@/corpus/ingest/source';
import { RefusedError } from '../commands/errors';

/** The largest original that is taken in, and the largest manifest; in bytes. */
const MOST = 512 * 1024 * 1024;

const DAMAGED = 'The bundle is damaged or cut off: export it again, and import it then.';

/** True for a file that begins as a bundle does. */
export async function isBundle(file: Source): Promise<boolean> {
  const start = Buffer.from(await bytesOf(file, 0, 30 + BUNDLE_HEAD.length));
  if (start.length < 30 + BUNDLE_HEAD.length) return false;
  return start.readUInt32LE(0) === 0x04034b50 && start.toString('latin1', 30) === BUNDLE_HEAD;
}

/** A bundle that is open for reading; what is read is compared with the manifest's hashes. */
export class BundleArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    readonly manifest: BundleManifest,
  ) {}

  /** Throws RefusedError for what is no bundle that this Stet reads. */
  static async open(file: Source): Promise<BundleArchive> {
    const zip = await openZip(file);
    if (zip === null) throw new RefusedError('invalid', DAMAGED);
    const entries = new Map<string, Entry>();
    for await (const entry of entriesOf(zip)) {
      if (entry === null) throw new RefusedError('invalid', DAMAGED);
      entries.set(nameOf(entry), entry);
    }
    const entry = entries.get(BUNDLE_MANIFEST);
    if (entry === undefined) throw new RefusedError('invalid', DAMAGED);
    const manifest = parseManifest(await readAll(zip, entry));
    return new BundleArchive(zip, entries, manifest);
  }

  /** The names of all files. */
  names(): IterableIterator<string> {
    return this.entries.keys();
  }

  /** The lines of a file; throws RefusedError after the last one where its hash is another. */
  async *lines(name: string): AsyncGenerator<string> {
    const stream = await this.stream(name);
    const hash = createHash('sha256');
    stream.on('data', (chunk: Buffer) => hash.update(chunk));
    yield* createInterface({ input: stream, crlfDelay: Infinity });
    this.compare(name, hash.digest('hex'));
  }

  async bytes(name: string): Promise<Buffer> {
    const bytes = await readAll(this.zip, this.entry(name));
    this.compare(name, createHash('sha256').update(bytes).digest('hex'));
    return bytes;
  }

  private async stream(name: string): Promise<Readable> {
    return this.zip.openReadStreamPromise(this.entry(name));
  }

  private entry(name: string): Entry {
    const entry = this.entries.get(name);
    if (entry === undefined)
      throw new RefusedError('invalid', `The bundle lacks ${name}: ${DAMAGED}`);
    return entry;
  }

  private compare(name: string, sha256: string): void {
    if (this.manifest.files.find((file) => file.name === name)?.sha256 === sha256) return;
    throw new RefusedError(
      'invalid',
      `${name} is not what the bundle’s manifest says: it was changed or damaged, so nothing was imported.`,
    );
  }
}

function parseManifest(bytes: Buffer): BundleManifest {
  let manifest: Partial<BundleManifest>;
  try {
    manifest = JSON.parse(bytes.toString('utf8')) as Partial<BundleManifest>;
  } catch {
    throw new RefusedError('invalid', DAMAGED);
  }
  if (manifest.bundle !== BUNDLE || manifest.offsetUnit !== 'utf16') {
    throw new RefusedError(
      'invalid',
      'The bundle was made by another version of Stet, which this one does not read: update Stet, or export it again.',
    );
  }
  return manifest as BundleManifest;
}

async function readAll(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.uncompressedSize > MOST) throw new RefusedError('invalid', DAMAGED);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST) throw new RefusedError('invalid', DAMAGED);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
