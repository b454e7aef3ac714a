import type { IncomingMessage } from 'node:http';
import { requestPage } from '../fetching/connection';
import { hostOf, portOf } from '../fetching/page-url';
import { Refusal } from '../fetching/refusal';
import { resolveBySystem, vettedAddresses, type ResolvedAddress } from '../fetching/resolving';
import type { DetectorRequest } from './external';

const MOST_BYTES = 20_000_000;
const LOOPBACK = '127.0.0.1';

export type DetectorReply = { readonly answer: unknown } | { readonly refused: string };

/**
 * Reads the address of a detector: this machine's own loopback address, or a site by https. A private
 * network is told by its address here, or when its name is looked up.
 */
export function parseDetectorAddress(address: string): URL | { readonly refused: string } {
  const words = address.trim();
  const url = URL.canParse(words) ? new URL(words) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return { refused: `“${words.slice(0, 200)}” is no web address: a detector’s is one like http://127.0.0.1:5000/.` }; // prettier-ignore
  }
  if (url.username !== '' || url.password !== '') {
    return { refused: 'The address holds a user name or a password; take it out and try again.' };
  }
  if (hostOf(url) === 'localhost') url.hostname = LOOPBACK;
  if (hostOf(url) !== LOOPBACK && url.protocol !== 'https:') {
    return { refused: 'Articles are sent to other machines by https only: give an address with https://, or one of this machine like http://127.0.0.1:5000/.' }; // prettier-ignore
  }
  return url;
}

/** Posts a text to a detector; every way in which that fails is one sentence. Never rejects. */
export async function askDetector(
  address: URL,
  request: DetectorRequest,
  timeoutMs: number,
): Promise<DetectorReply> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await post(address, JSON.stringify(request), signal);
    const body = await readLimited(response);
    if (response.statusCode !== 200) {
      return { refused: `The detector answered with status ${response.statusCode ?? 0}.` };
    }
    if (body === null) return { refused: 'The detector’s answer is larger than 20 MB.' };
    return { answer: JSON.parse(body) as unknown };
  } catch (error) {
    if (signal.aborted) {
      return { refused: `The detector did not answer within ${timeoutMs / 1000} seconds.` };
    }
    return { refused: sentenceOf(error) };
  }
}

async function post(address: URL, body: string, signal: AbortSignal): Promise<IncomingMessage> {
  const isLoopback = hostOf(address) === LOOPBACK;
  const permission = isLoopback ? { allowedLoopbackPort: portOf(address) } : {};
  const vetted: readonly ResolvedAddress[] = isLoopback
    ? [{ address: LOOPBACK, family: 4 }]
    : await vettedAddresses(address, resolveBySystem, {});
  signal.throwIfAborted();
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    Accept: 'application/json',
    'Accept-Encoding': 'identity',
  };
  return requestPage(address, vetted, permission, signal, { method: 'POST', headers, body });
}

async function readLimited(response: IncomingMessage): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > MOST_BYTES) return null;
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } finally {
    response.destroy();
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'The detector’s answer is not JSON.';
  if (error instanceof Refusal) {
    return 'The address leads to a private or reserved network, where Stet asks no detector: give one of this machine (127.0.0.1) or a public one.'; // prettier-ignore
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const why = REASONS[code] ?? (code === '' ? 'the connection broke off' : code);
  return `The detector could not be asked: ${why}.`;
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at its address',
  ENOTFOUND: 'no site of this name was found',
  ECONNRESET: 'the connection broke off',
};
