import type { Piece } from './format';

/** How much text is put together before it is handed on, in UTF-16 units. */
const CHUNK = 64 * 1024;

/** Joins small pieces into chunks that are worth a write; nothing is held beyond one chunk. */
export function* inChunks(pieces: Iterable<Piece>): Generator<Uint8Array> {
  let held: Uint8Array[] = [];
  let words = '';
  let length = 0;
  const settle = () => {
    if (words !== '') held.push(Buffer.from(words, 'utf8'));
    words = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') words += piece;
    else {
      settle();
      held.push(piece);
    }
    length += piece.length;
    if (length < CHUNK) continue;
    settle();
    yield held.length === 1 ? held[0]! : Buffer.concat(held);
    held = [];
    length = 0;
  }
  settle();
  if (length > 0) yield Buffer.concat(held);
}

/**
 * A web stream of the pieces, made only as fast as the reader takes them. Whatever ends it (the
 * last piece, the reader going away, an error, `patience` milliseconds in which nothing is taken)
 * ends the source too, so that what it holds open is closed.
 */
export function byteStream(
  pieces: Iterable<Piece>,
  patience = 120_000,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = inChunks(pieces) as Generator<Uint8Array<ArrayBuffer>>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(timer);
    chunks.return(undefined);
  };
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        clearTimeout(timer);
        try {
          const next = chunks.next();
          if (next.done === true) return controller.close();
          controller.enqueue(next.value);
        } catch (error) {
          close();
          throw error;
        }
        timer = setTimeout(() => {
          close();
          controller.error(new Error('The reader took nothing for too long.'));
        }, patience);
      },
      cancel: close,
    },
    { highWaterMark: 1 },
  );
}
