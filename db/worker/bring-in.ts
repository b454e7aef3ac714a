import { parentPort, workerData } from 'node:worker_threads';
import type { CommandRefusal } from '@/corpus/commands/requests';
import type { BroughtReport } from '@/corpus/interchange/read/report';
import { closeDesk, databasePath, openDesk } from '../client';
import { bringFilesIn, type BroughtFile } from '../commands/brought-files';
import { refusalOf } from '../commands/errors';
import type { Actor } from '../policies';

export interface BringInTask {
  readonly actor: Actor;
  readonly files: readonly BroughtFile[];
  /** A collection's name. */
  readonly collection: string;
  readonly dryRun: boolean;
}

/** The thread's one message. */
export type BringInAnswer = BroughtReport | CommandRefusal;

const { actor, files, ...wish } = workerData as BringInTask;
const desk = openDesk(databasePath());
parentPort?.postMessage(await answer());
closeDesk(desk);

async function answer(): Promise<BringInAnswer> {
  try {
    return await bringFilesIn(desk, actor, files, wish);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refusal;
  }
}
