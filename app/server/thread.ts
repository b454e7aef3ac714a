import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** The scripts of db/worker that run beside the server's own thread. */
export type Script = 'suggest' | 'agreement' | 'gamma' | 'adjudication' | 'release' | 'bring-in';

/** Starts a thread that keeps the server from nothing: it ends with the server. */
export function startThread(script: Script, data: object = {}): Worker {
  const home = process.env['STET_HOME'] ?? process.cwd();
  const file = join(/*turbopackIgnore: true*/ home, 'db', 'worker', 'thread.mjs');
  const worker = new Worker(/*turbopackIgnore: true*/ file, { workerData: { ...data, script } });
  worker.unref();
  return worker;
}
