import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { listOverrides } from '@/db/queries/decisions';

/** The signatures on the article that an admin gave against the rules, as a list of Override. */
export const GET = door<{ id: string }>('readDesk', async (_request, actor, { params }) => {
  const overrides = listOverrides(viewOf(actor), { articleId: (await params).id });
  return Response.json(overrides, { headers: { 'cache-control': 'no-store' } });
});
