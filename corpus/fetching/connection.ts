import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { isSameAddress } from './addresses';
import { hostOf, portOf } from './page-url';
import { INSTEAD, Refusal } from './refusal';
import { vetAddress, type Permission, type ResolvedAddress } from './resolving';

/** How long one of several addresses may take to accept a connection, in milliseconds. */
const CONNECT_ATTEMPT_MS = 3000;
const MAX_HEADER_BYTES = 64 * 1024;

const HEADERS = {
  'User-Agent': 'Stet (editorial fact-check workbench)',
  Accept: 'text/html, application/xhtml+xml, text/plain;q=0.9, application/pdf;q=0.8, */*;q=0.5',
  'Accept-Encoding': 'gzip, deflate, br',
};

/** What is sent beside the question for a page. */
export interface Sent {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Asks for a page at one of the addresses that were vetted for its host, and no other: the name
 * goes only into the Host header and the TLS handshake. No cookies, credentials, proxy or reuse of
 * connections. Resolves to the answer, whose body is still to be read or destroyed; rejects with a
 * Refusal or what the network reports, also when `signal` aborts.
 */
export function requestPage(
  url: URL,
  vetted: readonly ResolvedAddress[],
  permission: Permission,
  signal: AbortSignal,
  sent?: Sent,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = startRequest(url, vetted, signal, sent);
    request.on('socket', (socket) => {
      // Ahead of the listener that sends the request: nothing is said to a wrong address.
      socket.prependOnceListener('connect', () => {
        const refusal = refusalOfPeer(socket, url, vetted, permission);
        if (refusal !== null) socket.destroy(refusal);
      });
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.on('close', () => reject(new Error('The connection closed without an answer.')));
    request.end(sent?.body);
  });
}

function startRequest(
  url: URL,
  vetted: readonly ResolvedAddress[],
  signal: AbortSignal,
  sent: Sent | undefined,
): http.ClientRequest {
  const host = hostOf(url);
  const options: https.RequestOptions = {
    hostname: host,
    port: portOf(url),
    path: url.pathname + url.search,
    method: sent?.method ?? 'GET',
    headers: { ...HEADERS, ...sent?.headers, Host: url.host },
    lookup: lookupOf(vetted),
    maxHeaderSize: MAX_HEADER_BYTES,
    signal,
  };
  const agent = {
    keepAlive: false,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: CONNECT_ATTEMPT_MS,
  };
  if (url.protocol === 'http:') {
    return http.request({ ...options, agent: new http.Agent(agent) });
  }
  const servername = isIP(host) === 0 ? host : '';
  return https.request({ ...options, servername, agent: new https.Agent(agent) });
}

/** A stand-in for DNS that knows the vetted addresses only, whatever name is asked for. */
export function lookupOf(vetted: readonly ResolvedAddress[]): LookupFunction {
  return (_host, options, callback) => {
    const [first] = vetted;
    if (first === undefined) callback(new Error('No address was vetted.'), '');
    else if (options.all === true) callback(null, [...vetted]);
    else callback(null, first.address, first.family);
  };
}

function refusalOfPeer(
  socket: Socket,
  url: URL,
  vetted: readonly ResolvedAddress[],
  permission: Permission,
): Refusal | null {
  const peer = socket.remoteAddress ?? '';
  if (!vetted.some(({ address }) => isSameAddress(address, peer))) {
    return new Refusal(`The connection led to another address than the site’s; ${INSTEAD}.`);
  }
  try {
    vetAddress(peer, portOf(url), permission);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
