import { currentActor } from '@/app/server/actor';
import { currentDesk } from '@/db/client';
import { findCheckDetail } from '@/db/queries/check-detail';

/** A CheckDetail, or 404. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await currentActor();
  const detail = findCheckDetail(currentDesk(), (await params).id, actor.id);
  if (detail === null)
    return Response.json({ message: 'There is no such check.' }, { status: 404 });
  return Response.json(detail, { headers: { 'cache-control': 'no-store' } });
}
