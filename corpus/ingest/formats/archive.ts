import type { Entry, ZipFile } from 'yauzl';
import type { Source } from '../source';
import {
  entriesOf,
  nameOf,
  openZip,
  unpack,
  type PartLimits,
  type PartRefusal,
} from './archive-part';

/** One file of an archive; `refused` is one sentence that says what is wrong and what to do. */
export type ArchiveEntry =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly refused: string };

/** An entry with its place among all that the archive's directory counts, folders included. */
export type PlacedEntry = ArchiveEntry & { readonly at: number; readonly of: number };

const MEGABYTE = 1024 * 1024;
const LIMITS: PartLimits = { bytes: 20 * MEGABYTE, ratio: 200, freeBytes: MEGABYTE };
const MOST_ENTRIES = 20_000;
const MOST_BYTES = 1024 * MEGABYTE;

const DAMAGED = 'The archive is damaged or cut off; make it again and import it then.';
const TOO_MANY =
  'The archive holds more than 20,000 files; split it into smaller ones and import them in turn.';
const TOO_LARGE =
  'The archive unpacks to more than 1 GB; split it into smaller ones and import them in turn.';
const NESTED = 'An archive inside an archive is not opened; unpack it.';

const REFUSALS: Readonly<Record<PartRefusal, string>> = {
  encrypted: 'The file is locked with a password; unpack it with the password and import it.',
  'too large': 'The file has more than 20 MB; split it into smaller files.',
  'too dense':
    'The file unpacks to more than 200 times its size, as a zip bomb does; unpack it yourself if you trust it.',
  method: 'The file is packed in a way that Stet does not read; unpack it yourself and import it.',
  damaged: 'The file is damaged inside the archive; make the archive again.',
};

/**
 * The files of a zip, in its own order, one at a time in memory. A file that is not read comes
 * with the reason; a reason against the archive as a whole has the path "" and comes last. The
 * first `from` entries are passed over. Never throws.
 */
export async function* listEntries(
  source: Source,
  from = 0,
): AsyncGenerator<PlacedEntry, void, undefined> {
  const zip = await openZip(source);
  const of = zip?.entryCount ?? 0;
  if (zip === null) return yield { path: '', refused: DAMAGED, at: 0, of };
  if (of > MOST_ENTRIES) return yield { path: '', refused: TOO_MANY, at: 0, of };
  let [total, at] = [0, 0];
  for await (const entry of entriesOf(zip)) {
    if (entry === null) return yield { path: '', refused: DAMAGED, at, of };
    at++;
    const path = nameOf(entry);
    if (isSkipped(path)) continue;
    total += entry.uncompressedSize;
    if (total > MOST_BYTES) return yield { path: '', refused: TOO_LARGE, at, of };
    if (at > from) yield { ...(await readEntry(zip, path, entry)), at, of };
  }
}

async function readEntry(zip: ZipFile, path: string, entry: Entry): Promise<ArchiveEntry> {
  const refused = refusalOfEntry(path, entry);
  if (refused !== null) return { path, refused };
  const part = await unpack(zip, entry, LIMITS);
  if (!part.ok) return { path, refused: REFUSALS[part.refusal] };
  return isZip(part.bytes) ? { path, refused: NESTED } : { path, bytes: part.bytes };
}

/** Folders, and what systems leave behind: resource forks, folder settings, hidden files. */
function isSkipped(path: string): boolean {
  const parts = path.split('/');
  if (path.endsWith('/')) return true;
  return parts.some((part) => part === '__MACOSX' || /^\.[^./]/.test(part));
}

function refusalOfEntry(path: string, entry: Entry): string | null {
  if (path === '' || /[\\\0]/.test(path) || /^(?:\/|[a-z]:)/i.test(path)) return badName(path);
  if (path.split('/').includes('..')) return badName(path);
  if (isLink(entry))
    return 'The file is a link to another place; put the file itself into the archive.';
  return /\.(?:zip|7z|rar|tar|tgz|gz|bz2|xz|zst)$/i.test(path) ? NESTED : null;
}

function badName(path: string): string {
  const shown = path.replace(/[^\x20-\x7e\xa0-\uffff]/g, '?').slice(0, 80);
  return `The name “${shown}” points outside the archive; rename the file and pack it again.`;
}

/** Systems like Unix keep the kind of a file in the upper half of its attributes. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

/**
 * True for a zip that is a mere archive: not for office documents and books, which are zips too
 * (DOCX, XLSX, ODT, EPUB). Looks at the signature and the names of the files in it.
 */
export function isZip(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 22) return false;
  const signature = view.getUint32(0, true);
  if (signature !== 0x04034b50 && signature !== 0x06054b50) return false;
  return !namesIn(view).some((name) => name === '[Content_Types].xml' || name === 'mimetype');
}

/** The names in the directory at the end; of a cut file the first name alone. */
function namesIn(view: DataView): string[] {
  const end = endOfDirectory(view);
  const first = view.byteLength < 30 ? '' : textAt(view, 30, view.getUint16(26, true));
  const names = [first];
  let at = end === null ? view.byteLength : view.getUint32(end + 16, true);
  while (at + 46 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    names.push(textAt(view, at + 46, length));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function endOfDirectory(view: DataView): number | null {
  const least = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return null;
}

function textAt(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) return '';
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
}
