// The worker thread that reads articles for suggestions: lets tsx read the TypeScript beside it.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
register({ tsconfig: `${home}/tsconfig.json` });
await import('./suggest.ts');
