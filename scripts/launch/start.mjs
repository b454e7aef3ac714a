import { existsSync } from 'node:fs';
import {
  addressOf,
  chooseHost,
  chooseOrigin,
  choosePort,
  claimPort,
  isLoopback,
} from './address.mjs';
import { build } from './build.mjs';
import { checkDatabase, chooseDatabase, hasAccounts, prepareDatabase } from './database.mjs';
import { install } from './install.mjs';
import { tellDone } from './report.mjs';
import { ROOT } from './root.mjs';
import { nextCommand, serve } from './serve.mjs';
import { explain } from './stop.mjs';

const OPEN_LINE =
  'Nobody can sign in from another machine yet: passwords are taken over https only. Put a server that speaks https in front and name its address in STET_ORIGIN.';

/** `npm start` and, with `dev`, `npm run dev`; resolves with the exit code when the server ends. */
export function start({ dev }) {
  return prepareAndServe(dev).catch(explain);
}

/** Beyond this machine only a desk with accounts is served; that is asked of the database first. */
async function chooseSafeHost(wanted, database) {
  if (isLoopback(wanted) || !existsSync(database)) return chooseHost(wanted);
  await install(ROOT);
  return chooseHost(wanted, await hasAccounts(database));
}

async function prepareAndServe(dev) {
  const port = choosePort(process.env.PORT);
  const origin = chooseOrigin(process.env.STET_ORIGIN);
  const database = chooseDatabase(ROOT, process.env.STET_DATABASE);
  const host = await chooseSafeHost(process.env.HOST, database);
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
      ...(origin === null ? {} : { STET_ORIGIN: origin }),
    },
    quiet: !dev,
    ready: () => {
      console.log(tellDone(done));
      console.log(`Stet is on ${origin ?? addressOf(host, port)} (Ctrl+C stops it)`);
      if (!isLoopback(host) && !origin?.startsWith('https:')) console.log(OPEN_LINE);
    },
  });
}
