import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReleaseOrder } from '@/corpus/release/model';
import { verifyRelease, type Verdict } from '@/corpus/release/verify';
import { makeRelease } from '../commands/make-release';
import { newId } from '../ids';
import { releaseBytes, type ReleaseLine } from '../queries/releases';
import type { TestDesk } from './desk';

/** Releases the test's collection. */
export function release(
  test: TestDesk,
  version: string,
  change: Partial<ReleaseOrder> = {},
): ReleaseLine {
  // prettier-ignore
  const order: ReleaseOrder = {
    ...{ filter: { collectionId: test.collectionId }, version, licence: 'CC BY 4.0' },
    ...{ citation: null, pseudonyms: false, formats: ['jsonl'], ...change },
  };
  return makeRelease(test.desk, test.actor, order, 'stet test');
}

/** The archive of a release, as it is downloaded. */
export function archiveOf({ desk }: TestDesk, { id }: ReleaseLine): Buffer {
  return Buffer.concat([...releaseBytes(desk, id)]);
}

/** Writes the bytes to a file beside the desk and verifies it. */
export async function verdictOn({ desk }: TestDesk, bytes: Uint8Array): Promise<Verdict> {
  const path = join(dirname(desk.path), `${newId()}.zip`);
  writeFileSync(path, bytes);
  const fd = openSync(path, 'r');
  try {
    return await verifyRelease({ fd, size: statSync(path).size });
  } finally {
    closeSync(fd);
  }
}
