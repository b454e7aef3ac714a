import { createHash } from 'node:crypto';

export { newId } from '@/corpus/commands/id';

/** SHA-256 of a text's UTF-8 bytes, or of bytes, in hexadecimal. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
