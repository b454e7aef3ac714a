import { parentPort, workerData } from 'node:worker_threads';
import { agreementReport, type AgreementReport } from '@/corpus/agreement/report';
import { closeDesk, databasePath, openDesk } from '../client';
import { iterateCompared } from '../queries/compared-layers';
import { visibleDesk, type Viewer } from '../visible';

export interface AgreementOrder {
  readonly collectionId: string;
  /** Who asks: layers that are kept from them are not compared. */
  readonly viewer: Viewer;
}

/** The thread's one message. */
export type AgreementAnswer = AgreementReport;

const { collectionId, viewer } = workerData as AgreementOrder;
const desk = openDesk(databasePath());
parentPort?.postMessage(
  agreementReport(
    iterateCompared(visibleDesk(desk, viewer), collectionId),
  ) satisfies AgreementAnswer,
);
closeDesk(desk);
