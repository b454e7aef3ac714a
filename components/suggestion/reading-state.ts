/** How far the articles that wait for suggestions have come, as `/api/suggestions` tells it. */
export interface ReadingState {
  readonly done: number;
  readonly total: number;
  /** Why the last article that could not be read was not; null where all went well. */
  readonly problem: string | null;
}
