import { connect, createServer } from 'node:net';
import { Stop } from './stop.mjs';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

/** Whether an address that is wanted can be reached from this machine alone. */
export function isLoopback(wanted) {
  return LOOPBACK.includes(readHost(wanted));
}

/** The address to listen on. Throws Stop for one that others reach, unless people sign in. */
export function chooseHost(wanted, hasAccounts = false) {
  const host = readHost(wanted);
  if (isLoopback(host) || hasAccounts) return host;
  throw new Stop(
    `Stet does not listen on ${host}: accounts do not exist yet, so it only serves this machine; leave HOST out or set it to 127.0.0.1, and make the first account on the Desk page or with stet user add.`,
  );
}

function readHost(wanted) {
  return (wanted ?? '').trim().replace(/^\[(.*)\]$/, '$1') || '127.0.0.1';
}

/** The address that people use, where it is not the one listened on; null where unset. Throws Stop for none. */
export function chooseOrigin(wanted) {
  const text = (wanted ?? '').trim();
  if (text === '') return null;
  const url = URL.canParse(text) && /^https?:/.test(text) ? new URL(text) : null;
  if (url !== null && url.pathname === '/' && url.search === '') return url.origin;
  throw new Stop(
    `STET_ORIGIN is "${text}", which is no address: give it without a path, like https://stet.example.`,
  );
}

/** The port to listen on. Throws Stop when it is none. */
export function choosePort(wanted) {
  const text = (wanted ?? '').trim() || '3000';
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Stop(`PORT is "${text}", which is no port: give a number from 1 to 65535.`);
}

/** Throws Stop when another program has the port, or this one may not take it. */
export async function claimPort(host, port) {
  const code = (await answers(host, port)) ? 'EADDRINUSE' : await tryListening(host, port);
  if (code === null) return;
  const other = `PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  if (code === 'EADDRINUSE') {
    throw new Stop(
      `Port ${port} is in use by another program, perhaps by a Stet that runs already: stop that one, or choose another port with ${other}.`,
    );
  }
  throw new Stop(
    `Port ${port} on ${host} cannot be used (${code}): choose another one, for example with PORT=3000 npm start.`,
  );
}

/** Where a browser finds the server. */
export function addressOf(host, port) {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function answers(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 500 });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => end(true));
    socket.on('error', () => end(false));
    socket.on('timeout', () => end(false));
  });
}

function tryListening(host, port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error) => resolve(error.code));
    server.listen({ host, port }, () => server.close(() => resolve(null)));
  });
}
