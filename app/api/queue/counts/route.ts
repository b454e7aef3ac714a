import { door } from '@/app/server/door';
import { readQueueFilter } from '@/app/server/queue-query';
import { currentDesk } from '@/db/client';
import { countQueue } from '@/db/queries/queue';

/** QueueCounts under the filter in the address, its status aside. */
export const GET = door('readDesk', (request) => {
  const filter = readQueueFilter(new URL(request.url).searchParams);
  return Response.json(countQueue(currentDesk(), filter), {
    headers: { 'cache-control': 'no-store' },
  });
});
