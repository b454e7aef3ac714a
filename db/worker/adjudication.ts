import { parentPort, workerData } from 'node:worker_threads';
import { adjudicationReport, type AdjudicationReport } from '@/corpus/adjudication/scores';
import { closeDesk, databasePath, openDesk } from '../client';
import { iterateAdjudicable } from '../queries/adjudication';

export interface AdjudicationOrder {
  readonly collectionId: string;
}

/** The thread's one message. */
export type AdjudicationAnswer = AdjudicationReport;

const { collectionId } = workerData as AdjudicationOrder;
const desk = openDesk(databasePath());
parentPort?.postMessage(
  adjudicationReport(iterateAdjudicable(desk, collectionId)) satisfies AdjudicationAnswer,
);
closeDesk(desk);
