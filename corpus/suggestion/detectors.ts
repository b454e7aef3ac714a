/** How long a detector may take for one article where nothing else is said, and at most, in seconds. */
export const DETECTOR_SECONDS = 30;
export const MOST_DETECTOR_SECONDS = 300;

/** A detector of the desk's own, as the Suggestions page shows it. */
export interface DetectorLine {
  readonly id: string;
  readonly version: number;
  readonly address: string;
  readonly seconds: number;
  readonly off: boolean;
  /** When it answered last, what it called itself, and what its offsets count; null before. */
  readonly at: string | null;
  readonly name: string | null;
  readonly release: string | null;
  readonly unit: string | null;
  readonly isGood: boolean;
  /** What came of the last article that it was asked about, in one sentence. */
  readonly said: string | null;
}
