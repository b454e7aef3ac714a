import type { ShownGate, ShownLedger } from '@/corpus/coverage/shown';

/** What the sign-off page shows of an article, and what its reader may do there. */
export interface SignOffProps {
  readonly articleId: string;
  readonly headline: string;
  readonly collectionId: string;
  readonly gate: ShownGate;
  readonly ledgers: readonly ShownLedger[];
  readonly may: {
    readonly sign: boolean;
    readonly tick: boolean;
    readonly cover: boolean;
    readonly write: boolean;
  };
}
