import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { listOverrides } from '@/db/queries/decisions';

/** The signatures on the article that an admin gave against the rules, as a list of Override. */
export const GET = door<{ id: string }>('readDesk', async (_request, _actor, { params }) => {
  const overrides = listOverrides(currentDesk(), { articleId: (await params).id });
  return Response.json(overrides, { headers: { 'cache-control': 'no-store' } });
});
