import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { listDiscussions } from '@/db/queries/discussions';

/** The discussions of an article that came with a file. */
export const GET = door<{ id: string }>('readDesk', async (_request, _actor, { params }) => {
  const discussions = listDiscussions(currentDesk(), (await params).id);
  return Response.json(discussions, { headers: { 'cache-control': 'no-store' } });
});
