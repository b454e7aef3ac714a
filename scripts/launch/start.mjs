import { addressOf, chooseHost, choosePort, claimPort } from './address.mjs';
import { build } from './build.mjs';
import { checkDatabase, chooseDatabase, prepareDatabase } from './database.mjs';
import { install } from './install.mjs';
import { tellDone } from './report.mjs';
import { ROOT } from './root.mjs';
import { nextCommand, serve } from './serve.mjs';
import { explain } from './stop.mjs';

/** `npm start` and, with `dev`, `npm run dev`; resolves with the exit code when the server ends. */
export function start({ dev }) {
  return prepareAndServe(dev).catch(explain);
}

async function prepareAndServe(dev) {
  const host = chooseHost(process.env.HOST);
  const port = choosePort(process.env.PORT);
  const database = chooseDatabase(ROOT, process.env.STET_DATABASE);
  await claimPort(host, port);
  checkDatabase(database);

  const done = [await install(ROOT)];
  done.push(...(await prepareDatabase(ROOT, database)));
  if (!dev) done.push(await build(ROOT));
  return serve({
    args: nextCommand(ROOT, dev ? 'dev' : 'start', host, port),
    root: ROOT,
    host,
    port,
    env: {
      STET_DATABASE: database,
      NODE_ENV: dev ? 'development' : 'production',
      HOST: host,
      PORT: String(port),
    },
    quiet: !dev,
    ready: () => {
      console.log(tellDone(done));
      console.log(`Stet is on ${addressOf(host, port)} (Ctrl+C stops it)`);
    },
  });
}
