/** A request whose body is larger than its route allows. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';
}

/** Reads a body of at most `limit` bytes; throws BodyTooLargeError as soon as there are more. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw new BodyTooLargeError();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel();
      throw new BodyTooLargeError();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks, size);
}
