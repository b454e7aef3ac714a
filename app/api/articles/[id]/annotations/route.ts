import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { listAnnotationsById } from '@/db/queries/reading';

const MOST = 500;

/** The annotations named by `?ids=a,b`, as they stand now, removed ones included. */
export const GET = door<{ id: string }>('readDesk', async (request, actor, { params }) => {
  const ids = new URL(request.url).searchParams.get('ids')?.split(',').slice(0, MOST) ?? [];
  const annotations = listAnnotationsById(viewOf(actor), (await params).id, ids);
  return Response.json(annotations, { headers: { 'cache-control': 'no-store' } });
});
