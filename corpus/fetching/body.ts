import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { INSTEAD, Refusal } from './refusal';

/**
 * Reads the body of an answer to its end, undoing gzip, deflate or br. `maxBytes` limits what is
 * announced, what comes over the network and what it unpacks to, while it arrives. Throws a Refusal
 * or what the network or the unpacking reports; the answer is closed in any case.
 */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  try {
    const announced = Number(response.headers['content-length'] ?? 0);
    if (announced > maxBytes) throw tooLarge(`has ${inWords(announced)}`, maxBytes);
    return await collect(await unpacked(response, maxBytes), maxBytes);
  } finally {
    response.destroy();
  }
}

async function collect(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    total += chunk.length;
    if (total > maxBytes) throw tooLarge('is larger', maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, total));
}

async function unpacked(response: IncomingMessage, maxBytes: number): Promise<Readable> {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return response;
  if (!ENCODINGS.has(encoding)) {
    throw new Refusal(
      `The page came in a compression that Stet does not read (${encoding.slice(0, 40)}); ${INSTEAD}.`,
    );
  }
  const first = await firstByte(response);
  if (first === null) return response;
  const decoder = decoderOf(encoding, first);
  let packed = 0;
  response.on('data', (chunk: Uint8Array) => {
    packed += chunk.length;
    if (packed > maxBytes) decoder.destroy(tooLarge('is larger', maxBytes));
  });
  // What fails on either side reaches the reader of the decoder.
  return pipeline(response, decoder, () => undefined);
}

const ENCODINGS = new Set(['gzip', 'x-gzip', 'br', 'deflate']);

function decoderOf(encoding: string, first: number): Transform {
  if (encoding === 'br') return createBrotliDecompress();
  if (encoding !== 'deflate') return createGunzip();
  // Some servers send deflate bare, without the zlib header, whose first byte ends in 8.
  return (first & 0x0f) === 8 ? createInflate() : createInflateRaw();
}

/** The first byte of a body, left in place; null where the body is empty. */
async function firstByte(response: IncomingMessage): Promise<number | null> {
  for (;;) {
    const chunk: unknown = response.read(1);
    if (chunk instanceof Uint8Array && chunk[0] !== undefined) {
      response.unshift(chunk);
      return chunk[0];
    }
    if (response.readableEnded) return null;
    await Promise.race([once(response, 'readable'), once(response, 'end')]);
  }
}

function tooLarge(how: string, maxBytes: number): Refusal {
  return new Refusal(
    `The page ${how} and the limit is ${inWords(maxBytes)}; save the part that you need as a file and import that.`,
  );
}

function inWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${size.toFixed(1).replace(/\.0$/, '')} ${unit}`;
}
