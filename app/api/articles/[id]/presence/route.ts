import { z } from 'zod';
import { notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { beHere, leave, listHere } from '@/app/server/presence';
import { viewOf } from '@/app/server/view';
import { isBlindFor } from '@/db/queries/visible-notices';

const PLACE = z.object({
  windowId: z.string().min(1).max(40),
  block: z.number().int().min(0).nullable(),
  annotationId: z.string().max(40).nullable(),
  gone: z.boolean().optional(),
});

/** Who is on the article now, as a list of Presence; nobody where layers are kept from who asks. */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const { id } = await params;
  const here = isBlindFor(viewOf(actor), id) ? [] : listHere(id);
  return Response.json(here, { headers: { 'cache-control': 'no-store' } });
});

/** Says where in the article a window of the person is, or that it is gone. */
export const POST = door<{ id: string }>('readDesk', async (request, actor, { params }) => {
  const { id } = await params;
  const place = await readJson(request, PLACE);
  if (place === null) return notUnderstood();
  const { gone = false, ...where } = place;
  const { id: personId, name } = actor;
  if (gone) leave(id, personId, place.windowId);
  else beHere(id, { ...where, person: { id: personId, name } });
  return Response.json({});
});
