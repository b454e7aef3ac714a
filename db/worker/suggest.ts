import { parentPort } from 'node:worker_threads';
import { detect } from '@/corpus/detect/detect';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import { databasePath, openDesk } from '../client';
import { suggestFor } from '../commands/suggest';
import { askOne } from '../commands/suggest-outside';

export interface SuggestRequest {
  readonly articleId: string;
  readonly personId: string;
  /** A detector of the desk's own; null for Stet's rules. */
  readonly detectorId: string | null;
}

export interface SuggestAnswer {
  /** Why the article could not be read, in one sentence; null where it was, or needed not be. */
  readonly problem: string | null;
  /** Whether the detector failed: why is told with it (`detector_answer`). */
  readonly gaveUp: boolean;
}

const desk = openDesk(databasePath());

parentPort?.on('message', (request: SuggestRequest) => {
  void answer(request).then((told) => parentPort?.postMessage(told));
});

async function answer({ articleId, personId, detectorId }: SuggestRequest): Promise<SuggestAnswer> {
  try {
    const actor = { id: personId };
    if (detectorId !== null) {
      return { problem: null, gaveUp: !(await askOne(desk, actor, articleId, detectorId)) };
    }
    suggestFor(desk, actor, articleId, OWN_DETECTOR, detect);
    return { problem: null, gaveUp: false };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error), gaveUp: true };
  }
}
