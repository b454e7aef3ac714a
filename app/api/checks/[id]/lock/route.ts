import { z } from 'zod';
import { notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { tellOfLock } from '@/app/server/event-feed';
import { currentDesk } from '@/db/client';
import { findLock, releaseLock, takeLock } from '@/db/commands/locks';

const BODY = z.object({ release: z.boolean() });

/** Takes, renews or releases the lock of a check; answers `{lock}`: whose it is now. */
export const POST = door<{ id: string }>('recordFinding', async (request, actor, { params }) => {
  const { id } = await params;
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  const desk = currentDesk();
  const before = findLock(desk, id)?.person.id;
  if (body.release) releaseLock(desk, actor.id, id);
  else takeLock(desk, actor.id, id);
  const lock = findLock(desk, id);
  if (lock?.person.id !== before) tellOfLock(id);
  return Response.json({ lock }, { headers: { 'cache-control': 'no-store' } });
});
