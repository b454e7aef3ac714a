import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { MAX_FILE_BYTES } from '../limits';
import { headersOf } from './warc-records';

export interface HttpResponse {
  readonly status: number;
  readonly contentType: string | null;
  /** Unpacked; null where that fails or gives more than a page may have. */
  readonly body: Uint8Array | null;
}

/** An HTTP response as it went over the wire, its transfer and content encodings undone. */
export function responseIn(bytes: Uint8Array): HttpResponse | null {
  const head = headersOf(bytes);
  const status = /^HTTP\/[\d.]+ (\d{3})\b/.exec(head?.first ?? '')?.[1];
  if (head === null || status === undefined) return null;
  const { fields } = head;
  const raw = bytes.subarray(head.end);
  const isChunked = /chunked/i.test(fields.get('transfer-encoding') ?? '');
  const body = unpack(isChunked ? joinChunks(raw) : raw, fields.get('content-encoding') ?? '');
  return { status: Number(status), contentType: fields.get('content-type') ?? null, body };
}

/** Archivers often store a body without its chunks: one that has none is taken as it is. */
function joinChunks(raw: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let at = 0;
  while (at < raw.length) {
    const line = text.indexOf('\n', at);
    const size =
      line === -1
        ? undefined
        : SIZE.exec(text.toString('latin1', at, Math.min(line, at + 200)))?.[1];
    if (size === undefined) return chunks.length === 0 ? raw : Buffer.concat(chunks);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    chunks.push(raw.subarray(line + 1, line + 1 + length));
    at = line + 1 + length;
    while (raw[at] === 0x0d || raw[at] === 0x0a) at++;
  }
  return Buffer.concat(chunks);
}

const SIZE = /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i;

function unpack(body: Uint8Array, encodings: string): Uint8Array | null {
  const options = { maxOutputLength: MAX_FILE_BYTES };
  let now = body;
  try {
    for (const encoding of encodings.toLowerCase().split(',').slice(0, 3).reverse()) {
      const name = encoding.trim();
      if (/^(?:x-)?gzip$/.test(name) && now[0] === 0x1f) now = gunzipSync(now, options);
      else if (name === 'br') now = brotliDecompressSync(now, options);
      else if (name === 'deflate') now = inflateSync(now, options);
    }
    return now;
  } catch {
    return null;
  }
}
