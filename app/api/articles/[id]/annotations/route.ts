import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { listAnnotationsById } from '@/db/queries/reading';

const MOST = 500;

/** The annotations named by `?ids=a,b`, as they stand now, removed ones included. */
export const GET = door<{ id: string }>('readDesk', async (request, _actor, { params }) => {
  const ids = new URL(request.url).searchParams.get('ids')?.split(',').slice(0, MOST) ?? [];
  const annotations = listAnnotationsById(currentDesk(), (await params).id, ids);
  return Response.json(annotations, { headers: { 'cache-control': 'no-store' } });
});
