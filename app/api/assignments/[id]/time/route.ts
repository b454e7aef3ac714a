import { z } from 'zod';
import { notUnderstood } from '@/app/server/answers';
import { readJson } from '@/app/server/body';
import { door } from '@/app/server/door';
import { currentDesk } from '@/db/client';
import { addTime } from '@/db/commands/hand-out';

const BODY = z.object({ seconds: z.number().int().min(0).max(3600) });

/** Says that the person was at work on their assignment for some seconds; answers `{ counted }`. */
export const POST = door<{ id: string }>('submitLayer', async (request, actor, { params }) => {
  const body = await readJson(request, BODY);
  if (body === null) return notUnderstood();
  const counted = addTime(currentDesk(), actor.id, (await params).id, body.seconds);
  return Response.json({ counted });
});
