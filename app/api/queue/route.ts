import { door } from '@/app/server/door';
import { readQueueFilter } from '@/app/server/queue-query';
import { currentDesk } from '@/db/client';
import { listQueue } from '@/db/queries/queue';

/** A QueuePage for the filter in the address; `?after=` takes a page's nextCursor. */
export const GET = door('readDesk', (request) => {
  const query = new URL(request.url).searchParams;
  const page = listQueue(currentDesk(), readQueueFilter(query), query.get('after'));
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});
