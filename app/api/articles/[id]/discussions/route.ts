import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { listDiscussions } from '@/db/queries/discussions';

/** The discussions of an article that came with a file. */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const discussions = listDiscussions(viewOf(actor), (await params).id);
  return Response.json(discussions, { headers: { 'cache-control': 'no-store' } });
});
