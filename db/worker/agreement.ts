import { parentPort, workerData } from 'node:worker_threads';
import { agreementReport, type AgreementReport } from '@/corpus/agreement/report';
import { closeDesk, databasePath, openDesk } from '../client';
import { iterateLayered } from '../queries/layers';

export interface AgreementOrder {
  readonly collectionId: string;
}

/** The thread's one message. */
export type AgreementAnswer = AgreementReport;

const { collectionId } = workerData as AgreementOrder;
const desk = openDesk(databasePath());
parentPort?.postMessage(
  agreementReport(iterateLayered(desk, collectionId)) satisfies AgreementAnswer,
);
closeDesk(desk);
