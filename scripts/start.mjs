// `npm start` and `npm run dev`. Written so that a Node too old for the rest still says so.
import { refuseNode } from './launch/node-version.mjs';

const refusal = refuseNode(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}
const dev = process.argv.includes('--dev');
import('./launch/start.mjs').then(({ start }) => start({ dev })).then((code) => process.exit(code));
