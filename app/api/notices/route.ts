import { z } from 'zod';
import { notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { tellPerson } from '@/app/server/event-feed';
import { viewOf } from '@/app/server/view';
import { currentDesk } from '@/db/client';
import { markRead } from '@/db/commands/notices';
import { countUnread, listNotices } from '@/db/queries/notices';

const READING = z.object({ ids: z.array(z.string()).max(100).nullable(), read: z.boolean() });

/** A NoticePage of what the person was told; `?after=` takes a page's nextCursor. */
export const GET = door('readDesk', (request, actor) => {
  const after = new URL(request.url).searchParams.get('after');
  const page = listNotices(viewOf(actor), actor.id, after);
  return Response.json(page, { headers: { 'cache-control': 'no-store' } });
});

/** Marks the person's own notices, or with `ids` null all of them, as read or unread. */
export const POST = door('readDesk', async (request, actor) => {
  const reading = await readJson(request, READING);
  if (reading === null) return notUnderstood();
  markRead(currentDesk(), actor.id, reading);
  tellPerson(actor.id);
  return Response.json({ unread: countUnread(currentDesk(), actor.id) });
});
