import type { DetectorLine } from '@/corpus/suggestion/detectors';
import type { Desk } from '../client';

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
