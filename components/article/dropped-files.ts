import type { Arrangement } from '@/corpus/ingest/arrangement';

export interface NamedFile {
  readonly name: string;
  readonly blob: Blob;
  /** A web address to fetch instead of the blob. */
  readonly url?: string;
  /** What a person made of it when it was looked at. */
  readonly arrangement?: Arrangement;
}

/** What was dropped, and the folders that hold no files. */
export interface Dropped {
  readonly files: readonly NamedFile[];
  readonly emptyFolders: readonly string[];
}

/**
 * The files in what was dropped, folders opened, by name; hidden files inside a folder are passed
 * over. Must be called in the drop event itself: the browser empties the transfer after it.
 */
export async function filesOfDrop(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const loose = [...transfer.files];
  if (entries.length === 0) return { files: loose.map(named), emptyFolders: [] };
  const files: NamedFile[] = [];
  const emptyFolders: string[] = [];
  for (const entry of entries) {
    const found = await filesOfEntry(entry, '');
    if (found.length === 0) emptyFolders.push(entry.name);
    files.push(...found);
  }
  return { files, emptyFolders };
}

/** The files of a file field, also of one that takes a folder. */
export function filesOfField(list: FileList): readonly NamedFile[] {
  return [...list]
    .map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }))
    .filter(({ name }) => !name.includes('/.'))
    .sort((a, b) => byName(a.name, b.name));
}

function named(file: File): NamedFile {
  return { name: file.name, blob: file };
}

async function filesOfEntry(entry: FileSystemEntry, folder: string): Promise<readonly NamedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail)).catch(() => null);
    return file === null ? [] : [{ name: folder + entry.name, blob: file }];
  }
  if (!isFolder(entry)) return [];
  const inside = (await entriesOf(entry)).filter(({ name }) => !name.startsWith('.'));
  const files: NamedFile[] = [];
  for (const child of inside.sort((a, b) => byName(a.name, b.name))) {
    files.push(...(await filesOfEntry(child, `${folder}${entry.name}/`)));
  }
  return files;
}

/** A folder tells its entries in portions, the last of which is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) =>
      reader.readEntries(done, fail),
    ).catch(() => []);
    if (part.length === 0) return all;
    all.push(...part);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
