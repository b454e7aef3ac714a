import { createHash } from 'node:crypto';
import { monotonicFactory } from 'ulidx';

/** A new id: 26 characters, sortable by time, also within one millisecond. */
export const newId: () => string = monotonicFactory();

/** SHA-256 of a text's UTF-8 bytes, or of bytes, in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
