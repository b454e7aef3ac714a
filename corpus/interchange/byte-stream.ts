/** How much text is put together before it is handed on, in UTF-16 units. */
const CHUNK = 64 * 1024;

/** Joins small texts into chunks that are worth a write; nothing is held beyond one chunk. */
export function* inChunks(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let held: string[] = [];
  let length = 0;
  for (const text of texts) {
    held.push(text);
    length += text.length;
    if (length < CHUNK) continue;
    yield encoder.encode(held.join(''));
    held = [];
    length = 0;
  }
  if (length > 0) yield encoder.encode(held.join(''));
}

/**
 * A web stream of the texts, made only as fast as the reader takes them. Whatever ends it (the
 * last text, the reader going away, an error, `patience` milliseconds in which nothing is taken)
 * ends the source too, so that what it holds open is closed.
 */
export function byteStream(
  texts: Iterable<string>,
  patience = 120_000,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = inChunks(texts) as Generator<Uint8Array<ArrayBuffer>>;
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
