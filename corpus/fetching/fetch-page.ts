import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { MAX_FILE_BYTES } from '../ingest/limits';
import { readBody } from './body';
import { requestPage } from './connection';
import { parsePageUrl, redirectTarget } from './page-url';
import { INSTEAD, Refusal, sentenceFor } from './refusal';
import { resolveBySystem, vettedAddresses, type Resolve } from './resolving';
import { isRedirect, refusalOfStatus } from './statuses';

export { allowedLoopbackPort } from './loopback-port';

/** How long a page may take to arrive, redirects included, in milliseconds. */
export const FETCH_TIME_LIMIT_MS = 15_000;
/** The most redirects that are followed. */
export const MAX_REDIRECTS = 5;

export interface FetchOptions {
  /** Milliseconds for everything together; FETCH_TIME_LIMIT_MS where left out. */
  readonly timeLimitMs?: number | undefined;
  /** The most bytes of the page, unpacked; 20 MB where left out. */
  readonly maxBytes?: number | undefined;
  /** Stops the fetch when it aborts. */
  readonly signal?: AbortSignal | undefined;
  /** For tests only: 127.0.0.1 is allowed at exactly this port. */
  readonly allowedLoopbackPort?: number | undefined;
  /** For tests of DNS answers: asked once for each host on the way; the system where left out. */
  readonly resolve?: Resolve | undefined;
}

export interface FetchedPage {
  /** Where the page was found after all redirects. */
  readonly url: string;
  /** The address as it was asked for. */
  readonly requestedUrl: string;
  /** The addresses it was redirected to, in order; the last is `url`. */
  readonly redirects: readonly string[];
  /** The Content-Type header as it came. */
  readonly contentType: string | null;
  /** The body, unpacked. */
  readonly bytes: Uint8Array;
  /** Of `bytes`, in lower-case hexadecimal. */
  readonly sha256: string;
  /** When the last byte had arrived, ISO 8601 in UTC. */
  readonly fetchedAt: string;
  readonly status: 200;
}

interface Found {
  readonly url: URL;
  readonly redirects: readonly string[];
  readonly response: IncomingMessage;
}

/**
 * Fetches a public web page by http or https. Every address on the way is looked up once and
 * checked, and the connection goes to the checked address: nothing on this machine, in a private
 * network or at a cloud's metadata service is reached. What cannot be fetched is refused with one
 * sentence that says what to do. Never rejects.
 */
export async function fetchPage(
  url: string,
  options: FetchOptions = {},
): Promise<FetchedPage | { refused: string }> {
  const limit = options.timeLimitMs ?? FETCH_TIME_LIMIT_MS;
  let timeout: AbortSignal | null = null;
  try {
    timeout = AbortSignal.timeout(limit);
    const signal = AbortSignal.any(options.signal ? [timeout, options.signal] : [timeout]);
    return await unlessAborted(fetchUntil(signal, url, options), signal);
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message };
    if (options.signal?.aborted === true) {
      return { refused: 'The fetch was stopped; start it again if you still want the page.' };
    }
    if (timeout?.aborted === true) return { refused: tooSlow(limit) };
    return { refused: sentenceFor(error) };
  }
}

async function fetchUntil(
  signal: AbortSignal,
  requestedUrl: string,
  options: FetchOptions,
): Promise<FetchedPage> {
  const found = await follow(parsePageUrl(requestedUrl.trim()), options, signal);
  const bytes = await readBody(found.response, options.maxBytes ?? MAX_FILE_BYTES);
  return {
    url: found.url.href,
    requestedUrl,
    redirects: found.redirects,
    contentType: found.response.headers['content-type'] ?? null,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fetchedAt: new Date().toISOString(),
    status: 200,
  };
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<Found> {
  const seen = new Set([withoutFragment(start)]);
  const redirects: string[] = [];
  let url = start;
  for (;;) {
    const vetted = await vettedAddresses(url, options.resolve ?? resolveBySystem, options);
    signal.throwIfAborted();
    const response = await requestPage(url, vetted, options, signal);
    const { location } = response.headers;
    const status = response.statusCode ?? 0;
    if (status === 200) return { url, redirects, response };
    response.destroy();
    if (!isRedirect(status) || location === undefined) throw new Refusal(refusalOfStatus(status));
    url = redirectTarget(url, location);
    if (seen.has(withoutFragment(url))) throw new Refusal(LOOP);
    if (redirects.length === MAX_REDIRECTS) throw new Refusal(TOO_MANY);
    seen.add(withoutFragment(url));
    redirects.push(url.href);
  }
}

const LOOP = `The page redirects in a circle; open it in a browser, ${INSTEAD}.`;
const TOO_MANY = `The page redirects more than ${MAX_REDIRECTS} times; open it in a browser and fetch the address that it ends at, or ${INSTEAD}.`;

/** Looking up a name cannot be aborted: this stops waiting for it. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('The fetch was aborted.'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject);
  });
}

function withoutFragment(url: URL): string {
  return url.href.slice(0, url.href.length - url.hash.length);
}

function tooSlow(limitMs: number): string {
  const seconds = Number((limitMs / 1000).toFixed(1));
  return `The page did not arrive within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}; try again later, or ${INSTEAD}.`;
}
