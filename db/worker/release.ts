import { parentPort, workerData } from 'node:worker_threads';
import type { CommandRefusal } from '@/corpus/commands/requests';
import type { ReleaseOrder } from '@/corpus/release/model';
import { closeDesk, databasePath, openDesk } from '../client';
import { refusalOf } from '../commands/errors';
import { makeRelease } from '../commands/make-release';
import type { Actor } from '../policies';
import type { ReleaseLine } from '../queries/releases';

export interface ReleaseTask {
  readonly actor: Actor;
  readonly order: ReleaseOrder;
  readonly generator: string;
}

/** The thread's one message. */
export type ReleaseAnswer = ReleaseLine | CommandRefusal;

const { actor, order, generator } = workerData as ReleaseTask;
const desk = openDesk(databasePath());
parentPort?.postMessage(answer());
closeDesk(desk);

function answer(): ReleaseAnswer {
  try {
    return makeRelease(desk, actor, order, generator);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refusal;
  }
}
