// A worker thread of the server: lets tsx read the TypeScript beside it, and runs what it is told to.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
register({ tsconfig: `${home}/tsconfig.json` });
await import(`./${workerData.script}.ts`);
