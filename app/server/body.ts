import type { ZodType } from 'zod';

const SMALL_LIMIT = 4000;

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

/** Whether the sender went away before all of the body was here. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

/** A small JSON body of this shape; null where it is too large, broken off, no JSON or something else. */
export async function readJson<T>(request: Request, shape: ZodType<T>): Promise<T | null> {
  try {
    const bytes = await readBody(request, SMALL_LIMIT);
    return shape.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch (error) {
    if (error instanceof BodyTooLargeError || error instanceof SyntaxError || isGone(error)) return null; // prettier-ignore
    throw error;
  }
}
