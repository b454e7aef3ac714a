import { parentPort } from 'node:worker_threads';
import { detect } from '@/corpus/detect/detect';
import { OWN_DETECTOR } from '@/corpus/suggestion/model';
import { databasePath, openDesk } from '../client';
import { suggestFor, type SuggestOutcome } from '../commands/suggest';

export interface SuggestRequest {
  readonly articleId: string;
  readonly personId: string;
}

export type SuggestAnswer = { readonly articleId: string } & (
  SuggestOutcome | { readonly result: 'failed'; readonly reason: string }
);

const desk = openDesk(databasePath());

parentPort?.on('message', ({ articleId, personId }: SuggestRequest) => {
  parentPort?.postMessage({ articleId, ...answer(articleId, personId) } satisfies SuggestAnswer);
});

function answer(
  articleId: string,
  personId: string,
): SuggestOutcome | { result: 'failed'; reason: string } {
  try {
    return suggestFor(desk, { id: personId }, articleId, OWN_DETECTOR, detect);
  } catch (error) {
    return { result: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
