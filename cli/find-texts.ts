import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isArchiveName, refusalOfSize } from '@/corpus/ingest/limits';
import { reasonOf } from './problems';

/** A file to try, or a path that is refused with one sentence before anything is read. */
export type FoundText =
  { readonly file: string } | { readonly file: string; readonly refused: string };

/** Endings of files that are never plain text; a folder that holds nothing else has no texts. */
const OTHER_ENDINGS =
  /\.(jpe?g|png|gif|webp|avif|heic|tiff?|bmp|ico|svg|mp[34]|m4[av]|wav|ogg|flac|mov|avi|mkv|webm|tgz|xz|bz2|7z|rar|tar|doc|xlsx?|pptx?|od[tsp]|epub|exe|dll|so|dylib|bin|dat|db|sqlite3?|woff2?|ttf|otf|class|jar|pyc|wasm)$/i;

/**
 * The files that the paths name: files as they are, folders with all that they hold, by name.
 * Hidden files and folders inside a folder are passed over.
 */
export function* findTexts(paths: readonly string[]): Generator<FoundText> {
  for (const path of paths) {
    if (isAddress(path)) yield { file: path };
    else yield* findIn(path);
  }
}

/** True for a path that is a web address. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}

function* findIn(path: string): Generator<FoundText> {
  const folder = folderOf(path);
  if (folder === null) {
    yield checkFile(path);
    return;
  }
  const found = [...listFolder(path, new Set())];
  const texts = found.filter((item) => 'refused' in item || !OTHER_ENDINGS.test(item.file));
  if (texts.length === 0) {
    const others = found.length === 0 ? '' : `, only ${found.length} of other kinds`;
    yield refuse(path, `The folder holds no text files${others}; name a folder with texts.`);
    return;
  }
  for (const item of found) yield 'refused' in item ? item : checkFile(item.file);
}

/** The real path of a folder; null where the path is anything else or does not exist. */
function folderOf(path: string): string | null {
  try {
    return statSync(path).isDirectory() ? realpathSync(path) : null;
  } catch {
    return null;
  }
}

function* listFolder(path: string, seen: Set<string>): Generator<FoundText> {
  const real = folderOf(path);
  if (real === null || seen.has(real)) return;
  seen.add(real);
  let names: string[];
  try {
    names = readdirSync(path).filter((name) => !name.startsWith('.'));
  } catch (error) {
    yield refuse(path, `The folder cannot be read: ${reasonOf(error)}.`);
    return;
  }
  for (const name of names.sort(byName)) {
    const inside = join(path, name);
    if (folderOf(inside) === null) yield { file: inside };
    else yield* listFolder(inside, seen);
  }
}

function byName(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true }) || (a < b ? -1 : 1);
}

/** Looks at the file without reading it: only ordinary files of a size that can be read pass. */
function checkFile(file: string): FoundText {
  try {
    const { size, isFile } = statOf(file);
    if (!isFile) return refuse(file, 'This is no ordinary file, so it cannot be read as a text.');
    const refused = refusalOfSize(size, isArchiveName(file));
    return refused === null ? { file } : refuse(file, refused);
  } catch (error) {
    return refuse(file, `The file cannot be read: ${reasonOf(error)}.`);
  }
}

function statOf(file: string): { size: number; isFile: boolean } {
  const stat = statSync(file);
  return { size: stat.size, isFile: stat.isFile() };
}

function refuse(file: string, refused: string): FoundText {
  return { file, refused };
}
