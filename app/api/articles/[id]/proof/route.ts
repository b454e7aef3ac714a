import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { proofLines } from '@/corpus/copy/words';
import { findCopy } from '@/db/queries/copy';

/** What the printed proof says beneath each mark (ProofLines). */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const copy = findCopy(viewOf(actor), (await params).id);
  if (copy === null) return Response.json({ message: 'There is no such article.' }, { status: 404 });
  return Response.json(proofLines(copy), { headers: { 'cache-control': 'no-store' } });
}); // prettier-ignore
