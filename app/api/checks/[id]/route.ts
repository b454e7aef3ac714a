import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { findCheckDetail } from '@/db/queries/check-detail';

/** A CheckDetail, or 404. */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const detail = findCheckDetail(viewOf(actor), (await params).id, actor.id);
  if (detail === null)
    return Response.json({ message: 'There is no such check.' }, { status: 404 });
  return Response.json(detail, { headers: { 'cache-control': 'no-store' } });
});
