import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { listEvidence } from '@/db/queries/check-detail';

/** The evidence of `?collection=`, newest first. */
export const GET = door('readDesk', (request) => {
  const collectionId = new URL(request.url).searchParams.get('collection') ?? '';
  const items = listEvidence(currentDesk(), collectionId);
  return Response.json(items, { headers: { 'cache-control': 'no-store' } });
});
