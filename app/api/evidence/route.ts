import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { listEvidence } from '@/db/queries/check-detail';

/** The evidence of `?collection=`, newest first. */
export const GET = door('readDesk', (request, actor) => {
  const collectionId = new URL(request.url).searchParams.get('collection') ?? '';
  const items = listEvidence(viewOf(actor), collectionId);
  return Response.json(items, { headers: { 'cache-control': 'no-store' } });
});
