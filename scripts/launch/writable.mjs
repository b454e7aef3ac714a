import { closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Stop } from './stop.mjs';

/**
 * Makes the folder where it is absent and writes a file in it, because permissions alone do not
 * tell. Throws Stop when that fails; `what` names what would be kept there, in the plural.
 */
export function requireWritable(folder, what) {
  const probe = join(folder, `.stet-${process.pid}`);
  try {
    makeFolder(folder);
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
  } catch (error) {
    throw new Stop(`${what} cannot be kept in ${folder}: ${whyNot(error)}.`);
  }
}

/** Throws Stop when there is a file at `path` that cannot be written, or something else than a file. */
export function requireWritableFile(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isFile())
    throw new Stop(`The database ${path} is not a file: set STET_DATABASE to the name of a file.`);
  try {
    closeSync(openSync(path, 'r+'));
  } catch (error) {
    throw new Stop(`The database ${path} cannot be written: ${whyNot(error)}.`);
  }
}

/** Makes a folder and those above it. Node's own recursive way never ends in places like /proc. */
function makeFolder(folder) {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

function whyNot(error) {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'it is read-only for you';
  if (error.code === 'EROFS') return 'the disk is read-only';
  if (error.code === 'ENOENT') return 'that folder cannot be made';
  if (error.code === 'ENOSPC') return 'the disk is full';
  if (error.code === 'ENOTDIR' || error.code === 'EEXIST') return 'a part of that path is a file';
  return error.message;
}
