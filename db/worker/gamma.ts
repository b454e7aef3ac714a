import { parentPort, workerData } from 'node:worker_threads';
import { continuaOf, gamma, type Gamma } from '@/corpus/agreement/gamma/gamma';
import { closeDesk, databasePath, openDesk } from '../client';
import { iterateCompared } from '../queries/compared-layers';
import { visibleDesk } from '../visible';
import type { AgreementOrder } from './agreement';

/** What the thread says: the share that is done, from 0 to 1, as it works; at the end the figure. */
export type GammaLine = { readonly done: number } | { readonly gamma: Gamma };

const { collectionId, viewer } = workerData as AgreementOrder;
const desk = openDesk(databasePath());
const say = (line: GammaLine) => parentPort?.postMessage(line);
const continua = continuaOf(iterateCompared(visibleDesk(desk, viewer), collectionId));
closeDesk(desk);
say({ gamma: await gamma(continua, { onProgress: (done) => say({ done }) }) });
