// A thread that reads articles ahead for the one that asked. Plain JavaScript: it starts at once and
// takes little memory. What it is asked and what it answers stands in ../queries/dataset-ahead.ts.
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { articlePieces } from './article-pieces.mjs';

/** How many UTF-16 units of rows go into one message, at least. */
const MESSAGE = 100_000;

const { path, views } = workerData;
const reader = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
reader.pragma('cache_size = -4096');
reader.pragma('temp_store = FILE');
if (views !== undefined) reader.exec(views);
let pieces;

parentPort.on('message', ({ ask, reads }) => {
  try {
    if (ask === 'begin') begin();
    if (ask === 'read') pieces = articlePieces(reader, reads);
    else parentPort.postMessage(ask === 'begin' ? [] : more());
  } catch (error) {
    // The class of SQLite’s errors loses its words on the way to another thread.
    throw new Error(error.message, { cause: error.code });
  }
});

/** Settles which state of the database is read: a transaction has one from its first read on. */
function begin() {
  if (reader.inTransaction) reader.exec('ROLLBACK');
  reader.exec('BEGIN');
  reader.prepare('SELECT 1 FROM article LIMIT 1').get();
}

function more() {
  const read = [];
  for (let size = 0; size < MESSAGE;) {
    const { value } = pieces.next();
    if (value === undefined) break;
    read.push(value);
    size += (value.list ?? value.text).length;
  }
  return read;
}
