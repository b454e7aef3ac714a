import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { listWorkload } from '@/db/queries/workload';

/** A Workload for each person on the desk. */
export const GET = door('readDesk', () =>
  Response.json(listWorkload(currentDesk(), new Date()), {
    headers: { 'cache-control': 'no-store' },
  }),
);
