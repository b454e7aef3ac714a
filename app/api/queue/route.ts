import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { readQueueFilter } from '@/components/queue/queue-address';
import { filterFor } from '@/corpus/verification/queue';
import { listQueue } from '@/db/queries/queue';

/** A QueuePage for the filter in the address; `?after=` takes a page's nextCursor. */
export const GET = door('readDesk', (request, actor) => {
  const query = new URL(request.url).searchParams;
  const page = listQueue(
    viewOf(actor),
    filterFor(readQueueFilter(query), actor.id),
    query.get('after'),
  );
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});
