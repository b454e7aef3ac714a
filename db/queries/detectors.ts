import type { DetectorLine } from '@/corpus/suggestion/detectors';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import type { Desk } from '../client';
import { hasRun, type Detectable } from './detectable';

interface LineRow extends Omit<DetectorLine, 'off' | 'isGood'> {
  readonly off: number;
  readonly isGood: number | null;
}

/** The desk's detectors, oldest first, with what each answered last. */
export function listDetectors(desk: Desk): readonly DetectorLine[] {
  return desk.sqlite
    .prepare<[], LineRow>(
      `SELECT d.id, d.version, d.address, d.seconds, d.off, a.at, a.name, a.release, a.unit,
         a.is_good AS isGood, a.said
       FROM detector d LEFT JOIN detector_answer a ON a.detector_id = d.id
       WHERE d.removed = 0 ORDER BY d.id`,
    )
    .all()
    .map(({ off, isGood, ...line }) => ({ ...line, off: off === 1, isGood: isGood === 1 }));
}

/**
 * Whether Stet's rules and every detector of the desk that is on have read an article's text. One whose
 * last answer was no good counts as having read it: it would fail each time that an article opens.
 */
export function isReadByAll(desk: Desk, read: Detectable): boolean {
  if (!hasRun(desk, read, OWN_DETECTOR)) return false;
  return listDetectors(desk).every(
    ({ off, at, isGood, name, release }) =>
      off ||
      (at !== null &&
        (!isGood || name === null || release === null || hasRun(desk, read, { name, version: release }))), // prettier-ignore
  );
}

/** Whether another detector of the desk calls itself so. */
export function isNameTaken(desk: Desk, detectorId: string, name: string): boolean {
  return (
    desk.sqlite
      .prepare<[string, string], number>(
        `SELECT 1 FROM detector d JOIN detector_answer a ON a.detector_id = d.id
         WHERE d.removed = 0 AND d.id <> ? AND a.name = ?`,
      )
      .pluck()
      .get(detectorId, name) !== undefined
  );
}
