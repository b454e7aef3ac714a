import { z } from 'zod';
import { notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { gammaStream, isGammaBusy } from '@/app/server/gamma';

const BODY = z.object({ collectionId: z.string().max(40) });

/** Counts γ of a collection's layers, as far as the person may see them, and streams how far it is. */
export const POST = door('readDesk', async (request, { id, role }) => {
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  if (isGammaBusy()) {
    const message = 'γ is being counted for others already: try again when that is done.';
    return Response.json({ message }, { status: 429 });
  }
  const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' };
  return new Response(gammaStream({ ...body, viewer: { id, role } }), { headers });
});
