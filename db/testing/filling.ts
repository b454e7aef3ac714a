import type { FillStatements } from './fill-rows';
import type { Random } from '@/corpus/evaluate/random';

/** What the rows of one fill share. */
export interface Filling {
  readonly statements: FillStatements;
  readonly random: Random;
  readonly collectionId: string;
  readonly people: readonly string[];
  readonly evidence: readonly string[];
  readonly words: boolean;
  /** A new id; ids grow, so that the articles of a later fill come after. */
  id(): string;
}
