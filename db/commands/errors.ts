import type { CommandRefusal, StaleState } from '@/corpus/commands/requests';

/** A command that was not carried out: nothing was written. The message is for the person. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  constructor(
    readonly refused: 'invalid' | 'forbidden' | 'missing',
    message: string,
  ) {
    super(message);
  }
}

/** The sender saw an older version than the one that stands. */
export class StaleError extends Error {
  override readonly name = 'StaleError';
  constructor(
    message: string,
    readonly current: StaleState,
  ) {
    super(message);
  }
}

/** Thrown in a transaction so that nothing of it stays, by whoever catches it around that transaction. */
export class NotWritten extends Error {}

/** What to answer to the sender; null for an error that is ours, which must not be swallowed. */
export function refusalOf(error: unknown): CommandRefusal | null {
  if (error instanceof StaleError) {
    return { refused: 'stale', message: error.message, current: error.current };
  }
  if (error instanceof RefusedError) return { refused: error.refused, message: error.message };
  return null;
}
