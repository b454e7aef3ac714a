import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { entriesOf, nameOf, openZip, unpack } from '../ingest/formats/archive-part';
import type { OpenFile } from '../ingest/source';
import { ZipWriter } from '../interchange/zip';
import { findCountProblem, ContentCheck } from './content-check';
import { MANIFEST_FILE, RELEASE, SEAL_FILE, type ReleaseManifest } from './model';

/** Whether a file is a release as it was made; `problem` is one sentence. */
export type Verdict =
  | { readonly holds: true; readonly manifest: ReleaseManifest; readonly sha256: string }
  | { readonly holds: false; readonly problem: string };

/** The most that a manifest may have, in bytes. */
const MOST = 256 * 1024 * 1024;
/** How many members are named in one sentence. */
const NAMED = 5;
const CHUNK = 256 * 1024;

class Broken extends Error {}

/**
 * Compares every member with its hash, its schema and the counts, and the archive with the one that
 * its members make: not a byte may be another. Memory does not grow with the file, but for its
 * manifest.
 */
export async function verifyRelease(file: OpenFile): Promise<Verdict> {
  const zip = await openZip(file);
  if (zip === null) return { holds: false, problem: 'It is no zip archive, or it is cut off.' };
  try {
    const entries = await readEntries(zip);
    const manifest = await readManifest(zip, entries);
    compareNames(manifest, entries);
    await compareMembers(zip, manifest, entries);
    return { holds: true, manifest, sha256: compareBytes(file, [...entries.values()]) };
  } catch (error) {
    if (error instanceof Broken) return { holds: false, problem: error.message };
    throw error;
  }
}

async function readEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of entriesOf(zip)) {
    if (entry === null) throw new Broken('The archive’s directory is damaged.');
    const name = nameOf(entry);
    if (entries.has(name)) throw new Broken(`${name} is in it twice.`);
    entries.set(name, entry);
  }
  return entries;
}

async function readManifest(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
): Promise<ReleaseManifest> {
  const [bytes, seal] = [await whole(zip, entries, MANIFEST_FILE), await whole(zip, entries, SEAL_FILE)]; // prettier-ignore
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (Buffer.from(seal).toString('latin1') !== `${sha256}\n`) {
    throw new Broken(`${MANIFEST_FILE} is not what ${SEAL_FILE} says: one of them was changed.`);
  }
  let manifest: Partial<ReleaseManifest> | null = null;
  try {
    manifest = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<ReleaseManifest> | null;
  } catch {
    throw new Broken(`${MANIFEST_FILE} is no JSON.`);
  }
  if (manifest?.release !== RELEASE || !Array.isArray(manifest.files)) {
    throw new Broken('It was made by another version of Stet, which this one does not read.');
  }
  return manifest as ReleaseManifest;
}

async function whole(
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  name: string,
): Promise<Uint8Array> {
  const entry = entries.get(name);
  if (entry === undefined) throw new Broken(`It is no release of Stet: ${name} is missing.`);
  const part = await unpack(zip, entry, { bytes: MOST, ratio: 1000, freeBytes: CHUNK });
  if (!part.ok) throw new Broken(`${name} is damaged.`);
  return part.bytes;
}

function compareNames({ files }: ReleaseManifest, entries: ReadonlyMap<string, Entry>): void {
  const named = new Set([...files.map(({ name }) => name), MANIFEST_FILE, SEAL_FILE]);
  const missing = [...named].filter((name) => !entries.has(name));
  const added = [...entries.keys()].filter((name) => !named.has(name));
  const told = [
    ...(missing.length === 0 ? [] : [`${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`]), // prettier-ignore
    ...(added.length === 0 ? [] : [`${list(added)} ${added.length === 1 ? 'was' : 'were'} added`]),
  ];
  if (told.length > 0) throw new Broken(`${told.join(', and ')}.`);
}

async function compareMembers(
  zip: ZipFile,
  manifest: ReleaseManifest,
  entries: ReadonlyMap<string, Entry>,
): Promise<void> {
  const wrong: string[] = [];
  for (const { name, bytes, sha256 } of manifest.files) {
    const entry = entries.get(name)!;
    const isSame = entry.uncompressedSize === bytes && (await hashOf(zip, entry)) === sha256;
    if (!isSame) wrong.push(name);
  }
  if (wrong.length > 0) {
    throw new Broken(`${list(wrong)} ${wrong.length === 1 ? 'is' : 'are'} not what the manifest says: changed or damaged.`); // prettier-ignore
  }
  const check = new ContentCheck();
  for (const { name } of manifest.files) {
    if (!check.reads(name)) continue;
    let number = 0;
    for await (const line of createInterface({
      input: await open(zip, entries.get(name)!),
      crlfDelay: Infinity,
    })) {
      // prettier-ignore
      number += 1;
      const problem = check.line(name, line);
      if (problem !== null) throw new Broken(`${name}, line ${number}: ${problem}.`);
    }
  }
  const problem = findCountProblem(manifest, check);
  if (problem !== null) throw new Broken(problem);
}

function open(zip: ZipFile, entry: Entry): Promise<Readable> {
  return zip.openReadStreamPromise(entry);
}

/** Null for a member that cannot be read. */
async function hashOf(zip: ZipFile, entry: Entry): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of (await open(zip, entry)) as AsyncIterable<Buffer>) hash.update(chunk);
  } catch {
    return null;
  }
  return hash.digest('hex');
}

/** Returns the hash of the file; throws Broken where its members make another one. */
function compareBytes(file: OpenFile, entries: readonly Entry[]): string {
  const changed = 'Its members are whole, but the archive around them was changed or packed again.';
  if (entries.some(({ compressionMethod }) => compressionMethod !== 0)) throw new Broken(changed);
  const hash = createHash('sha256');
  let at = 0;
  for (const bytes of written(file, entries)) {
    if (!readAt(file, at, bytes.length).equals(bytes)) throw new Broken(changed);
    hash.update(bytes);
    at += bytes.length;
  }
  if (at !== file.size) throw new Broken(changed);
  return hash.digest('hex');
}

function* written(file: OpenFile, entries: readonly Entry[]): Generator<Uint8Array> {
  const zip = new ZipWriter();
  for (const entry of entries) yield* zip.file(nameOf(entry), dataOf(file, entry));
  yield* zip.finish();
}

/** A stored member's bytes behind its local header (APPNOTE 6.3, 4.3.7). */
function* dataOf(file: OpenFile, entry: Entry): Generator<Uint8Array> {
  const start = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameRaw.length;
  for (let at = 0; at < entry.uncompressedSize; at += CHUNK) {
    yield readAt(file, start + at, Math.min(CHUNK, entry.uncompressedSize - at));
  }
}

/** Fewer bytes where the file ends. */
function readAt({ fd }: OpenFile, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(fd, bytes, 0, length, position));
}

function list(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
