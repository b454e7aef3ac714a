import { and, eq } from 'drizzle-orm';
import { archiveName, contentKindOf, pageName } from '@/corpus/verification/archive';
import type { Desk } from '../client';
import { hashOf, newId } from '../ids';
import type { Actor } from '../policies';
import * as schema from '../schema';
import { refuseForbidden } from './allowed';
import { findItem } from './archive-stores';
import { RefusedError } from './errors';
import type { Input } from './inputs';
import { openLedger, type Ledger } from './ledger';
import { mayKnow, unknownToYou } from './may-know';

/** What is kept: a file, or a page with the address at which it was found. */
export interface CopyToKeep {
  readonly bytes: Uint8Array;
  readonly from: { readonly file: string } | { readonly url: string };
}

/**
 * Keeps a copy of an evidence item; returns its id. The same bytes of the same item are kept once. Throws
 * RefusedError, having kept nothing.
 */
export function keepCopy(
  desk: Desk,
  actor: Actor,
  evidenceItemId: string,
  { bytes, from }: CopyToKeep,
): string {
  refuseForbidden(actor, 'keepCopy');
  if (bytes.byteLength === 0) throw new RefusedError('invalid', 'The file is empty: nothing was kept.'); // prettier-ignore
  const sha256 = hashOf(bytes);
  const content = contentKindOf(bytes);
  const url = 'url' in from ? from.url : null;
  const fileName = 'url' in from ? pageName(from.url, content) : archiveName(from.file);
  const byteLength = bytes.byteLength;
  return desk.sqlite
    .transaction((): string => {
      refuseUnseen(desk, evidenceItemId, actor.id);
      const known = findKept(desk, evidenceItemId, sha256);
      if (known !== undefined) return known;
      const ledger = openLedger(desk, actor.id, 'keepCopy');
      const id = newId();
      desk.orm
        .insert(schema.archivedBytes)
        .values({ sha256, bytes: Buffer.from(bytes) })
        .onConflictDoNothing()
        .run();
      const kept = { keptAt: ledger.act.at, keptBy: actor.id, removed: false };
      const facts = { evidenceItemId, sha256, fileName, content, byteLength, url };
      ledger.create('archivedCopy', id, { ...facts, ...kept });
      return id;
    })
    .immediate();
}

/** What a person does not see is to them as if it were not there. */
export function refuseUnseen(desk: Desk, evidenceItemId: string, personId: string): void {
  const item = findItem(desk, evidenceItemId);
  if (item === null) throw new RefusedError('missing', 'This evidence does not exist any more.');
  if (!mayKnow(desk, item, personId)) throw unknownToYou();
}

function findKept(desk: Desk, evidenceItemId: string, sha256: string): string | undefined {
  const { archivedCopy: kept } = schema;
  return desk.orm
    .select({ id: kept.id })
    .from(kept)
    .where(
      and(
        eq(kept.evidenceItemId, evidenceItemId),
        eq(kept.sha256, sha256),
        eq(kept.removed, false),
      ),
    ) // prettier-ignore
    .get()?.id;
}

/** Takes a copy away; its bytes stay, so that undo brings it back. */
export function removeCopy(ledger: Ledger, { id, version }: Input<'removeCopy'>): void {
  ledger.change('archivedCopy', id, version, { removed: true });
}
