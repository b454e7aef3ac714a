import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { listWorkload } from '@/db/queries/workload';

/** A Workload for each person on the desk. */
export const GET = door('readDesk', (_request, actor) =>
  Response.json(listWorkload(viewOf(actor), new Date()), {
    headers: { 'cache-control': 'no-store' },
  }),
);
