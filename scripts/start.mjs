// `npm start` and `npm run dev`. The first lines also run on a Node that is too old for the rest.
import { refuseNode } from './launch/node-version.mjs';

const refusal = refuseNode(process.versions.node);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}

Promise.all([import('./launch/start.mjs'), import('./launch/stop.mjs')]).then(
  ([{ start }, { explain }]) =>
    start({ dev: process.argv.includes('--dev') })
      .catch(explain)
      .then((code) => process.exit(code)),
);
