import { door } from '@/app/server/door';
import { viewOf } from '@/app/server/view';
import { readQueueFilter } from '@/components/queue/queue-address';
import { filterFor } from '@/corpus/verification/queue';
import { countQueue } from '@/db/queries/queue';

/** QueueCounts under the filter in the address, its status aside. */
export const GET = door('readDesk', (request, actor) => {
  const filter = filterFor(readQueueFilter(new URL(request.url).searchParams), actor.id);
  return Response.json(countQueue(viewOf(actor), filter), {
    headers: { 'cache-control': 'no-store' },
  });
});
