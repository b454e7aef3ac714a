import type { PersonName } from '../annotation/reading';

/** One window of somebody who has an article open. */
export interface Presence {
  readonly windowId: string;
  readonly person: PersonName;
  /** The ordinal of the block that the caret is in; null where it is in none. */
  readonly block: number | null;
  /** The annotation whose check is open. */
  readonly annotationId: string | null;
}
