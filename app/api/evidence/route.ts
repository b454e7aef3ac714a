import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { listEvidence } from '@/db/queries/citations';

/** The evidence of `?collection=` that the person may see, newest first. */
export const GET = door('readDesk', (request, actor) => {
  const collectionId = new URL(request.url).searchParams.get('collection') ?? '';
  const items = listEvidence(viewOf(actor), collectionId, actor.id);
  return Response.json(items, { headers: { 'cache-control': 'no-store' } });
});
