import { eq } from 'drizzle-orm';
import { parseDetectorAddress } from '@/corpus/detect/ask-detector';
import * as schema from '../schema';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import type { Ledger } from './ledger';

/** Refused where the address may not be asked, or is a detector's already. */
export function addDetector(ledger: Ledger, input: Input<'addDetector'>): void {
  const { id, seconds } = input;
  const address = parseDetectorAddress(input.address);
  if ('refused' in address) throw new RefusedError('invalid', address.refused);
  const { detector } = schema;
  const same = ledger.desk.orm
    .select({ removed: detector.removed })
    .from(detector)
    .where(eq(detector.address, address.href))
    .all();
  if (same.some(({ removed }) => !removed)) {
    throw new RefusedError('invalid', 'A detector at this address is on the desk already.');
  }
  const { personId, at } = ledger.act;
  const state = { address: address.href, seconds, off: false, createdBy: personId, createdAt: at };
  ledger.create('detector', id, { ...state, removed: false });
}

/** One that is off is not asked, and what it has proposed is not shown. */
export function switchDetector(ledger: Ledger, input: Input<'switchDetector'>): void {
  const { id, version, off } = input;
  ledger.change('detector', id, version, { off });
}

/** What it has proposed is kept, and not shown any more. */
export function removeDetector(ledger: Ledger, { id, version }: Input<'removeDetector'>): void {
  ledger.change('detector', id, version, { removed: true });
}
