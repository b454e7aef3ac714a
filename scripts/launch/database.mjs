import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { gather } from './run.mjs';
import { Stop } from './stop.mjs';
import { requireWritable, requireWritableFile } from './writable.mjs';

/** Where the database is, as an absolute path. */
export function chooseDatabase(root, wanted) {
  const path = (wanted ?? '').trim();
  return path ? resolve(path) : join(root, 'data', 'stet.db');
}

/** Throws Stop when the database could not be kept at `path`. */
export function checkDatabase(path) {
  const use = 'set STET_DATABASE to a file in a folder that you can write to';
  try {
    requireWritable(dirname(path), 'The database');
  } catch (error) {
    throw new Stop(error.message.replace(/\.$/, `; ${use}.`));
  }
  requireWritableFile(path);
}

/** Whether somebody can sign in: false for a file that is no database or has no accounts yet. */
export async function hasAccounts(path) {
  const { default: Database } = await import('better-sqlite3');
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    const found = database.prepare('SELECT 1 FROM account LIMIT 1').get();
    database.close();
    return found !== undefined;
  } catch {
    return false;
  }
}

/**
 * Makes and migrates the database and fills an empty one with the samples.
 * @returns {Promise<string[]>} what was done
 */
export async function prepareDatabase(root, path, env = {}) {
  const done = await gather(process.execPath, ['--import', 'tsx', join('db', 'prepare.ts')], {
    cwd: root,
    env: { ...process.env, ...env, STET_DATABASE: path },
  });
  const answer = lastJson(done.stdout);
  if (answer?.error) throw new Stop(answer.error);
  if (done.code !== 0 || !answer) {
    throw new Stop(`The database ${path} could not be prepared.`, done.output);
  }
  return tellPrepared(answer, shorten(root, path));
}

/** What preparing did, in words. */
export function tellPrepared({ created, migrated, samples }, name) {
  const done = [];
  if (created) done.push(`created ${name}`);
  else if (migrated > 0) done.push(`migrated ${name}`);
  if (samples > 0) done.push(`loaded ${samples} sample article${samples === 1 ? '' : 's'}`);
  return done;
}

/** The path as a person in the clone would write it. */
function shorten(root, path) {
  const inside = relative(root, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}

function lastJson(text) {
  const line = text.trim().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
